<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Tests\Integration\CommittedTestCase;
use OrderInvoicer\WooCommerce\Order\BuyerNumbers;
use OrderInvoicer\WordPress\Queue\Wakeups;

/** Real processes, really killed: after each change of the ledger and after each answer of Sellsy. */
final class KilledRunnerTest extends CommittedTestCase {

	private SandboxShop $shop;

	protected function setUp(): void {
		parent::setUp();
		if ( ! function_exists( 'posix_kill' ) ) {
			self::markTestSkipped( 'PHP\'s posix extension is not there.' );
		}
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		$this->shop->connect();
	}

	/**
	 * @group walks
	 * @testWith ["answer", ""]
	 *           ["write", ""]
	 *           ["answer", "BC-778"]
	 *           ["write", "BC-778"]
	 */
	public function test_one_invoice_wherever_the_runner_dies( string $kind, string $buyers_number ): void {
		$at = 0;
		do {
			$at = Cuts::after( $at );
			$this->shop->connect();
			$order = $this->shop->order();
			$order->update_meta_data( BuyerNumbers::OWN_ORDER_NUMBER, $buyers_number );
			$order->payment_complete();
			$survived = $this->shop->run_and_die( $this->shop->row( $order )->id, $kind, $at );
			$this->assert_one_invoice_after_resuming( $order, "killed after $kind $at" );
		} while ( ! $survived );
		self::assertGreaterThan( 8, $at, 'There was something to survive.' );
	}

	private function assert_one_invoice_after_resuming( \WC_Order $order, string $when ): void {
		wp_cache_flush();
		$passes = 0;
		while ( $passes < 6 && ! $this->shop->is_finished( $order ) ) {
			++$passes;
			$this->shop->lapse_leases();
			$this->shop->make_all_due();
			do_action( Wakeups::SWEEP );
		}
		do_action( Wakeups::SWEEP );
		self::assertTrue( $this->shop->is_finished( $order ), $when );
		$invoice = $this->shop->only_invoice();
		self::assertNotSame( '', (string) $invoice['number'], $when );
		wp_cache_flush();
		self::assertStringContainsString(
			(string) $invoice['id'],
			(string) wc_get_order( $order->get_id() )->get_meta( 'orderinvoicer.invoice_url' ),
			$when
		);
		self::assertCount( 1, $this->shop->sandbox->state()['individuals'], $when );
	}
}
