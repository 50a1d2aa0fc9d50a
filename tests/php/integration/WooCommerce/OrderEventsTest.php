<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

use OrderInvoicer\Tests\Integration\Faults\FaultyDatabase;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\WordPress\Queue\Wakeups;
use PHPUnit\Framework\Attributes\DataProvider;

/** From WooCommerce's hooks to the row in the ledger, with the plugin as it is registered. */
final class OrderEventsTest extends IntegrationTestCase {

	private ?\Closure $storage = null;

	protected function tearDown(): void {
		if ( $this->storage !== null ) {
			remove_filter( 'pre_option_woocommerce_custom_orders_table_enabled', $this->storage );
		}
		parent::tearDown();
	}

	#[DataProvider( 'storages' )]
	public function test_a_status_change_opens_one_row( string $hpos ): void {
		$this->begin_shop( $hpos, 'confirmed' );
		$order = $this->pending_order();
		self::assertSame( [], $this->rows( $order ) );

		$order->update_status( 'processing' );

		self::assertSame( [ [ 'create_invoice', 'queued' ] ], $this->rows( $order ) );
	}

	#[DataProvider( 'storages' )]
	public function test_payment_and_status_change_together_and_hooks_fired_again_open_one_row( string $hpos ): void {
		$this->begin_shop( $hpos, 'paid' );
		$order = $this->pending_order();

		$order->payment_complete( 'tx-1' );
		for ( $time = 0; $time < 5; ++$time ) {
			do_action(
				'woocommerce_order_status_changed',
				$order->get_id(),
				'pending',
				'processing',
				wc_get_order( $order->get_id() )
			);
			do_action( 'woocommerce_payment_complete', $order->get_id(), 'tx-1' );
		}
		wc_get_order( $order->get_id() )->update_status( 'completed' );

		self::assertSame( [ [ 'create_invoice', 'queued' ] ], $this->rows( $order ) );
	}

	#[DataProvider( 'storages' )]
	public function test_a_paid_order_that_skips_processing_is_not_missed( string $hpos ): void {
		$this->begin_shop( $hpos, 'paid' );
		$product = new \WC_Product();
		$product->set_name( 'Atelier' );
		$product->set_regular_price( '10' );
		$product->set_virtual( true );
		$product->set_downloadable( true );
		$product->save();
		$order = $this->pending_order();
		$order->add_product( $product );
		$order->save();

		$order->payment_complete();

		self::assertSame( 'completed', wc_get_order( $order->get_id() )->get_status() );
		self::assertSame( [ [ 'create_invoice', 'queued' ] ], $this->rows( $order ) );
	}

	#[DataProvider( 'storages' )]
	public function test_an_order_created_in_its_status_is_not_missed( string $hpos ): void {
		$this->begin_shop( $hpos, 'confirmed' );
		$order = new \WC_Order();
		$order->set_status( 'on-hold' );
		$order->save();

		self::assertSame( [ [ 'create_invoice', 'queued' ] ], $this->rows( $order ) );
	}

	#[DataProvider( 'storages' )]
	public function test_an_order_that_stays_pending_is_taken_when_the_owner_wants_that( string $hpos ): void {
		$this->begin_shop( $hpos, 'status:pending' );

		self::assertSame( [ [ 'create_invoice', 'queued' ] ], $this->rows( $this->pending_order() ) );
	}

	#[DataProvider( 'storages' )]
	public function test_an_order_invoiced_by_somebody_else_opens_none( string $hpos ): void {
		$this->begin_shop( $hpos, 'confirmed' );
		$order = $this->pending_order();
		$order->update_meta_data( 'orderinvoicer.invoice_url', 'https://www.sellsy.com/?_f=invoiceOverview&id=3' );
		$order->save();

		$order->update_status( 'processing' );

		self::assertSame( [], $this->rows( $order ) );
	}

	#[DataProvider( 'storages' )]
	public function test_what_was_paid_before_invoices_were_switched_on_opens_none( string $hpos ): void {
		$this->begin_shop( $hpos, 'paid', true, time() - DAY_IN_SECONDS );
		$orders = [ $this->pending_order(), $this->pending_order() ];
		foreach ( $orders as $order ) {
			$order->set_date_created( time() - 2 * DAY_IN_SECONDS );
			$order->save();
		}
		$orders[0]->set_date_paid( time() - 2 * DAY_IN_SECONDS );
		$orders[0]->update_status( 'processing' );
		$orders[0]->update_status( 'completed' );
		$orders[1]->payment_complete( 'tx-1' );
		$this->minutes_pass();
		do_action( Wakeups::SWEEP );

		self::assertSame( [ [], [ [ 'create_invoice', 'queued' ] ] ], array_map( $this->rows( ... ), $orders ) );
	}

	public function test_a_workflow_that_is_off_opens_none(): void {
		$this->begin_shop( 'yes', 'confirmed', false );
		$order = $this->pending_order();

		$order->update_status( 'processing' );

		self::assertSame( [], $this->rows( $order ) );
	}

	public function test_orders_are_saved_and_listeners_go_on_when_we_are_broken(): void {
		$this->begin_shop( 'yes', 'confirmed' );
		$order   = $this->pending_order();
		$heard   = 0;
		$listen  = static function () use ( &$heard ): void {
			++$heard;
		};
		$destroy = static fn ( string $query ): string =>
			str_contains( $query, 'orderinvoicer_sync' ) ? throw new \Error( 'broken' ) : $query;
		add_action( 'woocommerce_order_status_changed', $listen );
		add_filter( 'query', $destroy );

		$order->update_status( 'processing' );

		remove_filter( 'query', $destroy );
		remove_action( 'woocommerce_order_status_changed', $listen );
		self::assertSame( 'processing', wc_get_order( $order->get_id() )->get_status() );
		self::assertSame( 1, $heard );
		self::assertSame( [], $this->rows( $order ) );
	}

	#[DataProvider( 'storages' )]
	public function test_an_event_that_was_lost_is_found_by_the_pass( string $hpos ): void {
		$this->begin_shop( $hpos, 'confirmed' );
		$order   = $this->pending_order();
		$destroy = static fn ( string $query ): string =>
			str_contains( $query, 'orderinvoicer_sync' ) ? throw new \Error( 'broken' ) : $query;
		add_filter( 'query', $destroy );
		$order->update_status( 'processing' );
		remove_filter( 'query', $destroy );
		self::assertSame( [], $this->rows( $order ) );

		$this->minutes_pass();
		do_action( Wakeups::SWEEP );
		self::assertSame( [ [ 'create_invoice', 'queued' ] ], $this->rows( $order ) );
	}

	/** Its own row comes back to it. */
	#[DataProvider( 'storages' )]
	public function test_an_order_that_the_database_refuses_holds_up_no_other( string $hpos ): void {
		$this->begin_shop( $hpos, 'confirmed' );
		$orders  = [ $this->pending_order(), $this->pending_order() ];
		$destroy = static fn ( string $query ): string =>
			str_contains( $query, 'orderinvoicer_sync' ) ? throw new \Error( 'broken' ) : $query;
		add_filter( 'query', $destroy );
		foreach ( $orders as $order ) {
			$order->update_status( 'processing' );
		}
		remove_filter( 'query', $destroy );
		$this->minutes_pass();
		$database = new FaultyDatabase( "/_(wc_orders|posts)\b.*(\bIN \( ?|\bID = ){$orders[0]->get_id()}\b/s" );
		$database->while( static fn () => do_action( Wakeups::SWEEP ), FaultyDatabase::ANY );

		self::assertNotSame( '', $database->refused );
		self::assertSame(
			[ [ [ 'follow_order', 'queued' ] ], [ [ 'create_invoice', 'queued' ] ] ],
			array_map( $this->rows( ... ), $orders )
		);
	}

	/** @return iterable<string, array{string}> */
	public static function storages(): iterable {
		yield 'own order tables' => [ 'yes' ];
		yield 'posts' => [ 'no' ];
	}

	private function minutes_pass(): void {
		global $wpdb;
		$gmt = gmdate( 'Y-m-d H:i:s', time() - 300 );
		$wpdb->query( $wpdb->prepare( "UPDATE {$wpdb->prefix}wc_orders SET date_updated_gmt = %s", $gmt ) );
		$wpdb->query(
			$wpdb->prepare( "UPDATE {$wpdb->posts} SET post_modified_gmt = %s, post_modified = %s", $gmt, $gmt )
		);
		update_option( 'orderinvoicer_edits_seen_until', sprintf( '%1$d.0.%1$d', time() - 600 ) );
		wp_cache_flush();
	}

	private function begin_shop( string $hpos, string $trigger, bool $enabled = true, ?int $since = null ): void {
		if ( ! $this->is_standin() ) {
			$this->storage = static fn (): string => $hpos;
			add_filter( 'pre_option_woocommerce_custom_orders_table_enabled', $this->storage );
		}
		update_option(
			'orderinvoicer_settings',
			[
				'invoice' => [
					'enabled'    => $enabled,
					'trigger'    => $trigger,
					'start_date' => '2020-01-01',
					'since'      => $since,
				],
			]
		);
	}

	private function pending_order(): \WC_Order {
		$order = new \WC_Order();
		$order->set_total( '12' );
		$order->save();
		return $order;
	}

	/** @return list<array{string, string}> effect and state. */
	private function rows( \WC_Order $order ): array {
		global $wpdb;
		$rows = $wpdb->get_results(
			$wpdb->prepare(
				"SELECT effect, state FROM {$wpdb->prefix}orderinvoicer_sync WHERE order_id = %d",
				$order->get_id()
			)
		);
		return array_map( static fn ( \stdClass $row ): array => [ $row->effect, $row->state ], $rows );
	}
}
