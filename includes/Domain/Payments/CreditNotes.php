<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Payments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Content\DraftRow;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;

/** Credit notes set against invoices. */
interface CreditNotes {

	/**
	 * `POST /credit-notes/{creditNoteId}/invoices/{invoiceId}`.
	 *
	 * @param Decimal $amount TTC, above zero, at most what remains of both.
	 * @throws RemoteFailure
	 */
	public function link( int $credit_note_id, int $invoice_id, Decimal $amount ): void;

	/**
	 * Invoices that this credit note is set against.
	 *
	 * @return list<int>
	 * @throws RemoteFailure
	 */
	public function linked_invoices( int $credit_note_id ): array;

	/**
	 * The priced rows of an invoice or credit note as they stand, HT.
	 *
	 * @return list<DraftRow> without items.
	 * @throws RemoteFailure
	 */
	public function rows( DocumentKind $kind, int $id, Currency $currency ): array;
}
