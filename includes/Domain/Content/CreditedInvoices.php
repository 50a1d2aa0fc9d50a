<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Content;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Text\PlainText;

/**
 * The final invoices that a credit note credits, as Sellsy numbers and dates them: French rules ask for both on the
 * credit note.
 */
final class CreditedInvoices {

	/** As many as are named; of the others only how many they are. */
	private const NAMED = 10;

	/** @param list<RemoteDocument> $invoices */
	public function __construct( private readonly array $invoices ) {}

	public function count(): int {
		return count( $this->invoices );
	}

	/** "no. F-2026-00012 of 03/11/2026", several after each other; '' where there are none. */
	public function text( DocumentTexts $texts, PlainText $plain ): string {
		if ( $this->invoices === [] ) {
			return '';
		}
		$names = [];
		foreach ( array_slice( $this->invoices, 0, self::NAMED ) as $invoice ) {
			$names[] = $texts->credited_invoice(
				$plain->line( $invoice->number, PlainText::REFERENCE ),
				$invoice->date
			);
		}
		return $texts->credited_invoices( $names, max( 0, $this->count() - self::NAMED ) );
	}
}
