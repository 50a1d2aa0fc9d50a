<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Tests\Integration\CommittedTestCase;
use OrderInvoicer\Tests\Integration\SideBySide;
use OrderInvoicer\WordPress\Queue\Wakeups;

/** The whole engine, in many real processes at once, each in front of the same orders: one invoice for each order. */
final class ManyRunnersTest extends CommittedTestCase {

	private const PROCESSES = 20;
	private const WAITING   = 4;

	public function test_one_invoice_for_each_order(): void {
		$shop = new SandboxShop( $this->allow_sandbox() );
		$shop->connect();
		$orders = [];
		for ( $i = 0; $i < self::WAITING; $i++ ) {
			$orders[ $i ] = $shop->order();
			$orders[ $i ]->payment_complete();
		}
		$hooked = $this->processing_unnoticed( $shop->order() );
		$paid   = $shop->order();
		array_push( $orders, $hooked, $paid );

		$this->run_all( $hooked, $paid );
		wp_cache_flush();
		for ( $pass = 0; $pass < 6; $pass++ ) {
			$shop->make_all_due();
			do_action( Wakeups::SWEEP );
		}

		$state = $shop->sandbox->state();
		$keys  = array_column( $state['invoices'], 'order_reference' );
		self::assertSame( array_values( array_unique( $keys ) ), $keys );
		self::assertCount( count( $orders ), $keys );
		self::assertCount( 1, $state['individuals'], 'All of one shopper.' );
		foreach ( $orders as $order ) {
			self::assertTrue( $shop->is_finished( $order ) );
			self::assertNotSame(
				'',
				(string) wc_get_order( $order->get_id() )->get_meta( 'orderinvoicer.invoice_url' )
			);
		}
	}

	/** Its hooks fire only in the processes. */
	private function processing_unnoticed( \WC_Order $order ): \WC_Order {
		add_filter( 'orderinvoicer_order_is_followed', '__return_false' );
		$order->update_status( 'processing' );
		remove_filter( 'orderinvoicer_order_is_followed', '__return_false' );
		return $order;
	}

	private function run_all( \WC_Order $hooked, \WC_Order $paid ): void {
		$printed = SideBySide::run(
			self::PROCESSES,
			[
				__DIR__ . '/one-of-many.php',
				(string) $hooked->get_id(),
				(string) $paid->get_id(),
			]
		);
		foreach ( $printed as $words ) {
			self::assertStringEndsWith( 'done', $words );
		}
	}
}
