<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Amounts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Money\LargestRemainder;
use OrderInvoicer\Domain\Order\OrderSnapshot;

/** From an order's lines to HT per tax and the rest, on the side that the shop entered its prices. */
final class OrderAmounts {

	private readonly LargestRemainder $remainder;

	public function __construct() {
		$this->remainder = new LargestRemainder();
	}

	/**
	 * @param int $cap        most minor units of rest that the owner allows.
	 * @param int $known_rest what of a rest another document has shown already, minor units.
	 * @throws NeedsAttention
	 */
	public function amounts( OrderSnapshot $order, OrderRates $rates, int $cap, int $known_rest = 0 ): DocumentAmounts {
		$total  = $this->total( $order );
		$groups = ( new TaxGroups( $known_rest ) )
			->groups( $order, $rates, new LineTaxes( $order, $rates, $this->remainder ) );
		$decimals = $order->currency->decimals;
		if ( $groups === [] ) {
			return $total > 0 && $total <= $known_rest
				? new DocumentAmounts( total: $total, groups: [], rest: $total, decimals: $decimals )
				: throw NeedsAttention::because( ProblemCode::NothingToInvoice );
		}
		$settling = new RoundingRest( total: $total, decimals: $decimals, cap: $cap, known: $known_rest );
		$groups   = $settling->settle( $this->computed( $order, $total, $groups ) );
		return new DocumentAmounts(
			total: $total,
			groups: $groups,
			rest: $settling->rest( $groups ),
			decimals: $decimals
		);
	}

	/** The order's total in minor units. */
	private function total( OrderSnapshot $order ): int {
		if ( $order->total->is_negative() ) {
			$facts = [ 'amount' => $order->total->to_string() ] + [ 'currency' => $order->currency->code ];
			throw NeedsAttention::because( ProblemCode::AmountNotWritable, $facts );
		}
		return $order->total->to_minor( $order->currency->decimals );
	}

	/**
	 * Without any VAT, HT is what was charged, however prices were entered: no rest can arise, and none could be
	 * written beside category O.
	 *
	 * @param non-empty-list<TaxGroup> $groups
	 * @return non-empty-list<TaxGroup>
	 */
	private function computed( OrderSnapshot $order, int $total, array $groups ): array {
		$taxed = array_filter( $groups, static fn ( TaxGroup $group ): bool => ! $group->rate()->is_zero() );
		return $order->prices_include_tax || $taxed === []
			? ( new TtcTotals( $this->remainder ) )->totals( $total, $groups )
			: self::each_line_kept( $groups );
	}

	/**
	 * HT per tax when prices were entered HT: each line's rounded HT is kept.
	 *
	 * @param non-empty-list<TaxGroup> $groups
	 * @return non-empty-list<TaxGroup>
	 */
	private static function each_line_kept( array $groups ): array {
		return array_map(
			static fn ( TaxGroup $group ): TaxGroup =>
				$group->with_ht( max( 0, array_sum( array_column( $group->parts, 'ht' ) ) ) ),
			$groups
		);
	}
}
