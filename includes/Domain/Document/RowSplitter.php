<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Document;

use OrderInvoicer\Domain\Money\Decimal;

/**
 * Rewrites rows for accounts that keep fewer decimals of a unit price: only prices with the currency's own decimals
 * remain. Their totals, and so the document's, stay what they were.
 */
final class RowSplitter {

	public function __construct( private readonly DocumentTexts $texts ) {}

	/** @param list<int> $indexes of the draft's rows; those that cannot become simpler stay as they are. */
	public function split( DocumentDraft $draft, array $indexes ): DocumentDraft {
		$prices    = new RowPrices( $this->texts, $draft->currency->decimals );
		$splitable = array_intersect( $this->splittable( $draft ), $indexes );
		$rows      = [];
		foreach ( $draft->rows as $i => $row ) {
			$parts = in_array( $i, $splitable, true ) && $row->quantity !== null && $row->total !== null
				? $prices->split( $row, $row->quantity, $row->total )
				: [ $row ];
			array_push( $rows, ...$parts );
		}
		return $draft->with_rows( $rows );
	}

	/**
	 * Indexes of rows that can be written more simply: all of them where Sellsy refuses decimals without naming a row.
	 *
	 * @return list<int>
	 */
	public function splittable( DocumentDraft $draft ): array {
		$one     = Decimal::of_int( 1 );
		$indexes = [];
		foreach ( $draft->rows as $i => $row ) {
			$simple = $row->quantity === null || $row->unit_amount === null
				|| ( $row->quantity->equals( $one ) && $row->unit_amount->scale() <= $draft->currency->decimals );
			if ( ! $simple ) {
				$indexes[] = $i;
			}
		}
		return $indexes;
	}
}
