<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Order;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\RoundedParts;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Domain\Order\RefundLine;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;

/** An order's refunds, oldest first, as positive numbers although WooCommerce stores them negative. */
final class OrderRefunds {

	public function __construct(
		private readonly RelatedOrders $related,
		private readonly Disputes $disputes = new Disputes(),
	) {}

	/**
	 * @return list<int> of refunds that are there, and in the bin.
	 * @throws DatabaseRefused
	 */
	public function ids( int $order_id ): array {
		return $this->related->refunds( [ $order_id ] );
	}

	/**
	 * @return list<int> of orders that were made of it, also in the bin.
	 * @throws DatabaseRefused
	 */
	public function children( int $order_id ): array {
		return $this->related->children( $order_id );
	}

	/** @return list<RefundSnapshot> */
	public function refunds( \WC_Order $order ): array {
		$refunds = array_map(
			$this->refund( ... ),
			array_filter(
				$order->get_refunds(),
				static fn ( mixed $refund ): bool => $refund instanceof \WC_Order_Refund
			)
		);
		usort( $refunds, static fn ( RefundSnapshot $a, RefundSnapshot $b ): int => $a->id <=> $b->id );
		return self::rounded( $refunds, $order );
	}

	/**
	 * As they were paid back.
	 *
	 * @param list<RefundSnapshot> $refunds oldest first.
	 * @return list<RefundSnapshot>
	 */
	private static function rounded( array $refunds, \WC_Order $order ): array {
		$decimals = Currency::from_code( $order->get_currency( 'edit' ) )->decimals;
		$total    = Stored::decimal( $order->get_total( 'edit' ) );
		$amounts  = RoundedParts::of(
			array_column( $refunds, 'amount' ),
			$total,
			$total->round( $decimals, Rounding::HalfUp ),
			$decimals
		);
		return array_map(
			static fn ( RefundSnapshot $refund, Decimal $amount ): RefundSnapshot => $refund->of( $amount ),
			$refunds,
			$amounts
		);
	}

	private function refund( \WC_Order_Refund $refund ): RefundSnapshot {
		$created = $refund->get_date_created( 'edit' )?->getTimestamp() ?? 0;
		$saved   = $refund->get_date_modified( 'edit' )?->getTimestamp() ?? $created;
		$is_lost = $this->disputes->made( $refund );
		return new RefundSnapshot(
			id: $refund->get_id(),
			amount: Stored::decimal( $refund->get_amount( 'edit' ) )->abs(),
			lines: $this->lines( $refund ),
			reason: $refund->get_reason( 'edit' ),
			created_at: new \DateTimeImmutable( "@$created" ),
			is_paid_back: $is_lost || $refund->get_refunded_payment( 'edit' ),
			stored_at: new \DateTimeImmutable( "@$saved" ),
			is_disputed: $is_lost,
		);
	}

	/** @return list<RefundLine> */
	private function lines( \WC_Order_Refund $refund ): array {
		$lines = [];
		foreach ( $refund->get_items( [ 'line_item', 'shipping', 'fee' ] ) as $item ) {
			$order_line = $item->get_meta( '_refunded_item_id' );
			if (
				is_numeric( $order_line )
				&& (
					$item instanceof \WC_Order_Item_Product
					|| $item instanceof \WC_Order_Item_Shipping
					|| $item instanceof \WC_Order_Item_Fee
				)
			) {
				$lines[] = new RefundLine(
					order_line_id: (int) $order_line,
					quantity: Stored::decimal( $item->get_quantity() )->abs(),
					total: Stored::decimal( $item->get_total( 'edit' ) )->negated(),
					taxes: $this->taxes( $item )
				);
			}
		}
		return $lines;
	}

	/** @return array<int, Decimal> */
	private function taxes( \WC_Order_Item_Product|\WC_Order_Item_Shipping|\WC_Order_Item_Fee $item ): array {
		$stored = $item->get_taxes()['total'] ?? [];
		$taxes  = [];
		foreach ( is_array( $stored ) ? $stored : [] as $rate_id => $tax ) {
			if ( $tax !== '' ) {
				$taxes[ (int) $rate_id ] = Stored::decimal( $tax )->negated();
			}
		}
		return $taxes;
	}
}
