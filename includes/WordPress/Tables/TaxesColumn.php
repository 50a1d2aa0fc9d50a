<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Tables;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Report\ReportedTax;

/** The VAT of a document per tax, as the report's table holds it: `[{"id": 7, "percent": "5.5", "vat": 55}]`. */
final class TaxesColumn {

	/**
	 * @param list<ReportedTax>|null $taxes
	 * @return string empty where nobody knows.
	 */
	public static function to_column( ?array $taxes ): string {
		$tax = static fn ( ReportedTax $tax ): array => [
			'id'      => $tax->tax_id,
			'percent' => $tax->percent,
			'vat'     => $tax->amount,
		];
		return $taxes === null ? '' : (string) wp_json_encode( array_map( $tax, $taxes ) );
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
			$taxes[] = new ReportedTax( $tax['id'], $tax['percent'], $tax['vat'] );
		}
		return $taxes;
	}
}
