<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Refunds;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Drafts\ReconcileDocument;
use OrderInvoicer\Domain\Failures\CannotInvoice;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\Wait;
use OrderInvoicer\Domain\FollowUps\OpenFollowUps;
use OrderInvoicer\Domain\FollowUps\SettingCredit;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\EffectWork;
use OrderInvoicer\Domain\Ledger\FinishEffect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Sync;
use OrderInvoicer\Domain\Ledger\SyncState;
use OrderInvoicer\Domain\Payments\CreditNotes;
use OrderInvoicer\Domain\Payments\Payments;

/**
 * A final credit note is set against its invoice, as far as both have something left: of a paid invoice nothing is due, and
 * the credit note stays open for what is paid back. What a credit note of the whole invoice has left was paid for that
 * invoice; it is set against the one that replaces it, and nobody has to touch the payment.
 */
final class LinkCreditNote implements EffectWork {

	private const WAIT = 30;

	public function __construct(
		private readonly CreditNotes $credit_notes,
		private readonly Payments $payments,
		private readonly Ledger $ledger,
		private readonly InvoiceToCredit $invoices,
		private readonly ReconcileDocument $sent,
		private readonly FinishEffect $finish,
		private readonly OpenFollowUps $follow_ups,
	) {}

	public function run( Sync $sync ): void {
		$credit = $this->ledger->find( $sync->parent_id );
		if ( $credit === null || $credit->remote_id === 0 ) {
			throw CannotInvoice::because( ProblemCode::DocumentGone, [ 'id' => 0 ] );
		}
		$this->after_what_was_paid( $sync );
		$invoice = $sync->key->part === SettingCredit::NEW_INVOICE ? $this->invoices->replacing( $credit ) : $this->invoices->row( $credit );
		$linked  = $this->link( $credit, $invoice );
		$this->finish->done( $sync, $linked ? DocumentKind::Invoice->value : '', $linked ? $invoice->remote_id : 0 );
		$this->follow_ups->open( $sync->key->order_id );
	}

	/** What the order paid goes on the invoice first, as a payment or as credit of an invoice before; a refund's credit note then takes what is left. */
	private function after_what_was_paid( Sync $sync ): void {
		foreach ( $this->ledger->for_order( $sync->key->order_id ) as $row ) {
			$is_paid = $row->key->effect === Effect::RecordPayment || ( $row->key->effect === Effect::LinkCreditNote && $row->key->part === SettingCredit::NEW_INVOICE && $sync->key->refund_id > 0 );
			if ( $is_paid && in_array( $row->state, [ SyncState::Queued, SyncState::Working ], true ) ) {
				throw new Wait( new Problem( ProblemCode::WaitsForDocument, [ 'for' => 'payment' ] ), self::WAIT );
			}
		}
	}

	/** Linking the same two twice is refused by nobody we know of, so it is looked up first. */
	private function link( Sync $credit, Sync $invoice ): bool {
		if ( in_array( $invoice->remote_id, $this->credit_notes->linked_invoices( $credit->remote_id ), true ) ) {
			return true;
		}
		$of_note    = $this->payments->remaining_due( DocumentKind::CreditNote, $credit->remote_id );
		$of_invoice = $this->credit_notes->remaining_due( $invoice->remote_id );
		$amount     = $of_note->compare( $of_invoice ) < 0 ? $of_note : $of_invoice;
		if ( ! $amount->is_positive() ) {
			return false;
		}
		$this->check_customer( $credit, $invoice );
		$this->credit_notes->link( $credit->remote_id, $invoice->remote_id, $amount );
		return true;
	}

	/** The order may name another customer by now: no customer's money pays another's invoice. */
	private function check_customer( Sync $credit, Sync $invoice ): void {
		$credited = $this->sent->sent_for( $credit )?->facts();
		$invoiced = $this->sent->sent_for( $invoice )?->facts();
		if ( $credited !== null && $invoiced !== null && $credited !== $invoiced ) {
			$facts = [
				'credit_note' => $credit->remote_number,
				'invoice'     => $invoice->remote_number,
			];
			throw CannotInvoice::because( ProblemCode::CreditOfAnother, $facts );
		}
	}
}
