<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

use OrderInvoicer\Domain\FollowUps\SavedOrder;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Wiring\Adapters;
use PHPUnit\Framework\Attributes\DataProvider;

/** The walk through saved orders, over the tables that WooCommerce keeps them in. */
final class SavedOrdersTest extends IntegrationTestCase {

	private const AT = '2019-05-05 05:05:05';

	private ?\Closure $storage = null;

	protected function tearDown(): void {
		if ( $this->storage !== null ) {
			remove_filter( 'pre_option_woocommerce_custom_orders_table_enabled', $this->storage );
		}
		parent::tearDown();
	}

	/** @return iterable<string, array{string}> */
	public static function storages(): iterable {
		yield 'own order tables' => [ 'yes' ];
		yield 'posts' => [ 'no' ];
	}

	/** By an import: pages of 200 reach each of them, once. */
	#[DataProvider( 'storages' )]
	public function test_a_thousand_orders_saved_in_one_second( string $own_tables ): void {
		$this->keep_orders( $own_tables );
		$this->save( $own_tables, range( 900_001, 901_000 ), self::AT, 'wc-processing' );
		$this->save( $own_tables, [ 901_001 ], '2019-05-05 05:05:06', 'wc-completed' );
		$this->save( $own_tables, [ 901_002 ], self::AT, 'trash' );

		self::assertSame(
			[ ...range( 900_001, 901_000 ), 901_001 ],
			$this->walk( new SavedOrder( new \DateTimeImmutable( self::AT . ' UTC' ), 0 ) )
		);
		self::assertSame(
			[ 901_000, 901_001 ],
			$this->walk( new SavedOrder( new \DateTimeImmutable( self::AT . ' UTC' ), 900_999 ) )
		);
	}

	public function test_own_tables_are_read_by_their_index(): void {
		if ( $this->is_standin() ) {
			self::markTestSkipped( 'The stand-in keeps orders as posts only.' );
		}
		$this->keep_orders( 'yes' );
		$this->save( 'yes', range( 900_001, 900_500 ), '2018-01-01 00:00:00', 'wc-processing' );
		global $wpdb;
		$this->walk( new SavedOrder( new \DateTimeImmutable( self::AT . ' UTC' ), 0 ) );
		$plan = $wpdb->get_row( 'EXPLAIN ' . $wpdb->last_query );

		self::assertSame( 'date_updated', $plan->key );
		// phpcs:ignore WordPress.NamingConventions.ValidVariableName -- MariaDB's own.
		self::assertStringNotContainsString( 'filesort', (string) $plan->Extra );
	}

	/** @return list<int> */
	private function walk( SavedOrder $last ): array {
		global $wpdb;
		$saved = ( new Adapters( $wpdb ) )->saved_orders();
		$ids   = [];
		do {
			$page = $saved->after( $last, new \DateTimeImmutable( '2019-05-05 05:06:00 UTC' ), 200 );
			$ids  = [ ...$ids, ...array_column( $page, 'id' ) ];
			$last = $page[ count( $page ) - 1 ] ?? $last;
		} while ( $page !== [] );
		return $ids;
	}

	private function keep_orders( string $own_tables ): void {
		if ( $this->is_standin() && $own_tables === 'yes' ) {
			self::markTestSkipped( 'The stand-in keeps orders as posts only.' );
		}
		$this->storage = static fn (): string => $own_tables;
		add_filter( 'pre_option_woocommerce_custom_orders_table_enabled', $this->storage );
	}

	/** @param list<int> $ids */
	private function save( string $own_tables, array $ids, string $gmt, string $status ): void {
		global $wpdb;
		$columns = $own_tables === 'yes'
			? "{$wpdb->prefix}wc_orders ( id, type, status, date_updated_gmt )"
			: "{$wpdb->posts} ( ID, post_type, post_status, post_modified_gmt, post_content, post_title, post_excerpt,"
				. ' to_ping, pinged, post_content_filtered )';
		$texts   = $own_tables === 'yes' ? '' : str_repeat( ", ''", 6 );
		$rows    = implode(
			', ',
			array_map( static fn ( int $id ): string => "( $id, 'shop_order', '$status', '$gmt'$texts )", $ids )
		);
		// phpcs:ignore WordPress.DB.PreparedSQL -- This test's own words and numbers.
		$wpdb->query( "INSERT INTO $columns VALUES $rows" );
		self::assertSame( '', $wpdb->last_error );
	}
}
