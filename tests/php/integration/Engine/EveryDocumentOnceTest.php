<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Tests\Integration\CommittedTestCase;
use OrderInvoicer\WordPress\Queue\Wakeups;

/**
 * The documents beside the invoice, whose creation is lost, refused for a while or cut off by a runner's death: each is
 * there once.
 */
final class EveryDocumentOnceTest extends CommittedTestCase {

	private const CREATED_BY = [
		'estimate' => '/estimates',
		'order'    => '/orders',
		'delivery' => 'v1:Document.create',
		'proforma' => 'v1:Document.create',
	];

	private const IN_STATE = [
		'estimate' => 'estimates',
		'order'    => 'orders',
		'delivery' => 'deliveries',
		'proforma' => 'proformas',
	];

	private SandboxShop $shop;

	protected function setUp(): void {
		parent::setUp();
		$this->shop = new SandboxShop( $this->allow_sandbox() );
	}

	/**
	 * @dataProvider lost_answers
	 * @group walks
	 */
	public function test_a_lost_answer_never_makes_a_second_one( string $kind, string $mode ): void {
		$order = $this->order_that_becomes( $kind );
		$this->shop->sandbox->fault(
			[
				'mode'   => $mode,
				'method' => 'POST',
				'path'   => self::CREATED_BY[ $kind ],
				'times'  => 1,
			]
		);
		do_action( Wakeups::SWEEP );
		self::assertNotSame( TaskState::Done, $this->state( $order, $kind ), 'The fault was met.' );
		$this->assert_once( $order, $kind, $mode );
	}

	/**
	 * Each day all of them for one kind of each of Sellsy's two APIs, for the others the answer that never came.
	 *
	 * @return iterable<string, array{string, string}>
	 */
	public static function lost_answers(): iterable {
		foreach ( array_keys( self::CREATED_BY ) as $kind ) {
			$modes = Cuts::are_all() || in_array( $kind, [ 'order', 'delivery' ], true )
				? [ '500-after', 'drop-after', 'malformed', '500-before', '429' ]
				: [ '500-after' ];
			foreach ( $modes as $mode ) {
				yield "$kind, $mode" => [ $kind, $mode ];
			}
		}
	}

	/**
	 * @group walks
	 * @testWith ["order", "answer"]
	 *           ["order", "write"]
	 *           ["delivery", "answer"]
	 *           ["delivery", "write"]
	 */
	public function test_wherever_the_runner_dies( string $kind, string $cut ): void {
		if ( ! function_exists( 'posix_kill' ) ) {
			self::markTestSkipped( 'PHP\'s posix extension is not there.' );
		}
		$at = 0;
		do {
			$at = Cuts::after( $at );
			$order    = $this->order_that_becomes( $kind );
			$survived = $this->shop->run_and_die(
				$this->shop->find( $order, $this->effect( $kind ) )->id ?? 0,
				$cut,
				$at
			);
			wp_cache_flush();
			$this->shop->lapse_leases();
			$this->assert_once( $order, $kind, "killed after $cut $at" );
		} while ( ! $survived );
		self::assertGreaterThan( 4, $at, 'There was something to survive.' );
	}

	private function order_that_becomes( string $kind ): \WC_Order {
		$this->shop->connect();
		$this->shop->change_settings(
			[
				$kind     => $this->shop->like_invoice( 'confirmed' ),
				'invoice' => [ 'enabled' => false ],
			]
		);
		$order = $this->shop->order();
		$order->payment_complete();
		return $order;
	}

	private function assert_once( \WC_Order $order, string $kind, string $when ): void {
		for ( $pass = 0; $pass < 5; $pass++ ) {
			$this->shop->make_all_due();
			do_action( Wakeups::SWEEP );
		}
		self::assertSame( TaskState::Done, $this->state( $order, $kind ), $when );
		$made = array_values( $this->shop->sandbox->state()[ self::IN_STATE[ $kind ] ] );
		self::assertCount( 1, $made, $when );
		wp_cache_flush();
		self::assertStringContainsString(
			"id={$made[0]['id']}",
			(string) wc_get_order( $order->get_id() )->get_meta( "orderinvoicer.{$kind}_url" ),
			$when
		);
	}

	private function state( \WC_Order $order, string $kind ): ?TaskState {
		return $this->shop->find( $order, $this->effect( $kind ) )?->state;
	}

	private function effect( string $kind ): Effect {
		return Effect::create( DocumentKind::from( $kind ) );
	}
}
