<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Amounts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\RemoteTax;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\LargestRemainder;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\OrderSnapshot;

/**
 * Which Sellsy tax each line comes under, and with what amount. A line that is worth nothing and has no rate comes
 * under none.
 */
final class LineTaxes {

	private readonly LineBases $bases;

	public function __construct(
		private readonly OrderSnapshot $order,
		private readonly OrderRates $rates,
		private readonly LargestRemainder $remainder,
	) {
		$this->bases = new LineBases( $order->currency->decimals );
	}

	/**
	 * @return list<LinePart>
	 * @throws NeedsAttention
	 */
	public function parts( OrderLine $line ): array {
		if ( $line->taxes !== [] ) {
			return $this->taxed( $line, $line->taxes );
		}
		if ( $line->total->is_zero() ) {
			return [];
		}
		$tax = $this->rates->exempt_tax( $this->order, $line );
		return [
			new LinePart(
				line: $line,
				tax: $tax,
				base: $line->total,
				vat: Decimal::zero(),
				ht: $this->rounded( $line ),
				whole: true
			),
		];
	}

	/**
	 * @param non-empty-array<int, Decimal> $vat by rate id.
	 * @return list<LinePart>
	 * @throws NeedsAttention
	 */
	private function taxed( OrderLine $line, array $vat ): array {
		$taxes = [];
		foreach ( array_keys( $vat ) as $rate_id ) {
			$taxes[ $rate_id ] = $this->rates->tax( $rate_id, $line, $this->order );
		}
		$percents = array_map( static fn ( RemoteTax $tax ): Decimal => $tax->rate, $taxes );
		return $this->parts_of( $line, $taxes, $this->bases->bases( $line, $percents ) );
	}

	/**
	 * @param array<int, RemoteTax>         $taxes by rate id.
	 * @param non-empty-array<int, Decimal> $bases by rate id.
	 * @return list<LinePart>
	 */
	private function parts_of( OrderLine $line, array $taxes, array $bases ): array {
		$rounded = $this->rounded( $line );
		$shares  = array_map( static fn ( Decimal $base ): Decimal => $base->abs(), array_values( $bases ) );
		$amounts = $this->remainder->spread( abs( $rounded ), $shares );
		$parts   = [];
		foreach ( array_keys( $bases ) as $i => $rate_id ) {
			$ht      = $rounded < 0 ? -$amounts[ $i ] : $amounts[ $i ];
			$parts[] = new LinePart(
				line: $line,
				tax: $taxes[ $rate_id ],
				base: $bases[ $rate_id ],
				vat: $line->taxes[ $rate_id ],
				ht: $ht,
				whole: count( $bases ) === 1,
				rate_id: $rate_id
			);
		}
		return $parts;
	}

	private function rounded( OrderLine $line ): int {
		return $line->total->rounded_minor( $this->order->currency->decimals, Rounding::HalfUp );
	}
}
