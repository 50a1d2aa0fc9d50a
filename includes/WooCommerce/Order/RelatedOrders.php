<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Order;

defined( 'ABSPATH' ) || exit;

use Automattic\WooCommerce\Utilities\OrderUtil;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;
use OrderInvoicer\WordPress\Tables\Sql;

/**
 * Which refunds an order has, and which orders were made of it: one question for both. For the many that have none,
 * WooCommerce's own search costs ten times as much. While a runner is at work, the same question says whether the order
 * is stored as it was.
 */
final class RelatedOrders {

	/**
	 * Which rows of a table are an order's, where not by its id in them. Links to our documents and what was noted of
	 * them say nothing of what was sold; nor that the order was saved.
	 */
	private const WHICH = [
		'wc_orders'                  => 'id = %d',
		'wc_orders_meta'             => "order_id = %d AND meta_key NOT LIKE 'orderinvoicer.%%'"
			. " AND meta_key NOT LIKE '_orderinvoicer_%%_order' AND meta_key NOT LIKE '_orderinvoicer_%%_noted'",
		'woocommerce_order_itemmeta' => 'order_item_id IN ( SELECT order_item_id FROM %i WHERE order_id = %d )',
	];

	public function __construct( private readonly Sql $sql ) {}

	/**
	 * The order's type, how many orders and refunds have it as their parent, and a mark of all that WooCommerce stores
	 * of it: the same mark, the same order. QUOTE tells NULL from nothing, and where a value ends;
	 * a row that is too long for that (`max_allowed_packet`) is never the same.
	 *
	 * @return array<string, string>|null null where that is no answer: orders are posts or follow them, and another
	 *                                    order may be read with this one.
	 * @throws DatabaseRefused
	 */
	public function stored( int $order_id ): ?array {
		$columns = $this->sql->remembers() && $this->sql->is_mysql() ? self::columns() : [];
		if ( $columns === [] || get_option( 'woocommerce_custom_orders_table_data_sync_enabled' ) === 'yes' ) {
			return null;
		}
		$orders = $this->sql->table( 'wc_orders' );
		$sql    = 'SELECT ( SELECT type FROM %i WHERE id = %d ) AS type,'
			. ' ( SELECT COUNT(*) FROM %i WHERE parent_order_id = %d ) AS children';
		$values = [ $orders, $order_id, $orders, $order_id ];
		foreach ( $columns as $table => $names ) {
			$row   = implode( " ), ',', QUOTE( ", array_fill( 0, count( $names ), '%i' ) );
			$row   = "COALESCE( CONCAT( QUOTE( $row ) ), RAND() )";
			$sql  .= ", ( SELECT BIT_XOR( CAST( CONV( LEFT( SHA1( $row ), 16 ), 16, 10 ) AS UNSIGNED ) )";
			$sql  .= ' FROM %i WHERE ' . ( self::WHICH[ $table ] ?? 'order_id = %d' ) . ' )';
			$items = $table === 'woocommerce_order_itemmeta' ? [ $this->sql->table( 'woocommerce_order_items' ) ] : [];
			array_push( $values, ...$names, ...[ $this->sql->table( $table ), ...$items, $order_id ] );
		}
		return $this->sql->rows( $sql, $values )[0] ?? null;
	}

	/** @return array<string, list<string>> by table, as WooCommerce itself names them; none where orders are posts. */
	private static function columns(): array {
		$may   = class_exists( \WC_Data_Store::class ) && ! function_exists( 'wcs_get_subscriptions_for_order' );
		$store = $may ? \WC_Data_Store::load( 'order' ) : null; // The tests' stand-in for WooCommerce has none.
		$all   = (array) $store?->__call( 'get_all_order_column_mappings', [] );
		$read  = static fn ( string $part ): array =>
			array_map( strval( ... ), array_keys( (array) ( $all[ $part ] ?? [] ) ) );
		return $read( 'orders' ) === [] ? [] : [
			'wc_orders'                  => array_values( array_diff( $read( 'orders' ), [ 'date_updated_gmt' ] ) ),
			'wc_order_addresses'         => $read( 'billing_address' ),
			'wc_order_operational_data'  => $read( 'operational_data' ),
			'wc_orders_meta'             => [ 'id', 'meta_key', 'meta_value' ],
			'woocommerce_order_items'    => [ 'order_item_id', 'order_item_name', 'order_item_type' ],
			'woocommerce_order_itemmeta' => [ 'meta_id', 'order_item_id', 'meta_key', 'meta_value' ],
		];
	}

	/**
	 * @param non-empty-list<int> $order_ids
	 * @return list<int> also of refunds in the bin.
	 * @throws DatabaseRefused
	 */
	public function refunds( array $order_ids ): array {
		return $this->of_type( 'shop_order_refund', $order_ids );
	}

	/**
	 * @return list<int> of orders that have it as their parent, also in the bin.
	 * @throws DatabaseRefused
	 */
	public function children( int $order_id ): array {
		return $this->of_type( 'shop_order', [ $order_id ] );
	}

	/**
	 * @param non-empty-list<int> $order_ids
	 * @return list<int>
	 */
	private function of_type( string $type, array $order_ids ): array {
		$is_it = static fn ( array $row ): bool => ( $row['type'] ?? '' ) === $type;
		return array_map(
			static fn ( array $row ): int => (int) ( $row['id'] ?? 0 ),
			array_values( array_filter( $this->rows( $order_ids ), $is_it ) )
		);
	}

	/**
	 * @param non-empty-list<int> $order_ids
	 * @return list<array<string, string>>
	 */
	private function rows( array $order_ids ): array {
		if ( count( $order_ids ) === 1 && ( $this->stored( $order_ids[0] )['children'] ?? '' ) === '0' ) {
			return [];
		}
		return OrderUtil::custom_orders_table_usage_is_enabled()
			? $this->sql->rows(
				'SELECT id, type FROM %i WHERE parent_order_id IN ( %d ) ORDER BY id',
				[ $this->sql->table( 'wc_orders' ), $order_ids ]
			)
			: $this->sql->rows(
				'SELECT ID AS id, post_type AS type FROM %i WHERE post_parent IN ( %d ) ORDER BY ID',
				[ $this->sql->table( 'posts' ), $order_ids ]
			);
	}
}
