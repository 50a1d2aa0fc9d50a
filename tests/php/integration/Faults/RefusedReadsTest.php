<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Faults;

use OrderInvoicer\Domain\FollowUps\SavedOrder;
use OrderInvoicer\Domain\Pauses\FailureCount;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Tests\Integration\PluginEngine;
use OrderInvoicer\Wiring\Adapters;
use OrderInvoicer\WooCommerce\Order\OrderCaches;
use OrderInvoicer\WordPress\Options\FreshOptions;
use OrderInvoicer\WordPress\Tables\CheckedRead;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;
use OrderInvoicer\WordPress\Tables\Sql;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/** What the database does not answer is unknown: it throws, and is never taken for nothing. */
final class RefusedReadsTest extends IntegrationTestCase {

	/** @var array<string, \Closure> */
	private array $filters = [];

	protected function tearDown(): void {
		foreach ( $this->filters as $hook => $filter ) {
			remove_filter( $hook, $filter );
		}
		wp_using_ext_object_cache( false );
		parent::tearDown();
	}

	/** @return iterable<string, array{string}> WooCommerce's own tables, or posts. */
	public static function storages(): iterable {
		yield 'own tables' => [ 'yes' ];
		yield 'posts' => [ 'no' ];
	}

	#[DataProvider( 'storages' )]
	#[Group( 'real-woocommerce' )]
	public function test_an_order_and_its_refunds_are_read_whole_or_not_at_all( string $own_tables ): void {
		$this->filters['pre_option_woocommerce_custom_orders_table_enabled'] = static fn (): string => $own_tables;
		add_filter(
			'pre_option_woocommerce_custom_orders_table_enabled',
			$this->filters['pre_option_woocommerce_custom_orders_table_enabled']
		);
		$id     = $this->refunded_order();
		$orders = PluginEngine::make()->sale_orders();
		$reads  = [
			'snapshot'     => static fn (): mixed => $orders->snapshot( $id ),
			'refunds'      => static fn (): mixed => $orders->refunds( $id ),
			'saved'        => static fn (): mixed => ( new Adapters( $GLOBALS['wpdb'] ) )->saved_orders()->after(
				new SavedOrder( new \DateTimeImmutable( '-1 day' ), 0 ),
				new \DateTimeImmutable( '+1 day' ),
				100
			),
			'followed'     => static fn (): mixed =>
				( new Adapters( $GLOBALS['wpdb'] ) )->order_events()->is_followed( $id ),
			'event'        => static fn (): mixed =>
				( new Adapters( $GLOBALS['wpdb'] ) )->order_events()->standing( $id ),
			'its document' => static fn (): mixed => ( new Adapters( $GLOBALS['wpdb'] ) )
				->order_links()
				->url( $id, \OrderInvoicer\Domain\Documents\DocumentKind::Invoice ),
		];
		foreach ( [ false, true ] as $shared_cache ) {
			wp_using_ext_object_cache( $shared_cache );
			foreach ( $reads as $name => $read ) {
				$this->assert_whole_or_not_at_all(
					$read,
					$name . ( $shared_cache ? ', where processes share a cache' : '' )
				);
			}
		}
	}

	/** In the cache of another process, or of this one, what was refused must not be left as "nothing". */
	private function assert_whole_or_not_at_all( callable $read, string $what ): void {
		$database = new FaultyDatabase( FaultyDatabase::ALL );
		wp_cache_flush();
		$whole     = $database->while( $read );
		$questions = count( $database->asked );
		self::assertGreaterThan( 0, $questions, $what );
		for ( $nth = 1; $nth <= $questions; $nth++ ) {
			wp_cache_flush();
			try {
				$database->while( $read, FaultyDatabase::ANY, $nth );
				self::fail( "$what: {$database->refused}" );
			} catch ( DatabaseRefused ) {
				self::assertEquals( $whole, $read(), "Afterwards: $what, {$database->refused}" );
			}
		}
	}

	/** As another process has left it: what it was refused, it kept for all. */
	#[Group( 'real-woocommerce' )]
	public function test_a_shared_cache_is_read_past(): void {
		$id   = $this->refunded_order();
		$item = array_key_first( wc_get_order( $id )->get_items() );
		$kept = [
			[ "order-items-$id", 'orders' ],
			[ \WC_Cache_Helper::get_cache_prefix( 'orders' ) . "refunds$id", 'orders' ],
			[ \WC_Order::generate_meta_cache_key( $id, 'orders' ), 'orders' ],
			[ "item-$item", 'order-items' ],
			[ $item, 'order_item_meta' ],
			[ $id, 'post_meta' ],
		];
		foreach ( $kept as [ $key, $group ] ) {
			wp_cache_set( $key, [], $group );
		}
		$caches = new OrderCaches( new Sql( $GLOBALS['wpdb'] ) );
		( new \ReflectionMethod( OrderCaches::class, 'forget_shared' ) )->invoke( $caches, [ $id ] );
		foreach ( $kept as [ $key, $group ] ) {
			self::assertFalse( wp_cache_get( $key, $group ), "$group $key" );
		}
	}

	/** @return iterable<string, array{\Closure( Foundation ): mixed}> */
	public static function our_reads(): iterable {
		$now = new \DateTimeImmutable( '2026-03-02 10:00:00' );
		yield 'rows of an order' => [
			static fn ( Adapters $adapters ): mixed => $adapters->ledger()->for_order( 900001 ),
		];
		yield 'due' => [ static fn ( Adapters $adapters ): mixed => $adapters->ledger()->due( $now, 5 ) ];
		yield 'count' => [
			static fn ( Adapters $adapters ): mixed =>
				$adapters->ledger()->count( new \OrderInvoicer\Domain\Ledger\TaskFilter() ),
		];
		yield 'oldest due' => [ static fn ( Adapters $adapters ): mixed => $adapters->ledger()->oldest_due( $now ) ];
		yield 'link' => [
			static fn ( Adapters $adapters ): mixed =>
				$adapters->remote_id_store()->find( 'account', 'customer', 'C5:' ),
		];
		yield 'tries' => [ static fn ( Adapters $adapters ): mixed => $adapters->attempts()->for_task( 1 ) ];
		yield 'pause' => [ static fn ( Adapters $adapters ): mixed => $adapters->pauses()->current() ];
		yield 'pause of a kind' => [
			static fn ( Adapters $adapters ): mixed =>
				$adapters->pauses()->pause( \OrderInvoicer\Domain\Ledger\Effect::CreateInvoice ),
		];
		yield 'failures' => [
			static fn ( Adapters $adapters ): mixed => ( new FailureCount( $adapters->kept_values() ) )->add(),
		];
		yield 'link being made' => [
			static fn ( Adapters $adapters ): mixed => $adapters->remote_id_store()->sent( 'account', 'item', 'SKU-1' ),
		];
		yield 'edits seen' => [ static fn ( Adapters $adapters ): mixed => $adapters->edits_seen()->last() ];
		yield 'listening' => [ static fn ( Adapters $adapters ): mixed => $adapters->edits_seen()->listening_since() ];
		yield 'clash' => [ static fn ( Adapters $adapters ): mixed => $adapters->shop_code_conflicts()->standing() ];
		yield 'site' => [ static fn ( Adapters $adapters ): mixed => $adapters->site()->known_address() ];
		yield 'settings' => [ static fn ( Adapters $adapters ): mixed => $adapters->settings()->get() ];
		yield 'secret' => [
			static fn ( Adapters $adapters ): mixed => $adapters->sodium_secret_store()->get( 'credentials' ),
		];
	}

	/** @param \Closure( Foundation ): mixed $read */
	#[DataProvider( 'our_reads' )]
	public function test_what_we_keep_ourselves_is_never_taken_for_none( \Closure $read ): void {
		delete_option( 'orderinvoicer_settings' );
		wp_cache_flush();
		get_option( 'siteurl' );
		$this->expectException( DatabaseRefused::class );
		( new FaultyDatabase( '/orderinvoicer\W*_/' ) )
			->while( static fn (): mixed => $read( new Adapters( $GLOBALS['wpdb'] ) ), FaultyDatabase::ANY );
	}

	public function test_the_address_of_the_shop_is_not_empty_where_it_cannot_be_read(): void {
		wp_cache_flush();
		$this->expectException( DatabaseRefused::class );
		( new FaultyDatabase( '/_options/' ) )->while(
			static fn (): mixed => ( new Adapters( $GLOBALS['wpdb'] ) )->site()->address(),
			FaultyDatabase::ANY
		);
	}

	public function test_another_plugins_own_table_is_its_own_affair(): void {
		global $wpdb;
		$wpdb->suppress_errors( true );
		self::assertSame(
			'read',
			CheckedRead::read(
				static fn (): string =>
					$wpdb->query( "SELECT * FROM {$wpdb->prefix}of_another_plugin" ) === false ? 'read' : ''
			)
		);
		$this->expectException( DatabaseRefused::class );
		try {
			CheckedRead::read(
				static fn (): mixed =>
					$wpdb->query( "SELECT * FROM `{$wpdb->prefix}woocommerce_order_items` REFUSED BY THE TEST" )
			);
		} finally {
			$wpdb->suppress_errors( false );
		}
	}

	/** `get_results()` would answer with the rows of the question before. */
	public function test_a_connection_that_is_gone_has_no_old_answers(): void {
		global $wpdb;
		if ( ! $wpdb->ready ) {
			self::markTestSkipped( 'A database of several servers does not say: see SplitDatabaseTest.' );
		}
		$options = new FreshOptions( new Sql( $wpdb ) );
		$options->set( 'orderinvoicer_one', 'said' );
		self::assertSame( 'said', $options->get( 'orderinvoicer_one' ) );
		$wpdb->ready = false;
		try {
			$options->get( 'orderinvoicer_other' );
			self::fail( 'Nothing was asked.' );
		} catch ( DatabaseRefused ) {
			self::assertFalse( $wpdb->ready );
		} finally {
			$wpdb->ready = true;
		}
	}

	private function refunded_order(): int {
		$order = wc_create_order();
		$order->add_product( wc_get_product( wc_get_product_id_by_sku( 'TASSE-01' ) ), 3 );
		$order->calculate_totals();
		$order->update_meta_data( 'orderinvoicer.invoice_url', 'https://elsewhere.example/1' );
		$order->save();
		$line = array_values( $order->get_items() )[0];
		wc_create_refund(
			[
				'order_id'   => $order->get_id(),
				'amount'     => '11.99',
				'line_items' => [
					$line->get_id() => [
						'qty'          => 1,
						'refund_total' => '9.99',
						'refund_tax'   => [ array_key_first( $line->get_taxes()['total'] ) => '2.00' ],
					],
				],
			]
		);
		return $order->get_id();
	}
}
