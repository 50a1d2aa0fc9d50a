<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Tests\Integration\CommittedTestCase;
use PHPUnit\Framework\Attributes\Group;

/**
 * What one order costs from the claim to the last task done: statements of the database and requests to Sellsy. Three lines
 * of two rates and delivery, a known buyer, known products; the invoice final, paid and sent. Counts, never times.
 *
 * `ORDERINVOICER_SHOW_COST=yes` prints them and the time; with `ORDERINVOICER_QUERIES=file` each statement goes there with
 * what asked for it.
 */
#[Group( 'real-woocommerce' )]
final class OrderCostTest extends CommittedTestCase {

	/** Lowered whenever an order gets cheaper; never raised without a reason beside it. */
	private const QUERIES  = 140;
	private const REQUESTS = 6;

	private SandboxShop $shop;

	protected function setUp(): void {
		parent::setUp();
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		$this->shop->connect();
		$this->shop->settle_everything();
	}

	/** On a slow machine the shop is read once more on the way (`WordPressRuntimeCache`): the cheapest of three counts. */
	public function test_an_order_costs_no_more_than_it_did(): void {
		$this->work( $this->paid_order() );
		$cheapest = PHP_INT_MAX;
		for ( $orders = 2; $orders <= 4 && $cheapest > self::QUERIES; $orders++ ) {
			$cheapest = min( $cheapest, $this->cost( $orders ) );
		}
		self::assertLessThanOrEqual( self::QUERIES, $cheapest, 'Statements of the database.' );
	}

	/**
	 * @param int $orders how many there are with this one.
	 * @return int statements.
	 */
	private function cost( int $orders ): int {
		$order    = $this->paid_order();
		$requests = 0;
		$count    = static function () use ( &$requests ): void {
			++$requests;
		};
		add_action( 'http_api_debug', $count, 10, 0 );
		$log          = new QueryLog( (string) getenv( 'ORDERINVOICER_QUERIES' ) );
		$began        = $this->cpu();
		$queries      = $this->work( $order );
		$milliseconds = $this->cpu() - $began;
		$log->end();
		remove_action( 'http_api_debug', $count );

		self::assertTrue( $this->shop->is_finished( $order ) );
		self::assertSame( array_fill( 0, $orders, 'paid' ), array_column( $this->shop->sandbox->state()['invoices'], 'status' ) );
		self::assertCount( $orders, $this->shop->sandbox->call( 'GET', '/_sandbox/mails' ) );
		self::assertLessThanOrEqual( self::REQUESTS, $requests, 'Requests to Sellsy.' );
		if ( getenv( 'ORDERINVOICER_SHOW_COST' ) === 'yes' ) {
			fwrite( STDERR, "\nAn order: $queries statements, $requests requests, $milliseconds ms of PHP.\n" );
		}
		return $queries;
	}

	/** @return int statements, without those that look for rows that wait. */
	private function work( \WC_Order $order ): int {
		global $wpdb;
		wp_cache_flush();
		$before = $wpdb->num_queries;
		$this->shop->work( $order );
		$queries = $wpdb->num_queries - $before;
		$this->shop->make_all_due();
		$before = $wpdb->num_queries;
		while ( ! $this->is_done() ) {
			do_action( 'orderinvoicer_process_sync', $this->next() );
		}
		return $queries + $wpdb->num_queries - $before;
	}

	/** @return int milliseconds that this process has computed for, without what it waited for. */
	private function cpu(): int {
		$used = (array) getrusage();
		return intdiv( ( (int) $used['ru_utime.tv_sec'] + (int) $used['ru_stime.tv_sec'] ) * 1_000_000 + (int) $used['ru_utime.tv_usec'] + (int) $used['ru_stime.tv_usec'], 1000 );
	}

	private function is_done(): bool {
		return $this->next() === 0;
	}

	private function next(): int {
		global $wpdb;
		--$wpdb->num_queries;
		return (int) $wpdb->get_var( "SELECT id FROM {$wpdb->prefix}orderinvoicer_sync WHERE state = 'queued' ORDER BY id LIMIT 1" );
	}

	private function paid_order(): \WC_Order {
		$order = wc_create_order();
		foreach ( [ 'TASSE-01', 'SAC-01', 'LIVRE-01' ] as $sku ) {
			$order->add_product( wc_get_product( wc_get_product_id_by_sku( $sku ) ), 2 );
		}
		$delivery = new \WC_Order_Item_Shipping();
		$delivery->set_method_title( 'Livraison' );
		$delivery->set_total( '4.08' );
		$order->add_item( $delivery );
		$order->set_address(
			[
				'first_name' => 'Client',
				'last_name'  => 'Test',
				'email'      => 'client@example.com',
				'address_1'  => '1 rue de la Paix',
				'postcode'   => '75002',
				'city'       => 'Paris',
				'country'    => 'FR',
			],
			'billing'
		);
		$order->calculate_totals();
		$order->set_payment_method( 'cheque' );
		$order->save();
		$order->payment_complete( 'tx-1' );
		return $order;
	}
}
