<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Features\SoldLately;

use OrderInvoicer\Features\SoldLately\AtSellsyCheck;
use OrderInvoicer\Features\SoldLately\SoldCheck;
use OrderInvoicer\Health\Checks\HealthCheck;
use OrderInvoicer\Tests\Integration\CommittedTestCase;
use OrderInvoicer\Tests\Integration\PluginEngine;
use OrderInvoicer\Tests\Measure\LargeLedger;
use OrderInvoicer\Tests\Measures;
use PHPUnit\Framework\Attributes\Group;

require_once dirname( __DIR__, 3 ) . '/measure/LargeLedger.php';

/**
 * What the checks of sold items cost, all together, in a shop of 10,000 products and 100,000 order items, of which
 * 1,000 products were sold lately. Counts, never times; ORDERINVOICER_SHOW_COST=yes shows both.
 */
#[Group( 'real-woocommerce' )]
final class SoldChecksCostTest extends CommittedTestCase {

	private const PRODUCTS = 10_000;
	private const ITEMS    = 100_000;
	private const DISTINCT = 1_000;
	private const OF_ORDER = 5;

	/** Each order, item and product once for what is asked of it, and no more questions with more of them. */
	private const QUERIES = 20;
	private const ROWS    = 120_000;

	public function test_what_was_sold_is_read_once_for_all_checks(): void {
		global $wpdb;
		$this->fill();
		$large  = new LargeLedger( $wpdb );
		$checks = array_filter(
			PluginEngine::screens()->health_report()->checks(),
			static fn ( HealthCheck $check ): bool => $check instanceof SoldCheck || $check instanceof AtSellsyCheck
		);
		$before = $large->rows_read();
		$asked  = $wpdb->num_queries;
		$start  = hrtime( true );
		$found  = [];
		foreach ( $checks as $check ) {
			$found[ $check->name() ] = $check->verdict()->status;
			$this->show( $check, hrtime( true ) - $start, $large->rows_read() - $before );
		}
		$time    = ( hrtime( true ) - $start ) / 1e6;
		$queries = $wpdb->num_queries - $asked;
		$rows    = $large->rows_read() - $before;
		if ( getenv( 'ORDERINVOICER_SHOW_COST' ) === 'yes' ) {
			fwrite( STDERR, sprintf( "\n%d queries, %d rows, %d ms\n", $queries, $rows, $time ) );
		}
		Measures::note( 'checks of sold items: rows', $rows );
		self::assertSame( 'recommended', $found['sold_references'] );
		self::assertSame( 'recommended', $found['sold_shared'] );
		self::assertSame( 'unknown', $found['items_shared'] );
		self::assertLessThanOrEqual( self::QUERIES, $queries );
		self::assertLessThanOrEqual( self::ROWS, $rows );
	}

	private function show( HealthCheck $check, int|float $until, int $rows ): void {
		if ( getenv( 'ORDERINVOICER_SHOW_COST' ) === 'yes' ) {
			fwrite( STDERR, sprintf( "\n%s: %d ms, %d rows so far", $check->name(), $until / 1e6, $rows ) );
		}
	}

	/** The oldest order is of 80 days ago; every hundredth product has no reference, two share theirs. */
	private function fill(): void {
		global $wpdb;
		$orders   = intdiv( self::ITEMS, self::OF_ORDER );
		$of_order = self::OF_ORDER;
		$distinct = self::DISTINCT;
		$products = self::PRODUCTS;
		$items    = self::ITEMS;
		$all      = [
			"INSERT INTO {$wpdb->posts} ( ID, post_type, post_status, post_title, post_content, post_excerpt, to_ping,
				pinged, post_content_filtered )
			SELECT 1000000 + seq, 'product', 'publish', CONCAT( 'Vase ', seq ), '', '', '', '', ''
			FROM seq_1_to_$products",
			"INSERT INTO {$wpdb->prefix}wc_product_meta_lookup ( product_id, sku )
			SELECT 1000000 + seq,
				CASE WHEN MOD( seq, 100 ) = 0 THEN '' WHEN seq < 3 THEN 'VASE' ELSE CONCAT( 'V', seq ) END
			FROM seq_1_to_$products",
			"INSERT INTO {$wpdb->prefix}wc_orders ( id, type, status, currency, total_amount, date_created_gmt,
				date_updated_gmt, parent_order_id, billing_email )
			SELECT 1000000 + seq, 'shop_order', 'wc-completed', 'EUR', 12,
				UTC_TIMESTAMP() - INTERVAL ( ( $orders - seq ) * 345 ) SECOND, UTC_TIMESTAMP(), 0,
				CONCAT( 'client', seq, '@orange.fr' )
			FROM seq_1_to_$orders",
			"INSERT INTO {$wpdb->prefix}woocommerce_order_items
				( order_item_id, order_item_name, order_item_type, order_id )
			SELECT 1000000 + seq, 'Vase', 'line_item', 1000000 + CEIL( seq / $of_order ) FROM seq_1_to_$items",
			"INSERT INTO {$wpdb->prefix}woocommerce_order_itemmeta ( order_item_id, meta_key, meta_value )
			SELECT 1000000 + item.seq, name.meta_key,
				CASE name.meta_key WHEN '_product_id' THEN 1000001 + MOD( item.seq, $distinct )
					WHEN '_qty' THEN 1 ELSE 0 END
			FROM seq_1_to_$items item CROSS JOIN ( SELECT '_product_id' AS meta_key
				UNION SELECT '_variation_id' UNION SELECT '_qty' UNION SELECT '_line_total' ) name",
		];
		foreach ( $all as $sql ) {
			$wpdb->query( $sql ); // phpcs:ignore WordPress.DB.PreparedSQL -- constants of this test alone.
			self::assertSame( '', $wpdb->last_error );
		}
		$wpdb->query( "ANALYZE TABLE {$wpdb->posts}, {$wpdb->prefix}wc_product_meta_lookup, {$wpdb->prefix}wc_orders" );
		$wpdb->query(
			"ANALYZE TABLE {$wpdb->prefix}woocommerce_order_items, {$wpdb->prefix}woocommerce_order_itemmeta"
		);
	}
}
