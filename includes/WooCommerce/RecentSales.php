<?php

declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce;

defined( 'ABSPATH' ) || exit;

use Automattic\WooCommerce\Utilities\OrderUtil;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\WordPress\Tables\CheckedRead;
use OrderInvoicer\WordPress\Tables\Sql;

/** The newest orders of the last 90 days, as many as a check may look at while somebody waits for it. */
final class RecentSales {

	private const SINCE = '-90 days';
	private const MOST  = 500;

	/** Of a basket that nobody has bought. */
	private const NO_SALES = [ 'trash', 'auto-draft', 'wc-checkout-draft', 'draft' ];

	/** @var ?array<int, string> */
	private ?array $emails = null;

	public function __construct(
		private readonly \wpdb $wpdb,
		private readonly Sql $sql,
		private readonly Clock $clock,
	) {}

	/**
	 * @param non-empty-list<string> $keys of metas.
	 * @return array<int, array<string, string>> by order id and key, of orders that have one of them.
	 */
	public function metas( array $keys ): array {
		[ $newest, $arguments ] = $this->newest();
		$own                    = $this->has_own_tables();
		$rows                   = $this->sql->rows(
			$own
				? "SELECT meta.order_id AS id, meta.meta_key, meta.meta_value FROM ( $newest ) newest
					INNER JOIN %i meta ON meta.order_id = newest.id AND meta.meta_key IN ( %s )"
				: "SELECT meta.post_id AS id, meta.meta_key, meta.meta_value FROM ( $newest ) newest
					INNER JOIN %i meta ON meta.post_id = newest.id AND meta.meta_key IN ( %s )",
			[ ...$arguments, $own ? $this->sql->table( 'wc_orders_meta' ) : $this->wpdb->postmeta, $keys ]
		);
		$metas                  = [];
		foreach ( $rows as $row ) {
			$metas[ (int) ( $row['id'] ?? 0 ) ][ $row['meta_key'] ?? '' ] = $row['meta_value'] ?? '';
		}
		return $metas;
	}

	/**
	 * Read once, however many ask.
	 *
	 * @return array<int, string> the buyer's e-mail address by order id, newest first; empty where there is none.
	 */
	public function emails(): array {
		return $this->emails ??= $this->read_emails();
	}

	/** @return array<int, string> */
	private function read_emails(): array {
		[ $newest, $arguments ] = $this->newest();
		$own                    = $this->has_own_tables();
		$rows                   = $this->sql->rows(
			$own
				? "SELECT sale.id, sale.billing_email AS email FROM ( $newest ) newest
					INNER JOIN %i sale ON sale.id = newest.id ORDER BY sale.date_created_gmt DESC"
				: "SELECT newest.id, meta.meta_value AS email FROM ( $newest ) newest
					LEFT JOIN %i meta ON meta.post_id = newest.id AND meta.meta_key = '_billing_email'
					ORDER BY newest.id DESC",
			[ ...$arguments, $own ? $this->sql->table( 'wc_orders' ) : $this->wpdb->postmeta ]
		);
		$emails                 = [];
		foreach ( $rows as $row ) {
			$emails[ (int) ( $row['id'] ?? 0 ) ] = trim( $row['email'] ?? '' );
		}
		return $emails;
	}

	/**
	 * Below wp-admin.
	 *
	 * @param list<int> $ids of orders.
	 * @return string the order itself where it is one, otherwise their list.
	 */
	public function page( array $ids ): string {
		$is_own = $this->has_own_tables();
		return match ( true ) {
			count( $ids ) !== 1 => $is_own ? 'admin.php?page=wc-orders' : 'edit.php?post_type=shop_order',
			$is_own => "admin.php?page=wc-orders&action=edit&id={$ids[0]}",
			default => "post.php?post={$ids[0]}&action=edit",
		};
	}

	/**
	 * @param list<int> $ids of orders.
	 * @return list<string> their numbers, as the owner knows them.
	 */
	public function numbers( array $ids ): array {
		return array_map(
			static function ( int $id ): string {
				$order = CheckedRead::read( static fn (): mixed => wc_get_order( $id ) );
				return $order instanceof \WC_Order ? $order->get_order_number() : (string) $id;
			},
			$ids
		);
	}

	/** A database without WooCommerce's tables of order items and products cannot be asked. */
	public function are_products_known(): bool {
		return array_diff( [ 'woocommerce_order_itemmeta', 'wc_product_meta_lookup' ], $this->wpdb->tables ) === [];
	}

	/** @return list<int> products and variations that were sold, each once; the variation where there is one. */
	public function products(): array {
		[ $newest, $arguments ] = $this->newest();
		$rows                   = $this->sql->rows(
			"SELECT DISTINCT COALESCE( NULLIF( variation.meta_value, '0' ), product.meta_value ) AS id
			FROM ( $newest ) newest
			INNER JOIN %i item ON item.order_id = newest.id AND item.order_item_type = 'line_item'
			INNER JOIN %i product ON product.order_item_id = item.order_item_id AND product.meta_key = '_product_id'
			LEFT JOIN %i variation ON variation.order_item_id = item.order_item_id
				AND variation.meta_key = '_variation_id'",
			[
				...$arguments,
				$this->sql->table( 'woocommerce_order_items' ),
				$this->sql->table( 'woocommerce_order_itemmeta' ),
				$this->sql->table( 'woocommerce_order_itemmeta' ),
			]
		);
		$ids = array_map( intval( ... ), array_column( $rows, 'id' ) );
		return array_values( array_filter( $ids, static fn ( int $id ): bool => $id > 0 ) );
	}

	/** @return array{literal-string, list<string|int|array<string|int>>} a query for `id`, with its arguments. */
	private function newest(): array {
		$since = $this->clock->now()->setTimezone( new \DateTimeZone( 'UTC' ) )->modify( self::SINCE )
			->format( 'Y-m-d H:i:s' );
		return $this->has_own_tables()
			? [
				"SELECT id FROM %i WHERE type = 'shop_order' AND status NOT IN ( %s )"
					. ' AND date_created_gmt >= %s ORDER BY date_created_gmt DESC LIMIT %d',
				[ $this->sql->table( 'wc_orders' ), self::NO_SALES, $since, self::MOST ],
			]
			: [
				"SELECT ID AS id FROM %i WHERE post_type = 'shop_order' AND post_status NOT IN ( %s )"
					. ' AND post_date_gmt >= %s ORDER BY post_date_gmt DESC LIMIT %d',
				[ $this->wpdb->posts, self::NO_SALES, $since, self::MOST ],
			];
	}

	private function has_own_tables(): bool {
		return OrderUtil::custom_orders_table_usage_is_enabled();
	}
}
