<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Tests\Integration\PluginEngine;
use OrderInvoicer\WooCommerce\Order\OrderCaches;
use OrderInvoicer\WooCommerce\Order\WooPaidOrders;
use OrderInvoicer\WordPress\Queue\Wakeups;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\Wording\Names\DocumentNames;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/**
 * A request that dies at each of its writes while an order becomes paid. WooCommerce writes status, date and metas one
 * after the other, and tells of the payment after them all. Either nothing of the payment is there, and the gateway
 * reports it again, or the pass finds it.
 */
#[Group( 'real-woocommerce' )]
final class KilledWhilePaidTest extends IntegrationTestCase {

	private const WRITE = '/^\s*(?:INSERT|UPDATE|DELETE)\b.*(?:_wc_order|_posts\b|_postmeta\b|orderinvoicer_)/s';

	private ?\Closure $storage = null;
	private ?\Closure $kill    = null;

	protected function tearDown(): void {
		remove_filter( 'query', $this->kill ?? '__return_null', PHP_INT_MAX );
		remove_filter( 'pre_option_woocommerce_custom_orders_table_enabled', $this->storage ?? '__return_null' );
		parent::tearDown();
	}

	/** @return iterable<string, array{string}> */
	public static function storages(): iterable {
		yield 'own order tables' => [ 'yes' ];
		yield 'posts' => [ 'no' ];
	}

	#[DataProvider( 'storages' )]
	public function test_a_payment_is_found( string $hpos ): void {
		$this->begin_shop( $hpos );
		$pay    = static fn ( int $order ) => wc_get_order( $order )->payment_complete( 'tx-1' );
		$killed = $this->killed_everywhere( fn (): int => $this->order( 'pending' ), $pay );
		self::assertGreaterThan( 4, count( $killed ) );
		$this->pass();
		$unknown = $this->not_known( $killed );
		array_map( $pay, array_keys( $unknown ) );
		$this->pass();
		self::assertSame( [], $this->not_known( $unknown ) );
	}

	/** Its gateway sees a paid status, and does not report it again. */
	#[DataProvider( 'storages' )]
	public function test_the_payment_of_an_accepted_order_is_found( string $hpos ): void {
		$this->begin_shop( $hpos );
		$accepted = function (): int {
			$order = $this->order( 'on-hold' );
			self::assertTrue( $this->orders()->move( $order, 'processing', DocumentKind::Proforma, 'P-0001' ) );
			self::assertFalse( $this->is_paid( $order ) );
			return $order;
		};
		$killed   = $this->killed_everywhere(
			$accepted,
			static fn ( int $order ) => wc_get_order( $order )->payment_complete( 'tx-1' )
		);
		self::assertGreaterThan( 1, count( $killed ) );
		$this->pass();
		// Before the first write nobody can know.
		self::assertSame( [], $this->not_known( array_slice( $killed, 1, preserve_keys: true ) ) );
	}

	/** An acceptance that is broken off is no payment either. */
	#[DataProvider( 'storages' )]
	public function test_an_acceptance_is_no_payment( string $hpos ): void {
		$this->begin_shop( $hpos );
		$killed = $this->killed_everywhere(
			fn (): int => $this->order( 'on-hold' ),
			fn ( int $order ) => $this->orders()->move( $order, 'processing', DocumentKind::Proforma, 'P-0001' )
		);
		self::assertGreaterThan( 4, count( $killed ) );
		$this->pass();
		$paid = array_filter( $killed, $this->is_paid( ... ), ARRAY_FILTER_USE_KEY );
		self::assertSame( [], $paid );
	}

	/**
	 * One order for each write of this work, which dies at it.
	 *
	 * @param \Closure(): int      $make
	 * @param \Closure( int ): mixed $work
	 * @return array<int, string> by order: the write that was not made.
	 */
	private function killed_everywhere( \Closure $make, \Closure $work ): array {
		$killed = [];
		do {
			$order = $make();
			$write = $this->killed_at( count( $killed ) + 1, static fn () => $work( $order ) );
			if ( $write !== '' ) {
				$killed[ $order ] = $write;
			}
		} while ( $write !== '' );
		return $killed;
	}

	/**
	 * @param array<int, string> $killed
	 * @return array<int, string> those of which the last pass has not found the payment.
	 */
	private function not_known( array $killed ): array {
		return array_filter( $killed, fn ( int $order ): bool => ! $this->is_known( $order ), ARRAY_FILTER_USE_KEY );
	}

	private function is_known( int $order ): bool {
		global $wpdb;
		$rows = $wpdb->get_col(
			$wpdb->prepare( "SELECT effect FROM {$wpdb->prefix}orderinvoicer_sync WHERE order_id = %d", $order )
		);
		return in_array( 'create_invoice', $rows, true ) && $this->is_paid( $order );
	}

	private function is_paid( int $order ): bool {
		wp_cache_flush();
		return PluginEngine::make()->sale_orders()->snapshot( $order )?->paid_at !== null;
	}

	/**
	 * WooCommerce catches exceptions, and no errors.
	 *
	 * @return string the write that was not made; empty where there were not so many.
	 */
	private function killed_at( int $at, \Closure $work ): string {
		$killed     = '';
		$this->kill = static function ( string $query ) use ( &$at, &$killed ): string {
			if ( preg_match( self::WRITE, $query ) === 1 && ( $killed !== '' || --$at === 0 ) ) {
				$killed = $killed === '' ? (string) preg_replace( '/\s+/', ' ', $query ) : $killed;
				throw new \Error( 'Killed.' );
			}
			return $query;
		};
		add_filter( 'query', $this->kill, PHP_INT_MAX );
		try {
			$work();
		} catch ( \Error ) {
			unset( $work );
		} finally {
			remove_filter( 'query', $this->kill, PHP_INT_MAX );
			wp_cache_flush();
		}
		return substr( $killed, 0, 200 );
	}

	private function pass(): void {
		global $wpdb;
		$gmt = gmdate( 'Y-m-d H:i:s', time() - 300 );
		$now = gmdate( 'Y-m-d H:i:s', time() - 60 );
		$wpdb->query(
			$wpdb->prepare(
				"UPDATE {$wpdb->prefix}wc_orders SET date_updated_gmt = %s WHERE date_updated_gmt > %s",
				$gmt,
				$now
			)
		);
		$wpdb->query(
			$wpdb->prepare(
				"UPDATE {$wpdb->posts} SET post_modified_gmt = %s, post_modified = %s WHERE post_modified_gmt > %s",
				$gmt,
				$gmt,
				$now
			)
		);
		update_option( 'orderinvoicer_edits_seen_until', sprintf( '%1$d.0.%1$d', time() - 600 ) );
		wp_cache_flush();
		do_action( Wakeups::SWEEP );
		wp_cache_flush();
	}

	private function begin_shop( string $hpos ): void {
		$this->storage = static fn (): string => $hpos;
		add_filter( 'pre_option_woocommerce_custom_orders_table_enabled', $this->storage );
		update_option(
			'orderinvoicer_settings',
			[
				'invoice' => [
					'enabled'    => true,
					'trigger'    => 'paid',
					'start_date' => '2020-01-01',
				],
			]
		);
	}

	/** Saved long ago: only what is saved now is looked at. */
	private function order( string $status ): int {
		$order   = wc_create_order( [ 'status' => $status ] );
		$product = new \WC_Product();
		$product->set_name( 'Atelier' );
		$product->set_regular_price( '12' );
		$product->save();
		$order->add_product( $product );
		$order->set_total( '12' );
		$order->save();
		global $wpdb;
		$wpdb->update(
			"{$wpdb->prefix}wc_orders",
			[ 'date_updated_gmt' => '2025-01-01 00:00:00' ],
			[ 'id' => $order->get_id() ]
		);
		$wpdb->update( $wpdb->posts, [ 'post_modified_gmt' => '2025-01-01 00:00:00' ], [ 'ID' => $order->get_id() ] );
		wp_cache_flush();
		return $order->get_id();
	}

	private function orders(): WooPaidOrders {
		return new WooPaidOrders(
			new OrderCaches( new Sql( $GLOBALS['wpdb'] ) ),
			new DocumentNames(),
			$this->createStub( Logger::class )
		);
	}
}
