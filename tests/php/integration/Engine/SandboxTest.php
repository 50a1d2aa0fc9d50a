<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Features\Doctor\Kept\Finding;
use OrderInvoicer\Features\Doctor\Kept\Record;
use OrderInvoicer\Features\Doctor\Kept\State;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Tests\Integration\PluginEngine;
use OrderInvoicer\Wiring\Adapters;
use OrderInvoicer\WooCommerce\Order\BuyerNumbers;
use OrderInvoicer\WordPress\Queue\Wakeups;

/** The plugin as it is registered, real orders, real requests to the sandbox, driven by its hooks alone. */
final class SandboxTest extends IntegrationTestCase {

	private SandboxShop $shop;

	protected function setUp(): void {
		parent::setUp();
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		$this->shop->connect();
	}

	public function test_a_paid_order_becomes_a_final_invoice_with_its_link(): void {
		$order = $this->shop->order();
		$order->payment_complete( 'tx-1' );
		$this->shop->work( $order );

		$invoice = $this->shop->only_invoice();
		self::assertSame( (float) $order->get_total(), (float) $invoice['amounts']['total_incl_tax'] );
		self::assertNotSame( '', (string) $invoice['number'] );
		$fresh = wc_get_order( $order->get_id() );
		self::assertStringContainsString(
			(string) $invoice['id'],
			(string) $fresh->get_meta( 'orderinvoicer.invoice_url' )
		);
		self::assertSame( $invoice['number'], $this->shop->row( $order )->remote_number );
	}

	/** @dataProvider lost_answers */
	public function test_a_lost_answer_never_makes_a_second_invoice(
		string $mode,
		string $method,
		string $path,
		string $buyers_number = '',
	): void {
		$order = $this->shop->order();
		$order->update_meta_data( BuyerNumbers::OWN_ORDER_NUMBER, $buyers_number );
		$order->payment_complete( 'tx-1' );
		$this->shop->sandbox->fault(
			[
				'mode' => $mode,
				'method' => $method,
				'path' => $path,
				'times' => 1,
			]
		);
		$this->shop->work( $order );
		self::assertSame(
			$mode === '401-once',
			$this->shop->is_finished( $order ),
			'The fault was met; only a refused token is no reason to come back later.'
		);
		$passes = 0;
		while ( $passes < 4 && ! $this->shop->is_finished( $order ) ) {
			++$passes;
			$this->shop->make_all_due();
			do_action( Wakeups::SWEEP );
		}

		$invoice = $this->shop->only_invoice();
		$key     = $this->shop->row( $order )->intent->key;
		self::assertNotSame( '', (string) $invoice['number'] );
		self::assertSame( $buyers_number === '' ? $key : $buyers_number, $invoice['order_reference'] );
		self::assertSame( $buyers_number !== '', str_ends_with( (string) $invoice['subject'], " [$key]" ) );
		self::assertSame( TaskState::Done, $this->shop->row( $order )->state );
		self::assertCount( 1, $this->shop->sandbox->state()['individuals'] );
	}

	/** @return iterable<string, array{0: string, 1: string, 2: string, 3?: string}> */
	public static function lost_answers(): iterable {
		foreach ( [ '500-after', 'drop-after', 'malformed', '500-before', '429', '401-once' ] as $mode ) {
			yield "$mode on create" => [ $mode, 'POST', '/invoices' ];
			yield "$mode on create, with the buyer's own number" => [ $mode, 'POST', '/invoices', 'BC-778 / Lyon' ];
		}
		yield 'customer created, answer lost' => [ '500-after', 'POST', '/individuals' ];
		yield 'validated, answer lost' => [ '500-after', 'POST', '/invoices/{id}/validate' ];
	}

	/**
	 * The account was seen to find nothing so soon: after a lost answer nothing is made again by itself.
	 *
	 * @dataProvider searched
	 */
	public function test_what_a_search_that_lags_does_not_show_is_left_to_a_person( string $mode, string $path ): void {
		$this->shop->sandbox->call( 'POST', '/_sandbox/options', [ 'search_lag_seconds' => 3600 ] );
		$this->was_seen( Assumption::SearchLag );
		$order = $this->shop->order();
		$order->payment_complete( 'tx-1' );
		$this->shop->sandbox->fault(
			[
				'mode'   => $mode,
				'method' => 'POST',
				'path'   => $path,
				'times'  => 1,
			]
		);
		$this->shop->work( $order );
		for ( $passes = 0; $passes < 4; $passes++ ) {
			$this->shop->make_all_due();
			do_action( Wakeups::SWEEP );
		}
		$row = $this->shop->row( $order );
		self::assertSame( [ TaskState::Attention, ProblemCode::MadeUnknown ], [ $row->state, $row->problem?->code ] );

		$this->shop->sandbox->call( 'POST', '/_sandbox/options', [ 'search_lag_seconds' => 0 ] );
		PluginEngine::make()->retry_task()->retry( $row->id );
		do_action( Wakeups::SWEEP );
		do_action( Wakeups::SWEEP );

		self::assertNotSame( '', (string) $this->shop->only_invoice()['number'] );
		self::assertCount( 1, $this->shop->sandbox->state()['individuals'] );
		self::assertSame( TaskState::Done, $this->shop->row( $order )->state );
	}

	/** @return iterable<string, array{string, string}> */
	public static function searched(): iterable {
		yield 'an invoice that did not come through' => [ '500-before', '/invoices' ];
		yield 'a customer who is not found yet' => [ '500-after', '/individuals' ];
	}

	private function was_seen( Assumption $otherwise ): void {
		$found   = new Finding(
			assumption: $otherwise->value,
			state: State::Otherwise,
			seen: 'later',
			at: new \DateTimeImmutable(),
			version: '1.0.0',
			revision: 1
		);
		$records = ( new Adapters( $GLOBALS['wpdb'] ) )->account_findings();
		$records->read();
		self::assertTrue( $records->keep( Record::none()->found( $found ) ) );
	}

	public function test_two_orders_of_one_shopper_have_one_customer(): void {
		foreach ( [ $this->shop->order(), $this->shop->order() ] as $order ) {
			$order->payment_complete();
			$this->shop->work( $order );
		}
		$state = $this->shop->sandbox->state();
		self::assertCount( 1, $state['individuals'] );
		self::assertCount( 2, $state['invoices'] );
	}
}
