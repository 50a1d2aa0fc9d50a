<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Recorder;

use OrderInvoicer\WooCommerce\Order\BuyerNumbers;
use OrderInvoicer\WooCommerce\Order\OrderCaches;
use OrderInvoicer\WooCommerce\Order\OrderLines;
use OrderInvoicer\WooCommerce\Order\OrderPayments;
use OrderInvoicer\WooCommerce\Order\OrderRefunds;
use OrderInvoicer\WooCommerce\Order\OrderShipments;
use OrderInvoicer\WooCommerce\Order\OrderSnapshotFactory;
use OrderInvoicer\WooCommerce\Order\RelatedOrders;
use OrderInvoicer\WooCommerce\Order\Parcels;
use OrderInvoicer\WooCommerce\Order\PartPayments;
use OrderInvoicer\WooCommerce\Order\SubscriptionPeriod;
use OrderInvoicer\WooCommerce\Order\WooOrders;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\Tests\SnapshotArray;

/**
 * What WooCommerce stored of an order, and the snapshot that the plugin makes of it. Ids are renumbered in their order,
 * so that two recordings of one order are equal.
 */
final class Recording {

	private const ORDER_PROPS = [
		'status',
		'currency',
		'prices_include_tax',
		'discount_total',
		'discount_tax',
		'shipping_total',
		'shipping_tax',
		'cart_tax',
		'total',
		'total_tax',
		'customer_id',
		'billing',
		'shipping',
		'payment_method',
		'payment_method_title',
		'customer_note',
		'created_via',
	];

	/**
	 * @param callable(): void $forget the shop's settings change before the snapshot is made, as they do in life.
	 * @return array<string, mixed>
	 */
	public function of( int $order_id, int $number, callable $forget ): array {
		$order   = wc_get_order( $order_id );
		$raw     = $this->raw( $order );
		$refunds = $this->refunds( $order );
		$forget();
		return [
			'order'    => [ 'id' => $number ] + $raw['order'],
			'items'    => $raw['items'],
			'refunds'  => $refunds,
			'snapshot' => $this->snapshot( $order, $number ),
		];
	}

	/** @param array<string, mixed> $recorded */
	public static function write( string $file, array $recorded ): void {
		$json = json_encode(
			$recorded,
			JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR
		);
		if ( file_put_contents( $file, "$json\n" ) === false ) {
			throw new \RuntimeException( "Cannot write $file." );
		}
	}

	/** @return array{order: array<string, mixed>, items: list<array<string, mixed>>} */
	private function raw( \WC_Abstract_Order $order ): array {
		$data = array_intersect_key( $order->get_data(), array_flip( self::ORDER_PROPS ) );
		foreach ( $order->get_meta_data() as $meta ) {
			if ( in_array( $meta->key, [ 'is_vat_exempt', '_billing_vat_number', '_refund_amount' ], true ) ) {
				$data['meta'][ $meta->key ] = $meta->value;
			}
		}
		return [
			'order' => $data,
			'items' => $this->items( $order ),
		];
	}

	/** @return list<array<string, mixed>> as the tables hold them. */
	private function items( \WC_Abstract_Order $order ): array {
		global $wpdb;
		$items = [];
		$rows  = $wpdb->get_results(
			$wpdb->prepare(
				"SELECT order_item_id, order_item_name, order_item_type FROM {$wpdb->prefix}woocommerce_order_items"
					. ' WHERE order_id = %d ORDER BY order_item_id',
				$order->get_id()
			)
		);
		foreach ( $rows as $number => $row ) {
			$meta = $wpdb->get_results(
				$wpdb->prepare(
					"SELECT meta_key, meta_value FROM {$wpdb->prefix}woocommerce_order_itemmeta"
						. ' WHERE order_item_id = %d ORDER BY meta_id',
					$row->order_item_id
				)
			);
			$meta = array_column( $meta, 'meta_value', 'meta_key' );
			unset( $meta['coupon_data'], $meta['coupon_info'], $meta['_refunded_item_id'] );
			if ( isset( $meta['_product_id'] ) && $meta['_product_id'] !== '0' ) {
				$meta['_product_id'] = (string) ( $number + 1 );
			}
			if ( isset( $meta['instance_id'] ) ) {
				$meta['instance_id'] = '1';
			}
			$items[] = [
				'id'   => $number + 1,
				'type' => $row->order_item_type,
				'name' => $row->order_item_name,
				'meta' => array_map( 'maybe_unserialize', $meta ),
			];
		}
		return $items;
	}

	/** @return list<array<string, mixed>> oldest first. */
	private function refunds( \WC_Order $order ): array {
		$refunds = [];
		foreach ( array_reverse( $order->get_refunds() ) as $refund ) {
			$refunds[] = [
				'amount' => $refund->get_amount( 'edit' ),
				'reason' => $refund->get_reason( 'edit' ),
			] + $this->raw( $refund );
		}
		return $refunds;
	}

	/** @return array<string, mixed> */
	private function snapshot( \WC_Order $order, int $number ): array {
		$snapshot = SnapshotArray::to_array( self::orders()->snapshot( $order->get_id() ) );
		$item_ids = $this->item_numbers( $order );
		foreach ( $snapshot['lines'] as $place => $line ) {
			$snapshot['lines'][ $place ]['id']         = $item_ids[ $line['id'] ];
			$snapshot['lines'][ $place ]['product_id'] = $line['product_id'] > 0 ? $item_ids[ $line['id'] ] : 0;
		}
		return [
			'id'     => $number,
			'number' => (string) $number,
		] + $snapshot;
	}

	public static function orders(): WooOrders {
		return new WooOrders(
			new OrderSnapshotFactory(
				new OrderLines(),
				new BuyerNumbers(),
				new OrderPayments( new PartPayments() ),
				new OrderShipments( new Parcels(), new SubscriptionPeriod() )
			),
			new OrderRefunds( new RelatedOrders( new Sql( $GLOBALS['wpdb'] ) ) ),
			new OrderCaches( new Sql( $GLOBALS['wpdb'] ) )
		);
	}

	/** @return array<int, int> item id => its number within the order. */
	public function item_numbers( \WC_Order $order ): array {
		global $wpdb;
		$ids = $wpdb->get_col(
			$wpdb->prepare(
				"SELECT order_item_id FROM {$wpdb->prefix}woocommerce_order_items"
					. ' WHERE order_id = %d ORDER BY order_item_id',
				$order->get_id()
			)
		);
		return array_combine( array_map( 'intval', $ids ), range( 1, count( $ids ) ) );
	}
}
