<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Sales;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Settings\Biller;

/**
 * One sale that stands in the shop twice: as the order that the shopper placed, and as children that hold its lines
 * again, such as a marketplace's order for each seller. Only one side of it is billed.
 */
final class Sale {

	/**
	 * @param non-empty-list<OrderSnapshot> $children
	 * @param string                        $named_by the plugin that says so; empty: the totals add up.
	 * @param array<int, true>              $invoiced ids of those that have an invoice: they keep it.
	 */
	public function __construct(
		public readonly OrderSnapshot $parent,
		public readonly array $children,
		public readonly string $named_by,
		public readonly Biller $biller,
		private readonly array $invoiced,
	) {}

	/** @return non-empty-list<int> */
	public function order_ids(): array {
		return [ $this->parent->id, ...array_column( $this->children, 'id' ) ];
	}

	/** Its documents are made, or it has one. */
	public function bills( int $order_id ): bool {
		return isset( $this->invoiced[ $order_id ] ) || match ( $this->biller ) {
			Biller::Parent   => $order_id === $this->parent->id,
			Biller::Children => $order_id !== $this->parent->id,
			default          => false,
		};
	}

	/**
	 * @return list<OrderSnapshot> those that have no documents of their own and whose refunds, payment and end count on
	 *                             that order's.
	 */
	public function counted_on( int $order_id ): array {
		$others = $order_id === $this->parent->id ? $this->children : [ $this->parent ];
		return $this->bills( $order_id )
			? array_values(
				array_filter( $others, fn ( OrderSnapshot $other ): bool => ! $this->bills( $other->id ) )
			)
			: [];
	}

	/** @return list<int> the orders whose documents tell of what happens to that one, which has none of its own. */
	public function told_by( int $order_id ): array {
		$others = $order_id === $this->parent->id ? $this->children : [ $this->parent ];
		return $this->bills( $order_id )
			? []
			: array_values(
				array_filter( array_column( $others, 'id' ), fn ( int $other ): bool => $this->bills( $other ) )
			);
	}

	/** Why no document is made of that order; null where one is. */
	public function obstacle( int $order_id ): ?Problem {
		if ( $this->bills( $order_id ) ) {
			return null;
		}
		$children = implode( ', ', array_column( $this->children, 'number' ) );
		$facts    = [
			'number'   => $this->parent->number,
			'children' => $children,
			'by'       => $this->named_by,
		];
		if ( $this->biller !== Biller::NotSaid ) {
			return new Problem( ProblemCode::PartOfSale, [ 'biller' => $this->biller->value ] + $facts );
		}
		$more = $this->difference();
		return new Problem(
			ProblemCode::WhoBills,
			$facts + ( $more->is_zero() ? [] : [ 'amount' => $more->to_scale( $this->parent->currency->decimals ) ] )
		);
	}

	/** What the order charges beside its children, such as a delivery that stands on it alone. */
	public function difference(): Decimal {
		return self::beside( $this->parent, $this->children );
	}

	/** @param list<OrderSnapshot> $children */
	public static function beside( OrderSnapshot $parent, array $children ): Decimal {
		return $parent->total->minus( Decimal::sum( array_column( $children, 'total' ) ) );
	}
}
