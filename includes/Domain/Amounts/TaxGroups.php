<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Amounts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Domain\Order\OrderSnapshot;

/** Sorts an order's lines by tax and makes sure that the order is whole before anything is computed from it. */
final class TaxGroups {

	/** @param int $known minor units that need no explanation: the document that is credited has them. */
	public function __construct( private readonly int $known = 0 ) {}

	/**
	 * @return list<TaxGroup>
	 * @throws NeedsAttention
	 */
	public function groups( OrderSnapshot $order, OrderRates $rates, LineTaxes $taxes ): array {
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
		$this->check_sum( $order, $groups );
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
	private function check_sum( OrderSnapshot $order, array $groups ): void {
		$taxes = [ ...array_column( $order->taxes, 'total' ), ...array_column( $order->taxes, 'shipping_total' ) ];
		$sum   = Decimal::sum( [ ...array_column( $order->lines, 'total' ), ...$taxes ] );
		$bound = 2 * $this->known;
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
