<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use Automattic\WooCommerce\Utilities\OrderUtil;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Tests\Measures;
use OrderInvoicer\WordPress\Queue\Wakeups;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/** What people do with our documents in Sellsy, through the pass alone, and what it does in the shop. */
#[Group( 'real-woocommerce' )]
final class TalkBackTest extends IntegrationTestCase {

	/** Most of them are WooCommerce's, whose order is paid, noted and announced. */
	private const QUERIES_TO_PAY    = 215;
	private const QUERIES_OF_A_PASS = 60;

	private SandboxShop $shop;

	/** @var array<string, \Closure> */
	private array $filters = [];

	protected function setUp(): void {
		parent::setUp();
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		$this->shop->connect();
		$this->shop->settle_everything();
		$this->shop->change_settings(
			[
				'invoice'   => [
					'email'    => false,
					'finalise' => 'at_once',
				] + $this->shop->like_invoice( 'status:on-hold' ),
				'talk_back' => [ 'pays_orders' => true ],
			]
		);
	}

	protected function tearDown(): void {
		foreach ( $this->filters as $hook => $filter ) {
			remove_filter( $hook, $filter );
		}
		parent::tearDown();
	}

	/** @return iterable<string, array{string}> whether orders are in WooCommerce's own tables. */
	public static function storages(): iterable {
		yield 'own tables' => [ 'yes' ];
		yield 'posts' => [ 'no' ];
	}

	#[DataProvider( 'storages' )]
	public function test_a_transfer_recorded_in_sellsy_pays_the_order_and_nothing_is_sent( string $own_tables ): void {
		$this->store( $own_tables );
		$order   = $this->awaiting();
		$invoice = $this->shop->only_invoice();
		$this->pay_by_hand( $invoice, $order );
		$before = $this->writes();
		$this->pass_of( 'pays an order', self::QUERIES_TO_PAY );

		$paid = wc_get_order( $order->get_id() );
		self::assertContains( $paid->get_status(), [ 'processing', 'completed' ] );
		self::assertSame( '2026-03-01', gmdate( 'Y-m-d', (int) $paid->get_date_paid()?->getTimestamp() ) );
		$said = preg_grep( '/was paid in full on .+ so this order is now paid/', $this->notes( $paid ) );
		self::assertNotEmpty( $said );
		self::assertSame( TaskState::Done, $this->shop->find( $order, Effect::RecordPayment )?->state );

		$notes = $this->notes( $paid );
		for ( $pass = 0; $pass < 3; $pass++ ) {
			$this->pass_of( 'finds nothing', self::QUERIES_OF_A_PASS );
		}
		self::assertSame( $before, $this->writes() );
		self::assertCount( 1, $this->shop->sandbox->state()['payments'] );
		self::assertSame( $notes, $this->notes( wc_get_order( $order->get_id() ) ) );
	}

	/** Another pass runs while WooCommerce is at it: e-mails and stock take their time. */
	public function test_two_passes_at_once_pay_an_order_once(): void {
		$order = $this->awaiting();
		$this->pay_by_hand( $this->shop->only_invoice(), $order );
		$tries                                            = 0;
		$this->filters['woocommerce_pre_payment_complete'] = function () use ( &$tries ): void {
			if ( ++$tries === 1 ) {
				$this->pass();
			}
		};
		add_action( 'woocommerce_pre_payment_complete', $this->filters['woocommerce_pre_payment_complete'] );
		$this->pass();
		$this->pass();
		self::assertSame( 1, $tries );
		$said = preg_grep( '/so this order is now paid/', $this->notes( wc_get_order( $order->get_id() ) ) );
		self::assertCount( 1, (array) $said );
	}

	public function test_by_default_it_is_only_noticed(): void {
		$this->shop->change_settings( [ 'talk_back' => [ 'pays_orders' => false ] ] );
		$order = $this->awaiting();
		$this->pay_by_hand( $this->shop->only_invoice(), $order );
		$this->pass();
		self::assertSame( 'on-hold', wc_get_order( $order->get_id() )->get_status() );
		self::assertNotEmpty( preg_grep( '/was paid in full\.$/', $this->notes( $order ) ) );
		self::assertNull( $this->shop->find( $order, Effect::RecordPayment ) );
	}

	public function test_an_order_that_was_cancelled_stays_cancelled(): void {
		$order = $this->awaiting();
		$order = wc_get_order( $order->get_id() );
		$order->update_status( 'cancelled' );
		$this->pay_by_hand( $this->shop->only_invoice(), $order );
		$this->pass();
		self::assertSame( 'cancelled', wc_get_order( $order->get_id() )->get_status() );
		self::assertNull( wc_get_order( $order->get_id() )->get_date_paid() );
	}

	public function test_a_cancelled_invoice_is_a_task_and_a_pass_asks_no_more_than_six_times(): void {
		$order   = $this->awaiting();
		$invoice = $this->shop->only_invoice();
		$this->pass();
		$this->shop->sandbox->call( 'POST', "/_sandbox/invoices/{$invoice['id']}/cancel" );
		$this->an_hour_passes();
		$this->shop->sandbox->call( 'DELETE', '/_sandbox/calls' );
		$this->pass();
		$calls = $this->shop->sandbox->state()['calls'];
		self::assertLessThanOrEqual( 6, count( $calls ), implode( ', ', array_column( $calls, 'operation' ) ) );
		$this->pass(); // The list did not show it any more: it is read.
		self::assertSame( ProblemCode::DocumentCancelled, $this->shop->row( $order )->problem?->code );
		self::assertNotEmpty( preg_grep( '/cancelled the document/', $this->notes( $order ) ) );
	}

	/** It was seen as a draft last, and is among those of which something is awaited. */
	public function test_a_draft_that_was_made_final_and_cancelled_is_a_task(): void {
		$this->shop->change_settings( [ 'invoice' => [ 'finalise' => 'manual' ] ] );
		$order = $this->awaiting( 'draft' );
		$path  = "/_sandbox/invoices/{$this->shop->only_invoice()['id']}";
		self::assertSame( 'draft', $this->seen( $order )['seen_status'] );
		$this->shop->sandbox->call( 'POST', "$path/validate" );
		$this->drafts_are_looked_at();
		self::assertSame( 'draft', $this->seen( $order )['seen_status'] );
		self::assertNotSame( '', $this->shop->row( $order )->remote_number );
		$this->shop->sandbox->call( 'POST', "$path/cancel" );
		$this->an_hour_passes();
		$this->pass();
		$this->pass();
		self::assertSame( ProblemCode::DocumentCancelled, $this->shop->row( $order )->problem?->code );
	}

	/** Retry writes the document's row of the table anew: it was seen cancelled all the same. */
	public function test_a_cancelled_invoice_that_was_made_again_is_no_news_again(): void {
		$order   = $this->awaiting();
		$invoice = $this->shop->only_invoice();
		$this->pass();
		$this->shop->sandbox->call( 'POST', "/_sandbox/invoices/{$invoice['id']}/cancel" );
		$this->an_hour_passes();
		$this->pass();
		$this->pass();
		self::assertSame( ProblemCode::DocumentCancelled, $this->shop->row( $order )->problem?->code );
		$seen = $this->seen( $order );
		orderinvoicer_demo_call( 'POST', "/tasks/{$this->shop->row( $order )->id}/retry" );
		$this->shop->work( $order );
		self::assertSame( TaskState::Skipped, $this->shop->row( $order )->state );
		self::assertSame( $seen, $this->seen( $order ) );
		$notes = $this->notes( $order );
		$this->an_hour_passes();
		for ( $pass = 0; $pass < 3; $pass++ ) {
			$this->pass();
		}
		self::assertSame( TaskState::Skipped, $this->shop->row( $order )->state );
		self::assertSame( $notes, $this->notes( $order ) );
	}

	public function test_what_was_seen_is_said_with_its_moment(): void {
		$this->awaiting();
		$status = orderinvoicer_demo_call( 'GET', '/status' );
		self::assertNotNull( $status['sellsy_seen_at'] );
	}

	/** Its invoice is final and due, or a draft, and has been looked at once. */
	private function awaiting( string $status = 'due' ): \WC_Order {
		$order = $this->shop->order();
		$order->set_payment_method( 'bacs' );
		$order->set_status( 'on-hold' );
		$order->save();
		$this->pass();
		$this->pass();
		self::assertSame( $status, $this->shop->only_invoice()['status'] );
		return wc_get_order( $order->get_id() );
	}

	/** @param array<string, mixed> $invoice */
	private function pay_by_hand( array $invoice, \WC_Order $order ): void {
		$third   = $invoice['related'][0];
		$path    = $third['type'] === 'company' ? 'companies' : 'individuals';
		$methods = orderinvoicer_demo_call( 'GET', '/payment-methods' );
		$payment = $this->shop->sandbox->call(
			'POST',
			"/_sandbox/records/$path/{$third['id']}/payments",
			[
				'type'              => 'credit',
				'payment_method_id' => $methods['methods'][0]['id'],
				'paid_at'           => '2026-03-01T10:00:00+00:00',
				'amount'            => [
					'value'    => $order->get_total(),
					'currency' => 'EUR',
				],
			]
		);
		$this->shop->sandbox->call(
			'POST',
			"/_sandbox/records/invoices/{$invoice['id']}/payments/{$payment['id']}",
			[ 'amount' => (float) $order->get_total() ]
		);
	}

	private function pass(): void {
		do_action( Wakeups::SWEEP );
	}

	private function pass_of( string $what, int $most ): void {
		global $wpdb;
		$before = $wpdb->num_queries;
		$this->pass();
		$asked = $wpdb->num_queries - $before;
		self::assertLessThanOrEqual( $most, $asked, "Statements of a pass that $what." );
		if ( OrderUtil::custom_orders_table_usage_is_enabled() ) {
			Measures::note( "talk-back, a pass that $what: queries", $asked );
		}
	}

	private function drafts_are_looked_at(): void {
		global $wpdb;
		$wpdb->query( "DELETE FROM {$wpdb->options} WHERE option_name LIKE 'orderinvoicer\\_draft\\_look\\_%'" );
		$wpdb->query( "UPDATE {$wpdb->prefix}orderinvoicer_sync SET checked_at = checked_at - INTERVAL 1 HOUR" );
		wp_cache_flush();
		$this->pass();
	}

	private function an_hour_passes(): void {
		global $wpdb;
		$wpdb->query( "DELETE FROM {$wpdb->options} WHERE option_name LIKE 'orderinvoicer\\_look\\_%open%'" );
		// Made after the first look, however slow the pass was that made it.
		$wpdb->query(
			"UPDATE {$wpdb->prefix}orderinvoicer_amounts SET seen_at = seen_at - INTERVAL 1 HOUR,
				made_at = made_at + INTERVAL 1 MINUTE"
		);
		wp_cache_flush();
	}

	/** @return array<string, string|null> how its invoice was seen last, but for the moment. */
	private function seen( \WC_Order $order ): array {
		global $wpdb;
		return (array) $wpdb->get_row(
			$wpdb->prepare(
				"SELECT seen_status, seen_due, hinted_at FROM {$wpdb->prefix}orderinvoicer_amounts WHERE sync_id = %d",
				$this->shop->row( $order )->id
			),
			ARRAY_A
		);
	}

	/** @return list<string> what Sellsy was told so far. */
	private function writes(): array {
		$calls    = array_filter( array_column( $this->shop->sandbox->state()['calls'], 'operation' ) );
		$is_write = static fn ( string $call ): bool =>
			! str_starts_with( $call, 'GET ' ) && ! str_contains( $call, 'search' ) && ! str_contains( $call, 'token' );
		return array_values( array_filter( $calls, $is_write ) );
	}

	/** @return list<string> */
	private function notes( \WC_Order $order ): array {
		$notes = wc_get_order_notes( [ 'order_id' => $order->get_id() ] );
		return array_map( static fn ( \stdClass $note ): string => wp_strip_all_tags( $note->content ), $notes );
	}

	private function store( string $own_tables ): void {
		if ( $this->is_standin() && $own_tables === 'yes' ) {
			self::markTestSkipped( 'The stand-in keeps orders as posts only.' );
		}
		$this->filters = [
			'pre_option_woocommerce_custom_orders_table_enabled' => static fn (): string => $own_tables,
		];
		foreach ( $this->filters as $hook => $filter ) {
			add_filter( $hook, $filter );
		}
	}
}
