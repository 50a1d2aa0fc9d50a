<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Actions;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Place;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\FollowUps\WorkflowSelector;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;

/** What a row allows a person to do, by its state and problem: one answer for the order's screen and the sync log. */
final class RowActs {

	/** @return list<RowAct> the likeliest first. */
	public function acts( Task $row ): array {
		return array_values( array_filter( RowAct::cases(), fn ( RowAct $act ): bool => $this->allows( $row, $act ) ) );
	}

	/**
	 * Without what the order's state forbids.
	 *
	 * @param string $status of the order, without the `wc-` prefix.
	 * @return list<RowAct> the likeliest first.
	 */
	public function while_order_is( string $status, Task $row ): array {
		$acts = $this->acts( $row );
		if ( WorkflowSelector::may_be_asked_for( $status ) ) {
			return $acts;
		}
		$is_invoice = $row->key->effect->creates() === DocumentKind::Invoice;
		return array_values( array_filter( $acts, static fn ( RowAct $act ): bool => $act !== RowAct::MakeNow && ( $act !== RowAct::Finalise || ! $is_invoice ) ) );
	}

	private function allows( Task $row, RowAct $act ): bool {
		$is_send_unknown = $row->state === TaskState::Attention && $row->problem?->code === ProblemCode::SendUnknown;
		return match ( $act ) {
			RowAct::ChooseCustomer => $row->state === TaskState::Attention && $row->problem?->traits()->place === Place::Customer,
			RowAct::MarkSent, RowAct::SendAgain => $is_send_unknown,
			RowAct::Retry => ! $is_send_unknown && $this->may_be_retried( $row ),
			RowAct::LeaveOut => $row->state === TaskState::Attention && $this->is_gone( $row ) && ! $this->is_first_of_two( $row ),
			RowAct::DoneByHand => ! $is_send_unknown && $this->may_be_done_by_hand( $row ),
			RowAct::MakeNow => $this->may_be_made_now( $row ),
			RowAct::Keep => $this->differs( $row ) && $row->problem?->is_of_the_same_amounts() === true,
			RowAct::Reissue => $this->differs( $row ) || $this->is_undone( $row ),
			RowAct::Finalise => FinaliseNow::is_possible( $row ),
		};
	}

	private function differs( Task $row ): bool {
		return $row->key->effect === Effect::CreateInvoice && $row->state === TaskState::Attention && $row->problem?->code === ProblemCode::DiffersFromOrder;
	}

	/** Its credit note is final. A draft is rather deleted. */
	private function is_undone( Task $row ): bool {
		return $row->state === TaskState::Attention && $row->problem?->code === ProblemCode::RefundUndone && $row->remote_number !== '';
	}

	/** A person had all that is left of an invoice credited in order to have another, which waits for that. */
	private function is_first_of_two( Task $row ): bool {
		return $row->key->effect === Effect::CreateCreditNote && $row->key->refund_id === 0 && $row->asked;
	}

	private function is_gone( Task $row ): bool {
		return $row->key->effect->creates() !== null && $row->has_lost_its_document();
	}

	/** A document that was left out is rather asked for; of what is final, looking again changes nothing. */
	private function may_be_retried( Task $row ): bool {
		return match ( $row->state ) {
			TaskState::Attention => ! $this->differs( $row ) && ! $this->is_undone( $row ),
			TaskState::Queued    => $row->problem !== null,
			TaskState::Skipped   => ! $this->can_be_asked_for( $row ),
			default              => false,
		};
	}

	/** Not where a document of ours stands, nor for states, which move on with the order. Where it is not known whether a request has made one, the person looked. */
	private function may_be_done_by_hand( Task $row ): bool {
		$has_document = $row->key->effect->creates() !== null && $row->remote_id > 0 && ! $this->is_gone( $row ) && $row->problem?->code !== ProblemCode::OrderGone;
		return $row->state === TaskState::Attention && ! in_array( $row->key->effect, [ Effect::FollowOrder, Effect::ChangeState ], true ) && ! $has_document;
	}

	private function may_be_made_now( Task $row ): bool {
		$waits_in_vain = $row->state === TaskState::Queued && $row->problem?->code === ProblemCode::WaitsForParent && $row->problem->fact( 'problem' ) !== '';
		return ( $waits_in_vain || $row->state === TaskState::Skipped ) && $this->can_be_asked_for( $row );
	}

	/** Credit notes belong to refunds; a replacement belongs to its credit note. */
	private function can_be_asked_for( Task $row ): bool {
		return $row->key->revision === 0 && ! in_array( $row->key->effect->creates(), [ null, DocumentKind::CreditNote ], true );
	}
}
