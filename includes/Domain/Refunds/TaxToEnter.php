<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Refunds;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\OrderTax;

/** What a person enters in the shop so that the VAT of a refund fits: HT and VAT of what was given back. */
final class TaxToEnter {

	/**
	 * @param OrderSnapshot $refunded the refund in the form of an order.
	 * @return array<string, string> facts of RefundTaxesDiffer; empty where several lines or rates leave it open.
	 */
	public static function facts( OrderSnapshot $invoiced, OrderSnapshot $refunded ): array {
		$line = array_column( $invoiced->lines, null, 'id' )[ $refunded->lines[0]->id ?? 0 ] ?? null;
		$tax  = $line === null ? null : self::only_tax( $invoiced, array_keys( $line->taxes ) );
		if (
			$line === null
			|| $tax === null
			|| count( $refunded->lines ) !== 1
			|| $refunded->total->compare( $line->incl_tax() ) > 0
		) {
			return [];
		}
		$decimals = $invoiced->currency->decimals;
		$hundred  = Decimal::of_int( 100 );
		$excl_tax = $refunded->total
			->times( $hundred )
			->divided_by( $hundred->plus( $tax->percent ), $decimals, Rounding::HalfUp );
		return [
			'enter'     => $excl_tax->to_scale( $decimals ),
			'enter_vat' => $refunded->total->minus( $excl_tax )->to_scale( $decimals ),
		];
	}

	/** @param list<int> $rates of a line. */
	private static function only_tax( OrderSnapshot $invoiced, array $rates ): ?OrderTax {
		return count( $rates ) === 1 ? array_column( $invoiced->taxes, null, 'rate_id' )[ $rates[0] ] ?? null : null;
	}
}
