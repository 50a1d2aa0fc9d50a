<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Amounts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\LargestRemainder;
use OrderInvoicer\Domain\Money\Rounding;
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
		$groups = $this->groups( $order, $rates, $known_rest );
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

	/**
	 * The lines by tax, once it is sure that the order is whole.
	 *
	 * @return list<TaxGroup>
	 * @throws NeedsAttention
	 */
	private function groups( OrderSnapshot $order, OrderRates $rates, int $known_rest ): array {
		$taxes = new LineTaxes( $order, $rates, $this->remainder );
		$parts = [];
		foreach ( $order->lines as $line ) {
			foreach ( $taxes->parts( $line ) as $part ) {
				$parts[ TaxGroup::key( $part->tax ) ][] = $part;
			}
		}
		$stored = $this->stored( $order, $rates );
		$groups = [];
		foreach ( $parts as $key => $of_tax ) {
			$groups[] = new TaxGroup( $of_tax, $stored[ $key ] ?? Decimal::zero(), $order->currency->decimals );
		}
		$this->check_sum( $order, $groups, $known_rest );
		array_map( $this->check_sign( ... ), $groups );
		return $groups;
	}

	/**
	 * @return array<string, Decimal> VAT of the order's tax items by group.
	 * @throws NeedsAttention
	 */
	private function stored( OrderSnapshot $order, OrderRates $rates ): array {
		$on_lines = [];
		foreach ( $order->lines as $line ) {
			$on_lines += $line->taxes;
		}
		$stored = [];
		foreach ( $order->taxes as $tax ) {
			$vat = $tax->total->plus( $tax->shipping_total );
			if ( isset( $on_lines[ $tax->rate_id ] ) ) {
				$key            = TaxGroup::key( $rates->mapped( $tax ) );
				$stored[ $key ] = ( $stored[ $key ] ?? Decimal::zero() )->plus( $vat );
			} elseif ( ! $vat->is_zero() ) {
				throw NeedsAttention::because( ProblemCode::TaxWithoutRate, [ 'line' => $tax->label ] );
			}
		}
		return $stored;
	}

	/**
	 * @param list<TaxGroup> $groups
	 * @throws NeedsAttention
	 */
	private function check_sum( OrderSnapshot $order, array $groups, int $known_rest ): void {
		$taxes = [ ...array_column( $order->taxes, 'total' ), ...array_column( $order->taxes, 'shipping_total' ) ];
		$sum   = Decimal::sum( [ ...array_column( $order->lines, 'total' ), ...$taxes ] );
		$bound = 2 * $known_rest;
		foreach ( $groups as $group ) {
			$bound += $group->doubled_bound();
		}
		$most = Decimal::of_minor( 5 * $bound, $order->currency->decimals + 1 );
		if ( $order->total->minus( $sum )->abs()->compare( $most ) > 0 ) {
			throw NeedsAttention::because(
				ProblemCode::LinesDoNotAddUp,
				[
					'order_total' => $order->currency->text( $order->total ),
					'lines_total' => $order->currency->rounded_text( $sum ),
				]
			);
		}
	}

	/**
	 * A negative fee may empty its tax, but not more.
	 *
	 * @throws NeedsAttention
	 */
	private function check_sign( TaxGroup $group ): void {
		if ( $group->charged()->rounded_minor( $group->decimals, Rounding::HalfUp ) >= 0 ) {
			return;
		}
		foreach ( $group->parts as $part ) {
			if ( $part->is_negative() ) {
				throw NeedsAttention::because( ProblemCode::NegativeFeeTooBig, [ 'line' => $part->line->name ] );
			}
		}
	}
}
