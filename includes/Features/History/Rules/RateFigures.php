<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\History\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Report\ReportedTax;

/** What a document charges by rate of VAT. Two taxes of one rate are one rate. */
final class RateFigures {

	/**
	 * @param list<ReportedTax> $taxes
	 * @return array<string, array{base: ?int, vat: int}> by percent, such as `5.5`; `base` null: nobody knows.
	 */
	public static function of( array $taxes ): array {
		$rates = [];
		foreach ( $taxes as $tax ) {
			$percent           = self::percent( $tax );
			$base              = array_key_exists( $percent, $rates ) ? $rates[ $percent ]['base'] : 0;
			$rates[ $percent ] = [
				'base' => $base === null || $tax->base === null ? null : $base + $tax->base,
				'vat'  => ( $rates[ $percent ]['vat'] ?? 0 ) + $tax->amount,
			];
		}
		return $rates;
	}

	public static function percent( ReportedTax $tax ): string {
		return Decimal::from_string( $tax->percent )->to_string();
	}
}
