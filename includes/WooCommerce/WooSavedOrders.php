<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce;

defined( 'ABSPATH' ) || exit;

use Automattic\WooCommerce\Utilities\OrderUtil;
use OrderInvoicer\Domain\FollowUps\SavedOrder;
use OrderInvoicer\Domain\FollowUps\SavedOrders;
use OrderInvoicer\WordPress\Tables\Sql;

/**
 * Read from WooCommerce's tables: `wc_get_orders()` has pages, which shift with each order that is saved meanwhile, but
 * no "those after this one". Its own tables have an index on the moment of the last save.
 */
final class WooSavedOrders implements SavedOrders {

	/** Orders that are none yet, or no more. */
	private const NONE = [ 'trash', 'auto-draft', 'wc-checkout-draft' ];

	/** Orders may have a parent too, those of a marketplace's sellers: only a refund's is what it belongs to. */
	private const OWN_TABLE = "SELECT id, date_updated_gmt AS saved, type, parent_order_id AS parent
		FROM %i WHERE type IN ( 'shop_order', 'shop_order_refund' ) AND status NOT IN ( %s, %s, %s )
		AND date_updated_gmt >= %s AND date_updated_gmt <= %s AND ( date_updated_gmt > %s OR id > %d )
		ORDER BY date_updated_gmt, id LIMIT %d";

	private const POSTS = "SELECT ID AS id, post_modified_gmt AS saved, post_type AS type, post_parent AS parent
		FROM %i WHERE post_type IN ( 'shop_order', 'shop_order_refund' ) AND post_status NOT IN ( %s, %s, %s )
		AND post_modified_gmt >= %s AND post_modified_gmt <= %s AND ( post_modified_gmt > %s OR ID > %d )
		ORDER BY post_modified_gmt, ID LIMIT %d";

	public function __construct(
		private readonly Sql $sql,
		private readonly \wpdb $wpdb,
	) {}

	public function after( SavedOrder $last, \DateTimeImmutable $until, int $limit ): array {
		$at        = self::gmt( $last->at );
		$arguments = [ ...self::NONE, $at, self::gmt( $until ), $at, $last->id, $limit ];
		$rows      = OrderUtil::custom_orders_table_usage_is_enabled()
			? $this->sql->rows( self::OWN_TABLE, [ $this->sql->table( 'wc_orders' ), ...$arguments ] )
			: $this->sql->rows( self::POSTS, [ $this->wpdb->posts, ...$arguments ] );
		return array_map( self::read( ... ), $rows );
	}

	public function are_there( array $ids ): array {
		$rows  = OrderUtil::custom_orders_table_usage_is_enabled()
			? $this->sql->rows(
				"SELECT id FROM %i WHERE id IN ( %d ) AND type IN ( 'shop_order', 'shop_order_refund' )
					AND status <> 'trash'",
				[ $this->sql->table( 'wc_orders' ), $ids ]
			)
			: $this->sql->rows(
				"SELECT ID AS id FROM %i WHERE ID IN ( %d ) AND post_type IN ( 'shop_order', 'shop_order_refund' )
					AND post_status <> 'trash'",
				[ $this->wpdb->posts, $ids ]
			);
		return array_map( static fn ( array $row ): int => (int) ( $row['id'] ?? 0 ), $rows );
	}

	/** @param array<string, string> $row */
	private static function read( array $row ): SavedOrder {
		$parent   = (int) ( $row['parent'] ?? 0 );
		$is_order = ( $row['type'] ?? '' ) === 'shop_order';
		return new SavedOrder(
			at: new \DateTimeImmutable( ( $row['saved'] ?? '' ) . ' UTC' ),
			id: (int) ( $row['id'] ?? 0 ),
			order_id: $is_order ? 0 : $parent,
			parent_id: $is_order ? $parent : 0
		);
	}

	private static function gmt( \DateTimeImmutable $moment ): string {
		return $moment->setTimezone( new \DateTimeZone( 'UTC' ) )->format( 'Y-m-d H:i:s' );
	}
}
