<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\History;

defined( 'ABSPATH' ) || exit;

use Automattic\WooCommerce\Utilities\OrderUtil;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\UtcTime;

/** Orders that nothing was asked for so far: they have no row in the ledger, and are counted in WooCommerce's list. */
final class WaitingOrders {

	/** Orders that are looked at. */
	private const NEWEST = 800;

	/** Nothing is to come of these, nobody has bought those. */
	private const OVER = [
		'wc-cancelled',
		'wc-failed',
		'wc-refunded',
		'trash',
		'auto-draft',
		'wc-checkout-draft',
		'draft',
	];

	public function __construct(
		private readonly \wpdb $wpdb,
		private readonly Sql $sql,
		private readonly SettingsStore $settings,
	) {}

	/** @return array{int, bool} how many of the newest, less free ones; whether there are more. */
	public function count(): array {
		$since = $this->since();
		if ( $since === null ) {
			return [ 0, false ];
		}
		$free      = (int) $this->settings->get()->free_orders;
		$arguments = [ self::OVER, UtcTime::to_column( $since ), $free, self::NEWEST ];
		$rows      = OrderUtil::custom_orders_table_usage_is_enabled()
			? $this->sql->rows(
				"SELECT id FROM %i WHERE type = 'shop_order' AND status NOT IN ( %s )
					AND date_created_gmt >= %s AND ( %d = 1 OR COALESCE( total_amount, 1 ) <> 0 )
					ORDER BY date_created_gmt DESC LIMIT %d",
				[ $this->sql->table( 'wc_orders' ), ...$arguments ]
			)
			: $this->sql->rows(
				"SELECT ID AS id FROM %i
					LEFT JOIN %i AS total ON total.post_id = ID AND total.meta_key = '_order_total'
					WHERE post_type = 'shop_order' AND post_status NOT IN ( %s )
					AND post_date_gmt >= %s AND ( %d = 1 OR COALESCE( total.meta_value, 1 ) + 0 <> 0 )
					ORDER BY post_date_gmt DESC LIMIT %d",
				[ $this->wpdb->posts, $this->wpdb->postmeta, ...$arguments ]
			);
		$ids       = array_map( intval( ... ), array_column( $rows, 'id' ) );
		return [ count( $ids ) - $this->with_rows( $ids ), count( $ids ) === self::NEWEST ];
	}

	/** @param list<int> $order_ids */
	private function with_rows( array $order_ids ): int {
		return (int) $this->sql->value(
			"SELECT COUNT( DISTINCT order_id ) FROM %i WHERE order_id IN ( %d ) AND effect <> 'follow_order'",
			[ $this->sql->table( 'orderinvoicer_sync' ), $order_ids ]
		);
	}

	/** Since when orders count; null: no documents are made of any. */
	private function since(): ?\DateTimeImmutable {
		$days = [];
		foreach ( DocumentKind::of_orders() as $kind ) {
			$workflow = $this->settings->get()->workflow( $kind );
			if ( $workflow->enabled && $workflow->start_date !== '' ) {
				$days[] = $workflow->start_date;
			}
		}
		return $days === [] ? null : new \DateTimeImmutable( min( $days ), wp_timezone() );
	}
}
