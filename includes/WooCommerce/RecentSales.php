<?php

declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce;

defined( 'ABSPATH' ) || exit;

use Automattic\WooCommerce\Utilities\OrderUtil;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\WordPress\Tables\Sql;

/** The newest orders of the last 90 days, as many as a check may look at while somebody waits for it. */
final class RecentSales {

	private const SINCE = '-90 days';
	private const MOST  = 500;

	/** Of a basket that nobody has bought. */
	private const NO_SALES = [ 'trash', 'auto-draft', 'wc-checkout-draft', 'draft' ];

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
		$marks                  = implode( ', ', array_fill( 0, count( $keys ), '%s' ) );
		$own                    = $this->has_own_tables();
		$rows                   = $this->sql->rows(
			$own
				? "SELECT meta.order_id AS id, meta.meta_key, meta.meta_value FROM ( $newest ) newest
					INNER JOIN %i meta ON meta.order_id = newest.id AND meta.meta_key IN ( $marks )"
				: "SELECT meta.post_id AS id, meta.meta_key, meta.meta_value FROM ( $newest ) newest
					INNER JOIN %i meta ON meta.post_id = newest.id AND meta.meta_key IN ( $marks )",
			[ ...$arguments, $own ? $this->sql->table( 'wc_orders_meta' ) : $this->wpdb->postmeta, ...$keys ]
		);
		$metas                  = [];
		foreach ( $rows as $row ) {
			$metas[ (int) ( $row['id'] ?? 0 ) ][ $row['meta_key'] ?? '' ] = $row['meta_value'] ?? '';
		}
		return $metas;
	}

	/** @return array{literal-string, list<string|int>} a query for `id`, with its arguments. */
	private function newest(): array {
		$since = $this->clock->now()->setTimezone( new \DateTimeZone( 'UTC' ) )->modify( self::SINCE )
			->format( 'Y-m-d H:i:s' );
		$marks = implode( ', ', array_fill( 0, count( self::NO_SALES ), '%s' ) );
		return $this->has_own_tables()
			? [
				"SELECT id FROM %i WHERE type = 'shop_order' AND status NOT IN ( $marks )"
					. ' AND date_created_gmt >= %s ORDER BY date_created_gmt DESC LIMIT %d',
				[ $this->sql->table( 'wc_orders' ), ...self::NO_SALES, $since, self::MOST ],
			]
			: [
				"SELECT ID AS id FROM %i WHERE post_type = 'shop_order' AND post_status NOT IN ( $marks )"
					. ' AND post_date_gmt >= %s ORDER BY post_date_gmt DESC LIMIT %d',
				[ $this->wpdb->posts, ...self::NO_SALES, $since, self::MOST ],
			];
	}

	private function has_own_tables(): bool {
		return OrderUtil::custom_orders_table_usage_is_enabled();
	}
}
