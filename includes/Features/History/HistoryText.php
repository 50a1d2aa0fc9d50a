<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\History;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Features\History\Rules\HistoryRow;
use OrderInvoicer\Features\History\Rules\HistoryState;
use OrderInvoicer\Wording\Names\AmountText;

/** What stands in the file. */
final class HistoryText {

	/**
	 * @param list<string> $rates percents.
	 * @return list<string>
	 */
	public function columns( array $rates ): array {
		return [
			__( 'Date', 'orderinvoicer' ),
			__( 'Number', 'orderinvoicer' ),
			__( 'Document', 'orderinvoicer' ),
			__( 'Order', 'orderinvoicer' ),
			__( 'Customer', 'orderinvoicer' ),
			__( 'Company', 'orderinvoicer' ),
			__( 'SIRET', 'orderinvoicer' ),
			__( 'VAT number', 'orderinvoicer' ),
			__( 'Country', 'orderinvoicer' ),
			__( 'Payment method', 'orderinvoicer' ),
			__( 'Excl. VAT', 'orderinvoicer' ),
			...array_merge( ...array_map( $this->of_rate( ... ), $rates ) ),
			__( 'Incl. VAT', 'orderinvoicer' ),
			__( 'Paid, credit notes deducted', 'orderinvoicer' ),
			__( 'Left to pay', 'orderinvoicer' ),
			__( 'State', 'orderinvoicer' ),
			__( 'Invoice credited', 'orderinvoicer' ),
			__( 'Currency', 'orderinvoicer' ),
		];
	}

	/** @return array{string, string} */
	private function of_rate( string $percent ): array {
		$rate = ( new AmountText() )->figure( $percent );
		return [
			/* translators: %s: rate, such as 5.5. */
			sprintf( __( 'Base at %s%%', 'orderinvoicer' ), $rate ),
			/* translators: %s: rate, such as 5.5. */
			sprintf( __( 'VAT at %s%%', 'orderinvoicer' ), $rate ),
		];
	}

	public function unknown(): string {
		return __( 'not known', 'orderinvoicer' );
	}

	public function erased(): string {
		return __( 'erased', 'orderinvoicer' );
	}

	public function state( HistoryRow $row ): string {
		return match ( $row->is_cancelled ? HistoryState::Cancelled : $row->state ) {
			HistoryState::ToDo      => __( 'To do', 'orderinvoicer' ),
			HistoryState::Waits     => __( 'Waiting', 'orderinvoicer' ),
			HistoryState::Draft     => __( 'Draft', 'orderinvoicer' ),
			HistoryState::Final     => match ( $row->kind ) {
				DocumentKind::Invoice    => _x( 'Final', 'state of an invoice', 'orderinvoicer' ),
				DocumentKind::CreditNote => _x( 'Final', 'state of a credit note', 'orderinvoicer' ),
				default                  => __( 'Made', 'orderinvoicer' ),
			},
			HistoryState::Paid      => _x( 'Paid', 'state of an invoice', 'orderinvoicer' ),
			HistoryState::Due       => _x( 'Not paid in full', 'state of an invoice', 'orderinvoicer' ),
			HistoryState::Credited  => _x( 'Credited', 'state of an invoice', 'orderinvoicer' ),
			HistoryState::Cancelled => in_array( $row->kind, [ DocumentKind::Invoice, DocumentKind::Proforma ], true )
				? _x( 'Cancelled', 'state of an invoice', 'orderinvoicer' )
				: __( 'Cancelled', 'orderinvoicer' ),
		};
	}
}
