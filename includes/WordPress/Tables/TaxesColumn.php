<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Tables;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Report\ReportedTax;

/**
 * The taxes of a document, as the report's table holds them: `[{"id": 7, "percent": "5.5", "vat": 55, "ht": 1000}]`,
 * without `ht` where nobody knows it. Earlier releases read past it.
 */
final class TaxesColumn {

	/** Of a text that holds a base, for SQL. */
	public const WITH_BASE = '%"ht"%';

	/** Of a text that holds several taxes. */
	public const OF_SEVERAL = '%},{%';

	/**
	 * @param list<ReportedTax>|null $taxes
	 * @return string empty where nobody knows.
	 */
	public static function to_column( ?array $taxes ): string {
		$tax = static fn ( ReportedTax $tax ): array => [
			'id'      => $tax->tax_id,
			'percent' => $tax->percent,
			'vat'     => $tax->amount,
		] + ( $tax->base === null ? [] : [ 'ht' => $tax->base ] );
		return $taxes === null ? '' : (string) wp_json_encode( array_map( $tax, $taxes ) );
	}

	/**
	 * Of a text that holds these taxes with the HT of each, for SQL.
	 *
	 * @param list<ReportedTax>|null $taxes
	 */
	public static function same_with_bases( ?array $taxes ): string {
		return (string) preg_replace( '/("vat":-?\d+)}/', '$1,"ht":%}', self::to_column( $taxes ) );
	}

	/** @return list<ReportedTax>|null what cannot be read is not known. */
	public static function from_column( string $stored ): ?array {
		$found = json_decode( $stored, true );
		if ( ! is_array( $found ) ) {
			return null;
		}
		$taxes = [];
		foreach ( $found as $tax ) {
			if (
				! is_array( $tax )
				|| ! is_int( $tax['id'] ?? null )
				|| ! is_string( $tax['percent'] ?? null )
				|| ! is_int( $tax['vat'] ?? null )
			) {
				return null;
			}
			$base    = is_int( $tax['ht'] ?? null ) ? $tax['ht'] : null;
			$taxes[] = new ReportedTax(
				tax_id: $tax['id'],
				percent: $tax['percent'],
				amount: $tax['vat'],
				base: $base
			);
		}
		return $taxes;
	}
}
