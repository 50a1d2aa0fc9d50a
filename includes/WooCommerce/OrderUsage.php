<?php

declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\FollowUps\WorkflowSelector;
use OrderInvoicer\WordPress\Tables\Sql;

/**
 * How many orders of the last twelve months use what is to be mapped. Only sold orders count, at most the newest ten
 * thousand. Counted from the orders' own rows: WooCommerce's lookup tables lag behind, and are empty where its
 * Analytics is switched off.
 */
final class OrderUsage {

	private const MOST  = 10000;
	private const SINCE = '-12 months';

	public function __construct(
		private readonly \wpdb $wpdb,
		private readonly Sql $sql,
	) {}

	/** A database without WooCommerce's tables of order items cannot be asked. */
	public function is_countable(): bool {
		return in_array( 'woocommerce_order_itemmeta', $this->wpdb->tables, true );
	}

	public function since(): \DateTimeImmutable {
		return new \DateTimeImmutable( self::SINCE, new \DateTimeZone( 'UTC' ) );
	}

	public function orders(): int {
		[ $orders, $arguments ] = $this->sold();
		return (int) $this->sql->value( "SELECT COUNT(*) FROM ( $orders ) sold", $arguments );
	}

	/** Whether there are more orders than were looked at. */
	public function is_cut( int $orders ): bool {
		return $orders >= self::MOST;
	}

	/** @return array<int, array{orders: int, latest: int}> by tax rate id; `latest` is an order that carries it. */
	public function rates(): array {
		[ $orders, $arguments ] = $this->sold();
		$rows                   = $this->sql->rows(
			"SELECT meta.meta_value AS rate_id, COUNT( DISTINCT item.order_id ) AS orders,
				MAX( item.order_id ) AS latest
			FROM ( $orders ) sold
			INNER JOIN %i item ON item.order_id = sold.id AND item.order_item_type = 'tax'
			INNER JOIN %i meta ON meta.order_item_id = item.order_item_id AND meta.meta_key = 'rate_id'
			GROUP BY meta.meta_value",
			[ ...$arguments, $this->items(), $this->item_meta() ]
		);
		$rates                  = [];
		foreach ( $rows as $row ) {
			$rates[ (int) ( $row['rate_id'] ?? 0 ) ] = [
				'orders' => (int) ( $row['orders'] ?? 0 ),
				'latest' => (int) ( $row['latest'] ?? 0 ),
			];
		}
		unset( $rates[0] );
		return $rates;
	}

	/** @return array<string, array{orders: int, latest: int}> by gateway id, empty for orders that name none. */
	public function gateways(): array {
		[ $orders, $arguments ] = $this->sold();
		$gateways               = [];
		foreach ( $this->sql->rows(
			"SELECT payment_method, COUNT(*) AS orders, MAX( id ) AS latest FROM ( $orders ) sold"
				. ' GROUP BY payment_method',
			$arguments
		) as $row ) {
			$gateways[ $row['payment_method'] ?? '' ] = [
				'orders' => (int) ( $row['orders'] ?? 0 ),
				'latest' => (int) ( $row['latest'] ?? 0 ),
			];
		}
		return $gateways;
	}

	/**
	 * @param non-empty-list<int> $ids of products and variations.
	 * @return array<int, int> order lines by id.
	 */
	public function lines( array $ids ): array {
		[ $orders, $arguments ] = $this->sold();
		$rows                   = $this->sql->rows(
			"SELECT meta.meta_value AS product_id, COUNT(*) AS order_lines
			FROM ( $orders ) sold
			INNER JOIN %i item ON item.order_id = sold.id AND item.order_item_type = 'line_item'
			INNER JOIN %i meta ON meta.order_item_id = item.order_item_id
				AND meta.meta_key IN ( '_product_id', '_variation_id' )
			WHERE meta.meta_value IN ( %s )
			GROUP BY meta.meta_value",
			[ ...$arguments, $this->items(), $this->item_meta(), array_map( strval( ... ), $ids ) ]
		);
		$lines                  = [];
		foreach ( $rows as $row ) {
			$lines[ (int) ( $row['product_id'] ?? 0 ) ] = (int) ( $row['order_lines'] ?? 0 );
		}
		return $lines;
	}

	/** @return array{literal-string, list<string|int|array<string|int>>} a query for `id` and `payment_method`. */
	private function sold(): array {
		$statuses = $this->statuses();
		$since    = $this->since()->format( 'Y-m-d H:i:s' );
		if ( $this->has_own_tables() ) {
			return [
				"SELECT id, payment_method FROM %i WHERE type = 'shop_order' AND status IN ( %s )"
					. ' AND date_created_gmt >= %s ORDER BY date_created_gmt DESC LIMIT %d',
				[ $this->sql->table( 'wc_orders' ), $statuses, $since, self::MOST ],
			];
		}
		return [
			"SELECT post.ID AS id, COALESCE( meta.meta_value, '' ) AS payment_method FROM %i post
			LEFT JOIN %i meta ON meta.post_id = post.ID AND meta.meta_key = '_payment_method'
			WHERE post.post_type = 'shop_order' AND post.post_status IN ( %s ) AND post.post_date_gmt >= %s
				ORDER BY post.post_date_gmt DESC LIMIT %d",
			[ $this->wpdb->posts, $this->wpdb->postmeta, $statuses, $since, self::MOST ],
		];
	}

	private function has_own_tables(): bool {
		return \Automattic\WooCommerce\Utilities\OrderUtil::custom_orders_table_usage_is_enabled();
	}

	/** @return non-empty-list<string> as WooCommerce stores them. */
	private function statuses(): array {
		$sold = array_filter(
			array_map( strval( ... ), array_keys( wc_get_order_statuses() ) ),
			static fn ( string $status ): bool =>
				WorkflowSelector::may_be_filled_in( (string) preg_replace( '/^wc-/', '', $status ) )
		);
		return $sold === [] ? [ 'wc-completed' ] : array_values( $sold );
	}

	private function items(): string {
		return $this->sql->table( 'woocommerce_order_items' );
	}

	private function item_meta(): string {
		return $this->sql->table( 'woocommerce_order_itemmeta' );
	}
}
