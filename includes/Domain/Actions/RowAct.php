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

/**
 * What a person may do with a row of the ledger, and when; the likeliest first. One name everywhere: here, in REST, in
 * the order box and in the pages. What each calls stands in `Wiring\Composition\Acts`, its words in
 * `Wording\ActText`.
 */
enum RowAct: string {

	/** Characters of the reason that a refusal gives. It stands on one line of the buyer's page. */
	public const LONGEST_REASON = 300;
	/** Several customers may be the buyer. */
	case ChooseCustomer = 'choose_customer';
	/** The buyer asked for the invoice in their company's name: it is done. */
	case AcceptCompany = 'accept_company';
	/** It is not, for a reason that the buyer reads. */
	case RefuseCompany = 'refuse_company';
	/** An e-mail whose outcome is not known has left: the person looked. */
	case MarkSent = 'mark_sent';
	/** Such an e-mail once more. */
	case SendAgain = 'send_again';
	case Retry     = 'retry';
	/** The row "Rounding" is larger than the owner allows: for this order it may be. */
	case AcceptRounding = 'accept_rounding';
	/** Sales that stand in several orders are billed by the order that the customer placed. */
	case BillParent = 'bill_parent';
	/** By those of the sellers. */
	case BillChildren = 'bill_children';
	/** By neither. */
	case BillNobody = 'bill_nobody';
	/** A refund that was entered on two orders of one sale is one. */
	case OneRefund = 'one_refund';
	/** It is two. */
	case TwoRefunds = 'two_refunds';
	/** A dispute took the money: it is credited like a refund. */
	case CreditDispute = 'credit_dispute';
	/** The customer owes it again: the invoice is due. */
	case LeaveUnpaid = 'leave_unpaid';
	/** Sellsy and the order do not say the same of a payment: this amount of it is recorded. */
	case RecordPayment = 'record_payment';
	/** Nothing is recorded, here and from now on: the person looks after it. */
	case LeaveIt = 'leave_it';
	/** What an invoice was paid with goes over to the one in its place, which is for another customer. */
	case MovePayment = 'move_payment';
	/** The document was deleted or cancelled at Sellsy on purpose: there is to be none. */
	case LeaveOut = 'leave_out';
	/** The person did it at Sellsy in our place: nothing is made for it any more. */
	case DoneByHand = 'done_by_hand';
	/** The document, whatever trigger and start date say, and without a parent that stopped. */
	case MakeNow = 'make_now';
	/** The sums that differ are right as they are: a person has seen them. */
	case AllRight = 'all_right';
	/** The final invoice stays as it is: what was edited in the order since does not change its total. */
	case Keep = 'keep';
	/** The final invoice is credited and another issued. */
	case Reissue = 'reissue';
	/** The draft becomes final. */
	case Finalise = 'finalise';
	/** The document that a person linked is not this order's after all. */
	case Unlink = 'unlink';

	/** The end of its route, `POST /tasks/{id}/…`; null for one of its own: more than the row has to be said. */
	public function path(): ?string {
		return match ( $this ) {
			self::ChooseCustomer, self::MakeNow, self::Reissue, self::RefuseCompany => null,
			self::MarkSent  => 'sent',
			self::SendAgain => self::Retry->value,
			default         => str_replace( '_', '-', $this->value ),
		};
	}

	/** What the row's state and problem allow; the order's state may forbid it still (`RowActs`). */
	public function is_offered( Task $task ): bool {
		$is_send_unknown = $task->asks( ProblemCode::SendUnknown );
		return match ( $this ) {
			self::ChooseCustomer => $task->state === TaskState::Attention
				&& $task->problem?->traits()->place === Place::Customer,
			self::AcceptCompany => $task->asks( ProblemCode::CompanyAsked ) && $task->problem?->is_weighed() === true,
			self::RefuseCompany => $task->asks( ProblemCode::CompanyAsked ),
			self::MarkSent, self::SendAgain => $is_send_unknown,
			self::Retry => ! $is_send_unknown && self::may_be_retried( $task ),
			self::AcceptRounding, self::CreditDispute, self::LeaveUnpaid, self::RecordPayment, self::MovePayment =>
				$this->shown( $task ) !== '',
			self::BillParent, self::BillChildren, self::BillNobody => $task->asks( ProblemCode::WhoBills ),
			self::OneRefund, self::TwoRefunds => $task->asks( ProblemCode::RefundTwice ),
			self::LeaveIt => $task->asks( ...ProblemCode::ABOUT_MONEY ),
			self::LeaveOut => $task->state === TaskState::Attention
				&& $task->key->effect->creates() !== null
				&& $task->has_lost_its_document()
				&& ! self::is_first_of_two( $task ),
			self::DoneByHand => ! $is_send_unknown && self::may_be_done_by_hand( $task ),
			self::MakeNow => self::may_be_made_now( $task ),
			self::AllRight => Balance::seen( $task ) !== '',
			self::Keep => self::differs( $task ) && $task->problem?->is_of_the_same_amounts() === true,
			self::Reissue => self::differs( $task ) || self::is_undone( $task ),
			self::Finalise => FinaliseNow::is_possible( $task ),
			self::Unlink => $task->is_linked()
				&& in_array( $task->state, [ TaskState::Done, TaskState::Attention ], true ),
		};
	}

	/** The amount that a person is asked about, and that the act is done for alone; empty where it asks about none. */
	public function shown( Task $task ): string {
		return match ( $this ) {
			self::AcceptRounding => $task->asked_amount( ProblemCode::RoundingOverCap ),
			self::CreditDispute, self::LeaveUnpaid => $task->asked_amount( ProblemCode::Disputed ),
			self::RecordPayment => $task->asked_amount( ...ProblemCode::ABOUT_MONEY ),
			self::MovePayment => $task->problem?->fact( 'movable' ) === '1'
				? $task->asked_amount( ProblemCode::CreditOfAnother )
				: '',
			default => '',
		};
	}

	private static function differs( Task $task ): bool {
		return $task->key->effect === Effect::CreateInvoice && $task->asks( ProblemCode::DiffersFromOrder );
	}

	/** Its credit note is final. A draft is rather deleted. */
	private static function is_undone( Task $task ): bool {
		return $task->asks( ...ProblemCode::UNDONE ) && $task->remote_number !== '';
	}

	/** A person had all that is left of an invoice credited in order to have another, which waits for that. */
	private static function is_first_of_two( Task $task ): bool {
		return $task->key->effect === Effect::CreateCreditNote && $task->key->refund_id === 0 && $task->asked;
	}

	/**
	 * A document that was left out is rather asked for; of what is final, looking again changes nothing. A buyer who
	 * asks waits for an answer, unless the order could not be read, and asks again after a refusal.
	 */
	private static function may_be_retried( Task $task ): bool {
		return match ( $task->state ) {
			TaskState::Attention => ! self::differs( $task )
				&& ! self::is_undone( $task )
				&& ! ( $task->asks( ProblemCode::CompanyAsked ) && $task->problem?->is_weighed() === true ),
			TaskState::Queued    => self::waits_in_vain( $task )
				|| $task->problem?->traits()->needs_nobody === false,
			TaskState::Skipped   => $task->key->effect !== Effect::ChangeCompany
				&& ! self::can_be_asked_for( $task )
				&& $task->problem?->traits()->needs_nobody !== true,
			default              => false,
		};
	}

	/**
	 * Not where a document of ours stands, nor for states, which move on with the order, nor for a buyer who asks.
	 * Where it is not known whether a request has made one, the person looked.
	 */
	private static function may_be_done_by_hand( Task $task ): bool {
		$has_document = $task->key->effect->creates() !== null
			&& $task->has_document()
			&& ! $task->asks( ProblemCode::OrderGone );
		$never        = [
			Effect::FollowOrder,
			Effect::FollowDocument,
			Effect::ChangeState,
			Effect::ChangeCompany,
			Effect::CheckBalance,
		];
		return $task->state === TaskState::Attention
			&& ! in_array( $task->key->effect, $never, true )
			&& ! $has_document;
	}

	private static function may_be_made_now( Task $task ): bool {
		return ( self::waits_in_vain( $task ) || $task->state === TaskState::Skipped )
			&& self::can_be_asked_for( $task )
			&& ! $task->is_replaced();
	}

	/** The document that it would be made from has stopped. */
	private static function waits_in_vain( Task $task ): bool {
		return $task->waits_for( ProblemCode::WaitsForParent ) && $task->problem?->fact( 'problem' ) !== '';
	}

	/** Credit notes belong to refunds; a replacement belongs to its credit note. */
	private static function can_be_asked_for( Task $task ): bool {
		return $task->key->revision === 0
			&& ! in_array( $task->key->effect->creates(), [ null, DocumentKind::CreditNote ], true );
	}
}
