<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Content\DraftRow;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Payments\CreditNotes;
use OrderInvoicer\Sellsy\Client\Answer;
use OrderInvoicer\Sellsy\Mapping\RowMapping;
use OrderInvoicer\Sellsy\Resources\DocumentLinks;
use OrderInvoicer\Sellsy\Resources\Documents;

/**
 * @assumes credit-note-of-draft
 */
final class SellsyCreditNotes implements CreditNotes {

	public function __construct(
		private readonly DocumentLinks $links,
		private readonly Documents $documents,
		private readonly RowMapping $rows,
	) {}

	public function link( int $credit_note_id, int $invoice_id, Decimal $amount ): void {
		$this->links->set_against( $credit_note_id, $invoice_id, $amount->to_string() );
	}

	public function linked_invoices( int $credit_note_id ): array {
		return array_map(
			static fn( Answer $invoice ): int => $invoice->id(),
			$this->links->invoices_of( $credit_note_id )
		);
	}

	public function rows( DocumentKind $kind, int $id, Currency $currency ): array {
		$rows = array_map(
			fn( Answer $row ): ?DraftRow => $this->rows->row( $row, $currency ),
			$this->documents->get( $kind, $id )->list( 'rows' )
		);
		return array_values( array_filter( $rows ) );
	}
}
