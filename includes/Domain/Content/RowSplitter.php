<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Content;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;

/**
 * Rewrites rows for accounts that keep fewer decimals of a unit price: only prices with the currency's own decimals
 * remain. Their totals, and so the document's, stay what they were.
 */
final class RowSplitter {

	public function __construct( private readonly DocumentTexts $texts ) {}

	/** @param list<int> $indexes of the draft's rows; those that cannot become simpler stay as they are. */
	public function split( DocumentDraft $draft, array $indexes ): DocumentDraft {
		$prices = new RowPrices( $this->texts, $draft->currency->decimals );
		$rows   = [];
		foreach ( $draft->rows as $i => $row ) {
			$parts = in_array( $i, $indexes, true )
				&& $row->quantity !== null
				&& $row->total !== null
				&& $this->can_split( $draft, $i )
				? $prices->split( $row, $row->quantity, $row->total )
				: [ $row ];
			array_push( $rows, ...$parts );
		}
		return $draft->with_rows( $rows );
	}

	/** Whether the row can be written more simply. */
	public function can_split( DocumentDraft $draft, int $index ): bool {
		$row = $draft->rows[ $index ];
		return $this->has_decimals( $draft, $row ) || $row->quantity?->equals( Decimal::of_int( 1 ) ) === false;
	}

	/**
	 * Where Sellsy names no row: those with decimals in price or quantity; nothing else can be rounded otherwise.
	 *
	 * @return list<int> indexes.
	 */
	public function splittable( DocumentDraft $draft ): array {
		return array_values(
			array_filter(
				array_keys( $draft->rows ),
				fn ( int $i ): bool => $this->has_decimals( $draft, $draft->rows[ $i ] )
			)
		);
	}

	private function has_decimals( DocumentDraft $draft, DraftRow $row ): bool {
		return ( $row->unit_amount?->scale() ?? 0 ) > $draft->currency->decimals
			|| ( $row->quantity?->scale() ?? 0 ) > 0;
	}
}
