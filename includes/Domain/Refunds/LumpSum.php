<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Refunds;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Amounts\TaxGroup;
use OrderInvoicer\Domain\Amounts\TtcTotals;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\LargestRemainder;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundSnapshot;

/**
 * An amount that was given back without naming lines. It is spread over what is left of each tax, one row per tax. The
 * "Arrondi" of the invoice is credited last, when everything else is.
 */
final class LumpSum {

	private readonly LargestRemainder $remainder;
	private readonly TtcTotals $totals;

	public function __construct() {
		$this->remainder = new LargestRemainder();
		$this->totals    = new TtcTotals( $this->remainder );
	}

	/** @param string $name of the rows. */
	public function credit( OrderSnapshot $order, RefundSnapshot $refund, Remaining $left, string $name ): Credit {
		$amount   = $refund->amount->to_minor( $order->currency->decimals );
		$lines    = $this->lines( $amount, $left->ttc, $left, $name );
		$credited = $order->charging( $refund->amount, $lines, false );
		return new Credit( $credited, count( $lines ) + $left->positive_rest() );
	}

	/**
	 * @param int                $amount TTC, minor units.
	 * @param array<string, int> $held   TTC by tax that may be taken, minor units.
	 * @param int                $id     of the first.
	 * @return list<OrderLine>
	 */
	public function lines( int $amount, array $held, Remaining $left, string $name, int $id = 1 ): array {
		$lines = [];
		foreach ( $this->spread( $amount, $held ) as $key => $ttc ) {
			$group = $left->groups[ $key ];
			$ht    = $this->totals->ht( $group, $ttc );
			if ( $ht > 0 ) {
				$lines[] = $this->line( $id + count( $lines ), $group, $ht, $ttc, $name );
			}
		}
		return $lines;
	}

	/**
	 * @param array<string, int> $held
	 * @return array<string, int> TTC by tax, minor units.
	 */
	private function spread( int $amount, array $held ): array {
		$held = array_filter( $held, static fn ( int $ttc ): bool => $ttc > 0 );
		if ( $held === [] ) {
			return [];
		}
		$shares = array_map( Decimal::of_int( ... ), array_values( $held ) );
		return array_combine(
			array_keys( $held ),
			$this->remainder->spread( min( $amount, array_sum( $held ) ), $shares )
		);
	}

	/** As a line of that tax on the invoice, so that a missing rate has the same reason. */
	private function line( int $id, TaxGroup $group, int $ht, int $ttc, string $name ): OrderLine {
		$like  = $group->parts[0]->line;
		$total = Decimal::of_minor( $ht, $group->decimals );
		$rate  = $group->parts[0]->rate_id;
		$taxes = $rate === null ? [] : [ $rate => Decimal::of_minor( $ttc - $ht, $group->decimals ) ];
		return new OrderLine(
			id: $id,
			kind: $like->kind,
			name: $name,
			quantity: Decimal::of_int( 1 ),
			total: $total,
			subtotal: $total,
			taxes: $taxes,
			taxable: $like->taxable,
			skus: [],
			product_id: 0,
			is_virtual: $like->is_virtual,
			details: ''
		);
	}
}
