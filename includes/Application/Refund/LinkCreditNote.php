<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application\Refund;

use OrderInvoicer\Application\EffectWork;
use OrderInvoicer\Application\FinishEffect;
use OrderInvoicer\Application\OpenFollowUps;
use OrderInvoicer\Application\Ports\CreditNotes;
use OrderInvoicer\Application\Ports\Ledger;
use OrderInvoicer\Application\Ports\Payments;
use OrderInvoicer\Application\Wait;
use OrderInvoicer\Domain\Document\CannotInvoice;
use OrderInvoicer\Domain\Document\DocumentKind;
use OrderInvoicer\Domain\Sync\Effect;
use OrderInvoicer\Domain\Sync\Problem;
use OrderInvoicer\Domain\Sync\ProblemCode;
use OrderInvoicer\Domain\Sync\Sync;
use OrderInvoicer\Domain\Sync\SyncState;

/**
 * A final credit note is set against its invoice, as far as both have something left: of a paid invoice nothing is due, and
 * the credit note stays open for what is paid back.
 */
final class LinkCreditNote implements EffectWork {

	private const WAIT = 30;

	public function __construct(
		private readonly CreditNotes $credit_notes,
		private readonly Payments $payments,
		private readonly Ledger $ledger,
		private readonly InvoiceToCredit $invoices,
		private readonly FinishEffect $finish,
		private readonly OpenFollowUps $follow_ups,
	) {}

	public function run( Sync $sync ): void {
		$credit = $this->ledger->find( $sync->parent_id );
		if ( $credit === null || $credit->remote_id === 0 ) {
			throw CannotInvoice::because( ProblemCode::DocumentGone, [ 'id' => 0 ] );
		}
		$this->after_the_payment( $sync );
		$invoice = $this->invoices->row( $credit );
		$linked  = $this->link( $credit->remote_id, $invoice->remote_id );
		$this->finish->done( $sync, $linked ? DocumentKind::Invoice->value : '', $linked ? $invoice->remote_id : 0 );
		$this->follow_ups->open( $sync->key->order_id );
	}

	/** What the order paid goes on the invoice first; the credit note then takes what is left. */
	private function after_the_payment( Sync $sync ): void {
		foreach ( $this->ledger->for_order( $sync->key->order_id ) as $row ) {
			if ( $row->key->effect === Effect::RecordPayment && in_array( $row->state, [ SyncState::Queued, SyncState::Working ], true ) ) {
				throw new Wait( new Problem( ProblemCode::WaitsForDocument ), self::WAIT );
			}
		}
	}

	/** Linking the same two twice is refused by nobody we know of, so it is looked up first. */
	private function link( int $credit_note_id, int $invoice_id ): bool {
		if ( in_array( $invoice_id, $this->credit_notes->linked_invoices( $credit_note_id ), true ) ) {
			return true;
		}
		$of_note    = $this->payments->remaining_due( DocumentKind::CreditNote, $credit_note_id );
		$of_invoice = $this->credit_notes->remaining_due( $invoice_id );
		$amount     = $of_note->compare( $of_invoice ) < 0 ? $of_note : $of_invoice;
		if ( ! $amount->is_positive() ) {
			return false;
		}
		$this->credit_notes->link( $credit_note_id, $invoice_id, $amount );
		return true;
	}
}
