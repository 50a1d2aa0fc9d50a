<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Admin\ClashNotice;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Health\StatusReport;
use OrderInvoicer\Tests\Integration\Admin\AdminObjects;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\WordPress\Queue\Wakeups;

/** One shop made invoices; then, with other tables, another one with the same code is connected to the same account. */
final class TwoShopsTest extends IntegrationTestCase {

	private SandboxShop $shop;

	protected function setUp(): void {
		parent::setUp();
		$this->sign_in_as_admin();
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		$this->shop->connect();
	}

	private function invoice(): \WC_Order {
		$order = $this->shop->order();
		$order->payment_complete();
		$this->shop->work( $order );
		self::assertTrue( $this->shop->is_finished( $order ) );
		return $order;
	}

	/** The shop that is connected now knows nothing of what was made before. */
	private function become_another_shop(): void {
		global $wpdb;
		$wpdb->query( "DELETE FROM {$wpdb->prefix}orderinvoicer_sync" );
		$wpdb->query( "DELETE FROM {$wpdb->prefix}orderinvoicer_links" );
		$wpdb->query( "DELETE FROM {$wpdb->options} WHERE option_name = 'orderinvoicer_code_clash'" );
		wp_cache_flush();
	}

	/** @return array<string, mixed>|null */
	private function clash(): ?array {
		return orderinvoicer_demo_call( 'GET', '/status' )['clash'];
	}

	private function test_connection(): void {
		self::assertSame( 'connected', orderinvoicer_demo_call( 'POST', '/connection/test' )['state'] );
	}

	public function test_a_shop_that_is_alone_hears_nothing(): void {
		$this->invoice();

		$this->test_connection();

		self::assertNull( $this->clash() );
		self::assertContains( 'POST /invoices/search', $this->calls() );
	}

	public function test_the_other_shop_is_noticed_when_the_connection_is_tested_and_its_code_may_be_changed(): void {
		$reference = $this->invoice()->get_order_number();
		$this->become_another_shop();

		$this->test_connection();

		self::assertSame( 'code_clash', $this->clash()['code'] );
		self::assertStringContainsString( "-$reference", $this->clash()['text'] );
		$this->invoice();
		self::assertFalse( orderinvoicer_demo_call( 'GET', '/shop' )['shop_code_fixed'] );

		$this->shop->change_settings( [ 'shop_code' => 'OTHER' ] );

		self::assertNull( $this->clash() );
		self::assertTrue( orderinvoicer_demo_call( 'GET', '/shop' )['shop_code_fixed'] );
		$this->test_connection();
		self::assertNull( $this->clash(), 'What was made under the former code is not looked at.' );
	}

	public function test_the_daily_pass_notices_a_shop_that_comes_later(): void {
		$this->test_connection();
		self::assertNull( $this->clash() );
		$order = $this->invoice();
		$code  = orderinvoicer_demo_call( 'GET', '/settings' )['shop_code'];
		$ours  = $this->shop->only_invoice();
		$this->make_another_like( $ours, "$code-{$order->get_id()}9" );

		do_action( Wakeups::SWEEP );
		self::assertNull( $this->clash(), 'One look a day.' );
		global $wpdb;
		$wpdb->query(
			"UPDATE {$wpdb->options} SET option_value = REPLACE( option_value, '\"looked_at\":1', '\"looked_at\":0,"
				. " \"before\":1' ) WHERE option_name = 'orderinvoicer_code_clash'"
		);
		do_action( Wakeups::SWEEP );

		self::assertStringContainsString( "$code-{$order->get_id()}9", $this->clash()['text'] );
	}

	public function test_the_daily_pass_looks_behind_a_hundred_documents_made_since_yesterday(): void {
		$order = $this->invoice();
		$this->test_connection();
		$code = orderinvoicer_demo_call( 'GET', '/settings' )['shop_code'];
		$ours = $this->shop->only_invoice();
		$this->make_another_like( $ours, "$code-{$order->get_id()}9" );
		foreach ( range( 1, 130 ) as $number ) {
			$this->make_another_like( $ours, "Bon $number" );
		}

		$this->test_connection();

		self::assertStringContainsString( "$code-{$order->get_id()}9", $this->clash()['text'] ?? '' );
	}

	public function test_a_copy_made_by_hand_at_sellsy_is_no_other_shop(): void {
		$this->invoice();
		$ours = $this->shop->only_invoice();
		$this->make_another_like( $ours, $ours['order_reference'] );

		$this->test_connection();

		self::assertNull( $this->clash() );
	}

	public function test_the_shops_own_former_documents_are_asked_about_once(): void {
		$this->invoice();
		$this->become_another_shop();
		$this->test_connection();
		self::assertNotNull( $this->clash() );

		self::assertNull( orderinvoicer_demo_call( 'POST', '/clash/settle' )['clash'] );
		$this->test_connection();

		self::assertNull( $this->clash() );
	}

	public function test_a_lost_answer_is_left_to_a_person_while_two_shops_share_the_code(): void {
		$this->invoice();
		$this->become_another_shop();
		$this->test_connection();
		$order = $this->shop->order();
		$order->payment_complete();
		$this->shop->sandbox->fault(
			[
				'mode' => '500-after',
				'method' => 'POST',
				'path' => '/invoices',
				'times' => 1,
			]
		);
		$this->shop->work( $order );
		$this->shop->make_all_due();
		do_action( Wakeups::SWEEP );

		self::assertSame(
			[ TaskState::Attention, 'code_clash' ],
			[ $this->shop->row( $order )->state, $this->shop->row( $order )->problem?->code->value ]
		);
		self::assertCount( 2, $this->shop->sandbox->state()['invoices'] );

		orderinvoicer_demo_call( 'POST', '/clash/settle' );
		do_action( Wakeups::SWEEP );
		$this->shop->make_all_due();
		do_action( Wakeups::SWEEP );

		self::assertTrue( $this->shop->is_finished( $order ) );
		self::assertCount( 2, $this->shop->sandbox->state()['invoices'] );
	}

	public function test_site_health_and_the_list_of_orders_say_it(): void {
		$this->invoice();
		$this->become_another_shop();
		$this->test_connection();
		require_once ABSPATH . 'wp-admin/includes/admin.php';
		( new AdminObjects() )->get( StatusReport::class )->register();
		( new AdminObjects() )->get( ClashNotice::class )->register();

		self::assertSame(
			'critical',
			apply_filters( 'debug_information', [] )['orderinvoicer']['fields']['check_clash']['debug']
		);
		self::assertStringContainsString( 'uses the same shop code', $this->notices( 'edit-shop_order' ) );
		self::assertStringNotContainsString( 'uses the same shop code', $this->notices( 'plugins' ) );
		set_current_screen( 'front' );
	}

	private function notices( string $screen ): string {
		set_current_screen( $screen );
		ob_start();
		( new AdminObjects() )->get( ClashNotice::class )->handle_admin_notices();
		return (string) ob_get_clean();
	}

	/** @return list<string> */
	private function calls(): array {
		return array_map(
			static fn ( array $call ): string => $call['method'] . ' ' . explode( '?', $call['path'] )[0],
			$this->shop->sandbox->state()['calls']
		);
	}

	/** @param array<string, mixed> $invoice */
	private function make_another_like( array $invoice, string $reference ): void {
		$body = [
			'date'             => $invoice['date'],
			'order_reference'  => $reference,
			'related'          => $invoice['related'],
			'rate_category_id' => $invoice['rate_category_id'],
			'rows'             => [
				[
					'type'        => 'single',
					'unit_amount' => '10',
					'quantity'    => '1',
					'tax_id'      => $invoice['rows'][0]['tax_id'],
				],
			],
		];
		self::assertSame(
			$reference,
			$this->shop->sandbox->call( 'POST', '/_sandbox/records/invoices', $body )['order_reference'] ?? null
		);
	}
}
