<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Tests\Integration\CommittedTestCase;
use OrderInvoicer\Tests\Integration\PluginEngine;
use OrderInvoicer\WordPress\Queue\Wakeups;

/**
 * Real processes, really killed, while a paid invoice of a person is credited and issued anew for a company: the
 * payment is the company's in the end, and the same money is never there twice.
 */
final class KilledMovedPaymentTest extends CommittedTestCase {

	private SandboxShop $shop;

	protected function setUp(): void {
		parent::setUp();
		if ( ! function_exists( 'posix_kill' ) ) {
			self::markTestSkipped( 'PHP\'s posix extension is not there.' );
		}
		$this->shop = new SandboxShop( $this->allow_sandbox() );
	}

	/** @group walks */
	public function test_the_money_is_there_once_wherever_the_runner_dies(): void {
		$at = 0;
		do {
			$at       = Cuts::after( $at );
			$order    = $this->order_to_reissue();
			$survived = $this->shop->run_and_die( 0, 'effect', $at );
			self::assertLessThanOrEqual( 1, count( $this->shop->sandbox->state()['payments'] ), "killed at $at" );
			$this->resume();
			$this->assert_moved( $order, "killed at $at" );
		} while ( ! $survived );
		self::assertGreaterThan( 9, $at, 'Nine changes at Sellsy, and more, are there to survive.' );
	}

	/** Paid and final; credit note and new invoice are written down, and nobody has worked on them. */
	private function order_to_reissue(): \WC_Order {
		$this->shop->connect();
		$this->shop->settle_everything();
		$this->shop->change_settings(
			[
				'invoice'    => [ 'email' => false ],
				'creditnote' => $this->shop->like_invoice( 'confirmed' ),
			]
		);
		$order = $this->shop->order();
		$order->set_payment_method( 'cheque' );
		$order->save();
		$order->payment_complete( 'tx-1' );
		$this->resume();
		self::assertSame( 'paid', $this->shop->only_invoice()['status'] );

		$order = wc_get_order( $order->get_id() );
		$order->set_billing_company( 'ACME SARL' );
		$order->save();
		self::assertNotNull( PluginEngine::make()->open_reissue()->open( $order->get_id(), 0 ) );
		return $order;
	}

	private function resume(): void {
		wp_cache_flush();
		for ( $pass = 0; $pass < 6; $pass++ ) {
			$this->shop->lapse_leases();
			$this->shop->make_all_due();
			do_action( Wakeups::SWEEP );
		}
	}

	private function assert_moved( \WC_Order $order, string $when ): void {
		$state = $this->shop->sandbox->state();
		self::assertSame( [ 'company' ], array_column( array_column( $state['payments'], 'third' ), 'type' ), $when );
		self::assertSame( (float) $order->get_total(), (float) $state['payments'][0]['total'], $when );
		self::assertSame( [ 'paid', 'paid' ], array_column( $state['invoices'], 'status' ), $when );
		self::assertSame( [ 'spent' ], array_column( $state['credit_notes'], 'status' ), $when );
		self::assertSame( [], $this->shop->stopped( $order ), $when );
	}
}
