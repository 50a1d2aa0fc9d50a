<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Refunds;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Domain\Assumptions\Observations;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RecentAnswers;
use OrderInvoicer\Domain\Drafts\LostDocumentFinder;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\FollowUps\CreditAllocationRule;
use OrderInvoicer\Domain\FollowUps\FollowUpPlanner;
use OrderInvoicer\Domain\Ledger\CompleteTask;
use OrderInvoicer\Domain\Ledger\DocumentOfTask;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskHandler;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Payments\CreditNotes;
use OrderInvoicer\Domain\Payments\FreedByDispute;
use OrderInvoicer\Domain\Payments\LinkPayment;
use OrderInvoicer\Domain\Payments\LostPayments;
use OrderInvoicer\Domain\Payments\MovePayments;
use OrderInvoicer\Domain\Payments\Payments;

/**
 * Sets a final credit note against its invoice, as far as both have something left. Where the invoice is paid, nothing
 * is due, and the credit note stays open for what is paid back. What a credit note of the whole invoice has left was
 * paid for that invoice. It is set against the invoice that replaces it, and nobody has to touch the payment. Where
 * that one is for another customer, the payment goes over (`MovePayments`).
 *
 * @assumes credit-note-on-any
 */
final class AllocateCreditNote implements TaskHandler {

	private const WAIT = 30;

	public function __construct(
		private readonly CreditNotes $credit_notes,
		private readonly Payments $payments,
		private readonly Ledger $ledger,
		private readonly InvoiceToCredit $invoices,
		private readonly LostDocumentFinder $lost_document_finder,
		private readonly CompleteTask $complete_task,
		private readonly FollowUpPlanner $follow_ups,
		private readonly RecentAnswers $answers,
		private readonly MovePayments $move,
		private readonly LostPayments $lost_payments,
		private readonly LinkPayment $link_payment,
		private readonly Observations $observations,
	) {}

	public function run( Task $task ): void {
		$credit = DocumentOfTask::row( $this->ledger, $task );
		$this->after_what_was_paid( $task );
		$is_new  = $task->key->part === CreditAllocationRule::NEW_INVOICE;
		$invoice = $is_new ? $this->invoices->replacing( $credit ) : $this->invoices->row( $credit );
		if ( $this->invoices->is_draft( $invoice ) ) {
			throw InvoiceToCredit::not_yet();
		}
		$linked  = false;
		if ( $is_new && $this->is_of_another( $credit, $invoice ) ) {
			$this->move->move( $task, $credit, $this->invoices->row( $credit ), $invoice );
		} else {
			$linked = $is_new ? $this->carry( $credit, $invoice ) : $this->link( $credit, $invoice );
		}
		$this->complete_task->done(
			$task,
			$linked ? DocumentKind::Invoice->value : '',
			$linked ? $invoice->remote_id : 0
		);
		$this->follow_ups->open( $task->key->order_id );
	}

	/**
	 * What the order paid goes on the invoice first, as a payment or as credit of an invoice before; refunds' credit
	 * notes then take what is left, the first refund first. A payment of which nobody knows may be there already.
	 */
	private function after_what_was_paid( Task $task ): void {
		foreach ( $this->ledger->for_order( $task->key->order_id ) as $row ) {
			$is_first = match ( $row->key->effect ) {
				Effect::RecordPayment  => true,
				Effect::LinkCreditNote => $row->key->refund_id < $task->key->refund_id
					&& ( $row->key->refund_id > 0 || $row->key->part === CreditAllocationRule::NEW_INVOICE ),
				Effect::CreateCreditNote, Effect::ValidateCreditNote
					=> $row->key->refund_id > 0 && $row->key->refund_id < $task->key->refund_id,
				default                => false,
			};
			if ( $is_first && ( $row->is_under_way() || $row->is_unknown() ) ) {
				throw RetryLater::until_there_is( 'payment', self::WAIT );
			}
		}
	}

	/**
	 * What was paid for the invoice before, to the one in its place. Its owner may have taken the payment off in
	 * Sellsy: then the credit note is that invoice's own, and a person is asked about the payment.
	 */
	private function carry( Task $credit, Task $invoice ): bool {
		$old  = $this->invoices->row( $credit );
		$paid = array_filter(
			$this->ledger->for_order( $old->key->order_id ),
			static fn ( Task $task ): bool => $task->is_payment_on( $old )
		);
		if ( $paid !== [] && $this->due( $old )->is_positive() ) {
			$this->link_known( $credit, $old );
		}
		$linked = $this->link_to_another( $credit, $invoice );
		if ( ! $linked ) {
			$this->link_known( $credit, $old ); // The payment went over by itself.
			if ( $paid !== [] ) {
				$this->lost_payments->note( $old );
			}
		}
		$this->add_what_is_free( $old, $invoice );
		return $linked;
	}

	/** The invoice before owed less than was paid: a refund that was credited for it is deleted since. */
	private function add_what_is_free( Task $old, Task $invoice ): void {
		$rows  = $this->ledger->for_order( $old->key->order_id );
		$freed = new FreedByDispute( $rows );
		foreach ( MovePayments::recorded_on( $old, $rows ) as $row ) {
			try {
				if ( $freed->of( $row )->is_zero() && $this->due( $invoice )->is_positive() ) {
					$this->link_payment->link_free( $row->remote_id, DocumentKind::Invoice, $invoice->remote_id );
				}
			} catch ( RemoteFailure $failure ) {
				$failure->kind === FailureKind::NotFound ? $this->lost_payments->note( $old ) : throw $failure;
			}
		}
	}

	/** Of the same customer, as far as it is known, and not the one that it credits. */
	private function link_to_another( Task $credit, Task $invoice ): bool {
		try {
			$linked = $this->link( $credit, $invoice );
		} catch ( RemoteFailure $failure ) {
			$is_known = $this->lost_document_finder->sent_for( $credit ) !== null
				&& $this->lost_document_finder->sent_for( $invoice ) !== null;
			if ( $failure->kind === FailureKind::Rejected && ! $failure->is_of_a_read() && $is_known ) {
				$this->observations->saw( Assumption::CreditNoteOnAny, false, 'refused' );
			}
			throw $failure;
		}
		if ( $linked ) {
			$this->observations->saw( Assumption::CreditNoteOnAny, true, 'set' );
		}
		return $linked;
	}

	/**
	 * A credit note that this process has made final a moment ago is set against nothing yet. Where Sellsy refuses the
	 * sum because what was told of both is no longer so, they are looked at.
	 */
	private function link( Task $credit, Task $invoice ): bool {
		$of_note = $this->answers->due( DocumentKind::CreditNote, $credit->remote_id );
		if ( $of_note === null ) {
			return $this->link_known( $credit, $invoice );
		}
		$of_invoice = $this->answers->due( DocumentKind::Invoice, $invoice->remote_id )
			?? $this->due( $invoice );
		try {
			return $this->set( $credit, $invoice, $of_note, $of_invoice );
		} catch ( RemoteFailure $refused ) {
			$was_quicker = $refused->kind === FailureKind::Rejected
				&& ! (
					$of_note->equals( $this->payments->remaining_due( DocumentKind::CreditNote, $credit->remote_id ) )
					&& $of_invoice->equals( $this->due( $invoice ) )
				);
			// Somebody set something against them.
			return $was_quicker ? $this->link_known( $credit, $invoice ) : throw $refused;
		}
	}

	/** Linking the same two twice is refused by nobody we know of, so it is looked up first. */
	private function link_known( Task $credit, Task $invoice ): bool {
		if ( in_array( $invoice->remote_id, $this->credit_notes->linked_invoices( $credit->remote_id ), true ) ) {
			return true;
		}
		$of_note    = $this->payments->remaining_due( DocumentKind::CreditNote, $credit->remote_id );
		$of_invoice = $this->due( $invoice );
		return $this->set( $credit, $invoice, $of_note, $of_invoice );
	}

	/**
	 * As much as both have left, TTC.
	 *
	 * @throws RemoteFailure
	 */
	private function set( Task $credit, Task $invoice, Decimal $of_note, Decimal $of_invoice ): bool {
		$of_invoice = $of_invoice->minus( $this->owed_again( $credit ) );
		$amount     = $of_note->compare( $of_invoice ) < 0 ? $of_note : $of_invoice;
		if ( ! $amount->is_positive() ) {
			return false;
		}
		$this->answers->forget_due( DocumentKind::CreditNote, $credit->remote_id );
		$this->answers->forget_due( DocumentKind::Invoice, $invoice->remote_id );
		$this->credit_notes->link( $credit->remote_id, $invoice->remote_id, $amount );
		return true;
	}

	/** What a dispute took stays owed: money that goes back for another reason stands on its credit note. */
	private function owed_again( Task $credit ): Decimal {
		$rows    = $credit->key->refund_id === 0 ? [] : $this->ledger->for_order( $credit->key->order_id );
		$is_back = static fn ( Task $task ): bool =>
			$task->parent_id === $credit->id && $task->key->effect === Effect::PayBack;
		$freed   = new FreedByDispute( $rows );
		return Decimal::sum( array_filter( $rows, $is_back ) === [] ? [] : array_map( $freed->of( ... ), $rows ) );
	}

	/** The order may name another customer by now: no customer's money pays another's invoice. */
	private function is_of_another( Task $credit, Task $invoice ): bool {
		$credited = $this->lost_document_finder->sent_for( $credit )?->facts();
		$invoiced = $this->lost_document_finder->sent_for( $invoice )?->facts();
		return $credited !== null && $invoiced !== null && $credited !== $invoiced;
	}

	/** @throws RemoteFailure */
	private function due( Task $invoice ): Decimal {
		return $this->payments->remaining_due( DocumentKind::Invoice, $invoice->remote_id );
	}
}
