<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Actions;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Balance\Balance;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Place;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;

/** Which acts a row's own state and problem ask for; what else stands beside it is for `Offers` to know. */
final class RowActs {

	/** Nobody can do these in the plugin's place, or they go on with their order. */
	private const NEVER_BY_HAND = [
		Effect::FollowOrder,
		Effect::FollowDocument,
		Effect::ChangeState,
		Effect::ChangeCompany,
		Effect::CheckBalance,
	];

	/** What may be done with it depends on what stands beside it (`Offers`). */
	public static function depend_on_others( Task $task ): bool {
		return $task->key->effect->creates() !== null && (
			in_array( $task->state, [ TaskState::Attention, TaskState::Skipped ], true )
			|| $task->is_linked()
			|| self::is_draft( $task )
		);
	}

	/** Whether the row's own state and problem ask for the act; order and other rows may stand in its way. */
	public static function are_about( RowAct $act, Task $task ): bool {
		$is_send_unknown = $task->asks( ProblemCode::SendUnknown );
		return match ( $act ) {
			RowAct::ChooseCustomer => $task->state === TaskState::Attention
				&& $task->problem?->traits()->place === Place::Customer,
			RowAct::AcceptCompany => self::is_weighed_request( $task ),
			RowAct::RefuseCompany => $task->asks( ProblemCode::CompanyAsked ),
			RowAct::MarkSent, RowAct::SendAgain => $is_send_unknown,
			RowAct::Retry => ! $is_send_unknown && self::may_be_retried( $task ),
			RowAct::AcceptRounding, RowAct::CreditDispute, RowAct::LeaveUnpaid, RowAct::RecordPayment,
			RowAct::MovePayment => $act->shown( $task ) !== '',
			RowAct::BillParent, RowAct::BillChildren, RowAct::BillNobody => $task->asks( ProblemCode::WhoBills ),
			RowAct::OneRefund, RowAct::TwoRefunds => $task->asks( ProblemCode::RefundTwice ),
			RowAct::LeaveIt => $task->asks( ...ProblemCode::ABOUT_MONEY ),
			RowAct::LeaveOut => $task->state === TaskState::Attention
				&& $task->key->effect->creates() !== null
				&& $task->has_lost_its_document(),
			RowAct::DoneByHand => ! $is_send_unknown && self::may_be_done_by_hand( $task ),
			RowAct::MakeNow => self::can_be_asked_for( $task )
				&& ( self::waits_in_vain( $task ) || $task->state === TaskState::Skipped )
				&& ! $task->is_replaced(),
			RowAct::AllRight => Balance::seen( $task ) !== '',
			RowAct::Keep => self::differs( $task ) && $task->problem?->is_of_the_same_amounts() === true,
			RowAct::Reissue => self::differs( $task ) || self::is_undone( $task ),
			RowAct::Finalise => self::is_draft( $task ),
			RowAct::Unlink => $task->is_linked()
				&& in_array( $task->state, [ TaskState::Done, TaskState::Attention ], true ),
		};
	}

	/** Credit notes belong to refunds; a replacement belongs to its credit note. */
	public static function can_be_asked_for( Task $task ): bool {
		return $task->key->revision === 0
			&& ! in_array( $task->key->effect->creates(), [ null, DocumentKind::CreditNote ], true );
	}

	/**
	 * A document that was left out is rather asked for; of what is final, looking again changes nothing. A buyer who
	 * asks waits for an answer, unless the order could not be read, and asks again after a refusal.
	 */
	public static function may_be_retried( Task $task ): bool {
		return match ( $task->state ) {
			TaskState::Attention => ! self::differs( $task )
				&& ! self::is_undone( $task )
				&& ! self::is_weighed_request( $task ),
			TaskState::Queued    => self::waits_in_vain( $task )
				|| $task->problem?->traits()->needs_nobody === false,
			TaskState::Skipped   => $task->key->effect !== Effect::ChangeCompany
				&& ! self::can_be_asked_for( $task )
				&& $task->problem?->traits()->needs_nobody !== true,
			default              => false,
		};
	}

	/** A document of ours that Sellsy keeps as a draft until it is validated. */
	private static function is_draft( Task $task ): bool {
		return $task->key->effect->creates()?->is_validated() === true
			&& $task->state === TaskState::Done
			&& $task->was_at_sellsy()
			&& $task->remote_number === '';
	}

	private static function is_weighed_request( Task $task ): bool {
		return $task->asks( ProblemCode::CompanyAsked ) && $task->problem?->is_weighed() === true;
	}

	private static function differs( Task $task ): bool {
		return $task->key->effect === Effect::CreateInvoice && $task->asks( ProblemCode::DiffersFromOrder );
	}

	/** Its credit note is final. A draft is rather deleted. */
	private static function is_undone( Task $task ): bool {
		return $task->asks( ...ProblemCode::UNDONE ) && $task->remote_number !== '';
	}

	/**
	 * Not where a document of ours stands, nor for states, which move on with the order, nor for a buyer who asks.
	 * Where it is not known whether a request has made one, the person looked.
	 */
	private static function may_be_done_by_hand( Task $task ): bool {
		$has_document = $task->key->effect->creates() !== null
			&& $task->has_document()
			&& ! $task->asks( ProblemCode::OrderGone );
		return $task->state === TaskState::Attention
			&& ! in_array( $task->key->effect, self::NEVER_BY_HAND, true )
			&& ! $has_document;
	}

	/** The document that it would be made from has stopped. */
	private static function waits_in_vain( Task $task ): bool {
		return $task->waits_for( ProblemCode::WaitsForParent ) && $task->problem?->fact( 'problem' ) !== '';
	}
}
