<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Rest;

use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\WordPress\Queue\Wakeups;
use PHPUnit\Framework\Attributes\Group;

/** Dry run and back-fill over REST, with real orders and the sandbox. */
final class OldOrdersControllersTest extends RestTestCase {

	private SandboxShop $shop;

	protected function setUp(): void {
		parent::setUp();
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		$this->shop->connect();
		$this->sign_in_as_admin();
	}

	/** @return list<\WC_Order> one a minute, a year ago. */
	private function old_orders( int $count, string $status = 'completed' ): array {
		$orders = [];
		for ( $i = 0; $i < $count; $i++ ) {
			$order = $this->shop->order();
			$order->set_date_created( strtotime( '-1 year' ) + $i * 60 );
			$order->set_date_paid( time() );
			$order->set_status( $status );
			$order->save();
			$orders[] = $order;
		}
		global $wpdb;
		$wpdb->query( "DELETE FROM {$wpdb->prefix}orderinvoicer_sync" );
		return $orders;
	}

	/** @return array<string, mixed> */
	private function chosen(): array {
		return [
			'from'     => gmdate( 'Y-m-d', strtotime( '-2 years' ) ),
			'to'       => gmdate( 'Y-m-d', strtotime( '-1 month' ) ),
			'statuses' => [ 'completed' ],
			'kinds'    => [ 'invoice' ],
		];
	}

	/** @return array<string, mixed> */
	private function backfill(): array {
		return $this->valid( $this->call( 'GET', '/backfill' ), 'backfill' )['backfill'];
	}

	public function test_a_dry_run_shows_the_documents_and_makes_none(): void {
		$order = $this->old_orders( 2 )[1];

		$run = $this->valid( $this->call( 'GET', '/dry-run?per_page=2' ), 'dry-run' );

		self::assertCount( 2, $run['orders'] );
		$shown = array_column( $run['orders'], null, 'id' )[ $order->get_id() ];
		self::assertSame(
			'made',
			$shown['documents'][0]['outcome'],
			(string) wp_json_encode( $shown['documents'][0]['problem'] )
		);
		self::assertSame( $shown['incl_tax'], $shown['documents'][0]['totals']['incl_tax'] );
		self::assertSame( [], $this->shop->sandbox->state()['invoices'] );
		self::assertSame( [], $this->shop->sandbox->state()['individuals'] );
	}

	public function test_settings_that_are_not_saved_decide_too(): void {
		$this->old_orders( 1 );
		// phpcs:ignore WordPress.Arrays
		$run = $this->valid(
			$this->call(
				'POST',
				'/dry-run',
				[
					'per_page' => 1,
					'settings' => [ 'tax_rates' => [] ],
				]
			),
			'dry-run'
		);

		self::assertSame(
			[ 'stops', 'tax_unmapped' ],
			[ $run['orders'][0]['documents'][0]['outcome'], $run['orders'][0]['documents'][0]['problem']['code'] ]
		);
	}

	#[Group( 'real-woocommerce' )]
	public function test_orders_are_counted_step_by_step_before_anything_starts(): void {
		$this->old_orders( 3 );
		$count = $this->valid(
			$this->call( 'POST', '/backfill/count', $this->chosen() + [ 'cursor' => '' ] ),
			'backfill-count'
		);

		self::assertSame(
			[ 3, 3, 0, 0, null ],
			[ $count['orders'], $count['looked_at'], $count['with_documents'], $count['would_stop'], $count['next'] ]
		);
		self::assertNull( $this->valid( $this->call( 'GET', '/backfill' ), 'backfill' )['backfill'] );
	}

	#[Group( 'real-woocommerce' )]
	public function test_old_orders_are_filled_in_while_orders_of_today_go_first(): void {
		$this->old_orders( 24 );
		$started = $this->valid(
			$this->call( 'POST', '/backfill', $this->chosen() + [ 'drafts' => true ] ),
			'backfill'
		)['backfill'];
		self::assertSame(
			[ 'running', 24, 20 ],
			[ $started['state'], $started['orders']['total'], $started['documents']['waiting'] ]
		);
		$this->assert_refused(
			409,
			'orderinvoicer_backfill_running',
			$this->call( 'POST', '/backfill', $this->chosen() + [ 'drafts' => true ] )
		);

		$live = $this->shop->order();
		$live->payment_complete();
		$passes = 0;
		while ( $passes < 8 && $this->backfill()['state'] !== 'finished' ) {
			++$passes;
			do_action( Wakeups::SWEEP );
		}

		self::assertSame( [ 'finished', 24 ], [ $this->backfill()['state'], $this->backfill()['documents']['done'] ] );
		$invoices = array_values( $this->shop->sandbox->state()['invoices'] );
		self::assertCount( 25, $invoices );
		self::assertStringEndsWith(
			'-' . $live->get_order_number(),
			(string) $invoices[0]['order_reference'],
			'The order of today was first.'
		);
		self::assertCount(
			1,
			array_filter( $invoices, static fn ( array $invoice ): bool => (string) $invoice['number'] !== '' ),
			'Old ones stay drafts.'
		);
	}

	public function test_it_can_be_paused_resumed_and_cancelled(): void {
		$this->old_orders( 3 );
		$this->call( 'POST', '/backfill', $this->chosen() + [ 'drafts' => true ] );

		self::assertSame(
			'paused',
			$this->valid( $this->call( 'POST', '/backfill/pause' ), 'backfill' )['backfill']['state']
		);
		do_action( Wakeups::SWEEP );
		self::assertSame( 0, $this->backfill()['documents']['done'] );
		self::assertSame(
			'running',
			$this->valid( $this->call( 'POST', '/backfill/resume' ), 'backfill' )['backfill']['state']
		);
		$cancelled = $this->valid( $this->call( 'POST', '/backfill/cancel' ), 'backfill' )['backfill'];
		self::assertSame( [ 'cancelled', 0 ], [ $cancelled['state'], $cancelled['documents']['waiting'] ] );
		do_action( Wakeups::SWEEP );
		self::assertSame( [], $this->shop->sandbox->state()['invoices'] );
	}

	public function test_senseless_choices_are_refused(): void {
		foreach (
			[ [ 'from' => '2030-01-01' ], [ 'statuses' => [ 'cancelled' ] ], [ 'from' => '2025-02-31' ] ] as $senseless
		) {
			$this->assert_refused(
				400,
				'orderinvoicer_senseless_orders',
				$this->call( 'POST', '/backfill', $senseless + $this->chosen() + [ 'drafts' => true ] )
			);
		}
	}
}
