<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Content;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Amounts\TaxGroup;
use OrderInvoicer\Domain\Amounts\Totals;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\LargestRemainder;

/** What Sellsy must find, by its own tax ids: several may share a category and rate, and then share their VAT. */
final class DocumentTotals {

	/**
	 * @param int            $total TTC, minor units.
	 * @param list<TaxGroup> $groups
	 * @param list<DraftRow> $rows
	 */
	public function totals( int $total, array $groups, array $rows ): Totals {
		$by_tax = [];
		$ht     = 0;
		foreach ( $rows as $row ) {
			if ( $row->tax_id !== null && $row->total !== null ) {
				$by_tax[ $row->tax_id ]['ht']  = ( $by_tax[ $row->tax_id ]['ht'] ?? 0 ) + $row->total;
				$by_tax[ $row->tax_id ]['vat'] = 0;
				$ht                           += $row->total;
			}
		}
		foreach ( $groups as $group ) {
			$by_tax = $this->with_vat( $by_tax, $group );
		}
		return new Totals( $ht, $total, $by_tax );
	}

	/**
	 * @param array<int, array{ht: int, vat: int}> $by_tax
	 * @return array<int, array{ht: int, vat: int}>
	 */
	private function with_vat( array $by_tax, TaxGroup $group ): array {
		$ids = [];
		foreach ( $group->parts as $part ) {
			$ids[ $part->tax->id ] = Decimal::of_int( $by_tax[ $part->tax->id ]['ht'] ?? 0 );
		}
		$shares = ( new LargestRemainder() )->spread( $group->vat(), array_values( $ids ) );
		foreach ( array_keys( $ids ) as $i => $tax_id ) {
			$by_tax[ $tax_id ] = [
				'ht'  => $by_tax[ $tax_id ]['ht'] ?? 0,
				'vat' => $shares[ $i ],
			];
		}
		return $by_tax;
	}
}
