<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Actions;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Task;

/**
 * What a person may do with a row of the ledger; the likeliest first. One name everywhere: here, in REST, in the order
 * box and in the pages. When it may be done stands in `Offers`, what it calls in `Wiring\Composition\Acts`, its words
 * in `Wording\ActText`.
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
			self::ChooseCustomer, self::RefuseCompany => null,
			self::MarkSent  => 'sent',
			self::SendAgain => self::Retry->value,
			default         => str_replace( '_', '-', $this->value ),
		};
	}

	/** What is no sale offers it not. */
	public function depends_on_status(): bool {
		return in_array( $this, [ self::AcceptCompany, self::MakeNow, self::Finalise ], true );
	}

	/** What it makes is there to stay, whatever the settings say. */
	public function is_for_good(): bool {
		return in_array( $this, [ self::Reissue, self::Finalise ], true );
	}

	/** Its row is left out by it: that is no failure. */
	public function settles(): bool {
		return match ( $this ) {
			self::RefuseCompany, self::LeaveOut, self::DoneByHand, self::LeaveIt => true,
			self::LeaveUnpaid, self::OneRefund, self::BillNobody, self::Unlink   => true,
			default => false,
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
}
