<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Rest;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\WordPress\Queue\Wakeups;
use PHPUnit\Framework\Attributes\Group;

/** What the order box does, for programs: link, unlink, money paid back, the same client. */
final class OrderActsControllersTest extends RestTestCase {

	private const NO_NUMBER = [
		'total'    => [ 1 => '1-2' ],
		'subtotal' => [ 1 => '1-2' ],
	];

	private SandboxShop $shop;

	protected function setUp(): void {
		parent::setUp();
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		$this->shop->connect();
		$this->sign_in( 'administrator' );
	}

	public function test_a_document_is_found_linked_as_it_was_seen_and_unlinked(): void {
		$order   = $this->order_with_unknown_invoice();
		$invoice = $this->shop->only_invoice();
		$path    = "/orders/{$order->get_id()}/link";
		$answer  = $this->valid( $this->call( 'GET', "$path?as=invoice&number={$invoice['number']}" ), 'order-link' );
		[ $found ] = $answer['found'];
		self::assertSame( [ $invoice['id'], [], null ], [ $found['id'], $found['doubts'], $found['obstacle'] ] );
		self::assertSame( $invoice['amounts']['total_incl_tax'], $found['expected'] );

		$none = $this->valid( $this->call( 'GET', "$path?as=invoice&number=X-1" ), 'order-link' );
		self::assertSame( [], $none['found'] );
		self::assertNotSame( '', $none['why'] );
		$this->assert_refused( 404, 'orderinvoicer_not_found', $this->call( 'GET', "$path?as=nonsense" ) );

		$said = [
			'as'   => 'invoice',
			'id'   => $invoice['id'],
			'seen' => 'something-else',
		];
		$late = $this->call( 'POST', $path, $said );
		$this->assert_refused( 409, 'orderinvoicer_not_offered', $late );
		self::assertSame( $found['seen'], $late->get_data()['data']['found'][0]['seen'], 'With it as it is now.' );
		self::assertNull( $this->shop->find( $order, Effect::CreateInvoice ) );

		$task = $this->valid( $this->call( 'POST', $path, [ 'seen' => $found['seen'] ] + $said ), 'task' );
		self::assertSame( [ 'done', $invoice['number'] ], [ $task['state'], $task['document']['number'] ] );
		self::assertContains( 'unlink', $task['acts'] );
		$this->assert_refused(
			409,
			'orderinvoicer_not_offered',
			$this->call( 'POST', $path, [ 'seen' => $found['seen'] ] + $said )
		);

		$after = $this->valid( $this->call( 'POST', "/tasks/{$task['id']}/unlink" ), 'task' );
		self::assertSame( 'skipped', $after['state'] );
	}

	public function test_money_paid_back_is_recorded_once_with_the_total_that_was_shown(): void {
		if ( $this->is_standin() ) {
			self::markTestSkipped( 'The stand-in makes no refunds.' );
		}
		$this->shop->settle_everything();
		$this->shop->change_settings(
			[
				'payments'   => [ 'pay_back' => false ],
				'creditnote' => [ 'finalise' => 'at_once' ] + $this->shop->like_invoice( 'confirmed' ),
			]
		);
		$order = $this->shop->order();
		$order->set_payment_method( 'bacs' );
		$order->payment_complete();
		$this->passes();
		$refund = wc_create_refund(
			[
				'order_id' => $order->get_id(),
				'amount'   => '4.00',
			]
		);
		$this->passes();
		$credit = $this->shop->find( $order, Effect::CreateCreditNote, refund_id: $refund->get_id() );
		$path   = "/tasks/{$credit?->id}/paid-back";
		$said   = [
			'day'     => wp_date( 'Y-m-d' ),
			'gateway' => 'bacs',
		];
		foreach ( [ [], [ 'confirmed' => '3.99' ] ] as $wrong ) {
			$refused = $this->call( 'POST', $path, $said + $wrong );
			$this->assert_refused( 409, 'orderinvoicer_not_confirmed', $refused );
			self::assertSame( '4.00', $refused->get_data()['data']['total'] );
		}
		$this->assert_refused(
			400,
			'orderinvoicer_no_such_day',
			$this->call( 'POST', $path, [ 'day' => '2026-02-30' ] + $said + [ 'confirmed' => '4.00' ] )
		);
		self::assertNull( $this->shop->find( $order, Effect::PayBack, refund_id: $refund->get_id() ) );
		$was = $this->damage( $order );
		$this->assert_refused( 422, 'orderinvoicer_amounts_unreadable', $this->call( 'POST', $path, $said ) );
		$this->damage( $order, $was );

		$task = $this->valid( $this->call( 'POST', $path, $said + [ 'confirmed' => '4.00' ] ), 'task' );
		self::assertSame( [ 'pay_back', 'done' ], [ $task['effect'], $task['state'] ] );
		$again = $this->call( 'POST', $path, $said + [ 'confirmed' => '4.00' ] );
		$this->assert_refused( 409, 'orderinvoicer_not_offered', $again );
		self::assertSame( [ 'credit', 'debit' ], array_column( $this->shop->sandbox->state()['payments'], 'type' ) );
	}

	/** @testWith ["manual", ""]
	 *            ["hours:24", "confirmed"]
	 */
	public function test_the_same_client_and_what_then_becomes_final( string $finalise, string $confirm ): void {
		$this->shop->change_settings( [ 'invoice' => [ 'finalise' => $finalise ] ] );
		$order  = $this->shop->order();
		$client = $this->shop->sandbox->call(
			'POST',
			'/_sandbox/records/individuals',
			[
				'type'      => 'client',
				'last_name' => 'Quite-Different',
				'email'     => $order->get_billing_email(),
			]
		);
		$order->payment_complete();
		$this->shop->work( $order );
		do_action( Wakeups::SWEEP );

		$path = "/orders/{$order->get_id()}/same-client";
		$asks = $this->valid( $this->call( 'GET', $path ), 'same-client' );
		self::assertTrue( $asks['offered'] );
		self::assertSame( [ $client['id'] ], array_column( $asks['clients'], 'id' ) );
		$total = wc_format_decimal( $order->get_total(), 2 );
		self::assertSame( $confirm === '' ? '' : $total, $asks['total'] );
		self::assertSame( $confirm === '', $asks['final'] === [] );

		$said = [
			'type' => 'individual',
			'id'   => $client['id'],
		];
		if ( $confirm !== '' ) {
			$refused = $this->call( 'POST', $path, $said + [ 'confirmed' => '0.01' ] );
			$this->assert_refused( 409, 'orderinvoicer_not_confirmed', $refused );
			self::assertSame( $total, $refused->get_data()['data']['total'] );
			$said += [ 'confirmed' => $total ];
		}
		$this->assert_refused(
			409,
			'orderinvoicer_not_offered',
			$this->call( 'POST', $path, [ 'id' => 999999 ] + $said )
		);
		$after = $this->valid( $this->call( 'POST', $path, $said ), 'same-client' );
		self::assertFalse( $after['offered'] );
		do_action( Wakeups::SWEEP );
		self::assertSame( $client['id'], (int) $this->shop->only_invoice()['related'][0]['id'] );
	}

	public function test_all_of_it_needs_the_right_to_edit_that_very_order(): void {
		$order = $this->shop->order();
		$order->payment_complete();
		$this->shop->work( $order );
		$id    = $order->get_id();
		$calls = $this->calls( $id, $this->shop->row( $order )->id );
		wp_set_current_user( 0 );
		foreach ( $calls as [ $method, $path, $body ] ) {
			$this->assert_refused( 401, 'orderinvoicer_forbidden', $this->call( $method, $path, $body ) );
		}
		$this->sign_in( 'customer' );
		foreach ( $calls as [ $method, $path, $body ] ) {
			$this->assert_refused( 403, 'orderinvoicer_forbidden', $this->call( $method, $path, $body ) );
		}
		$this->sign_in( 'shop_manager' );
		$not_this = static fn ( array $caps, string $cap, int $user, array $of ): array =>
			str_starts_with( $cap, 'edit_' ) && (int) ( $of[0] ?? 0 ) === $id ? [ 'do_not_allow' ] : $caps;
		add_filter( 'map_meta_cap', $not_this, 10, 4 );
		foreach ( $calls as [ $method, $path, $body ] ) {
			$this->assert_refused( 403, 'orderinvoicer_forbidden', $this->call( $method, $path, $body ) );
		}
		remove_filter( 'map_meta_cap', $not_this );
		foreach ( $this->calls( 999999, 999999 ) as [ $method, $path, $body ] ) {
			$this->assert_refused( 404, 'orderinvoicer_not_found', $this->call( $method, $path, $body ) );
		}
		self::assertSame( [], $this->shop->stopped( $order ) );
	}

	/** Damaged amounts, or a filter of somebody that answers nonsense. */
	public function test_an_order_that_cannot_be_read_is_refused_with_the_reason(): void {
		if ( $this->is_standin() ) {
			self::markTestSkipped( 'The stand-in reads no stored lines.' );
		}
		$order   = $this->order_with_unknown_invoice();
		$id      = $order->get_id();
		$invoice = $this->shop->only_invoice()['id'];
		$link    = [
			'as'   => 'invoice',
			'id'   => $invoice,
			'seen' => 'x',
		];
		$calls   = [
			[ 'GET', "/orders/$id/link?as=invoice&number={$this->shop->only_invoice()['number']}", null ],
			[ 'POST', "/orders/$id/link", $link ],
			[ 'GET', "/orders/$id/same-client", null ],
		];
		$broken  = static fn (): string => 'nonsense';
		add_filter( 'orderinvoicer_part_payments', $broken );
		foreach ( $calls as [ $method, $path, $body ] ) {
			$refused = $this->call( $method, $path, $body );
			$this->assert_refused( 422, 'orderinvoicer_filter_broken', $refused );
			self::assertStringContainsString( 'orderinvoicer_part_payments', $refused->get_data()['message'] );
		}
		remove_filter( 'orderinvoicer_part_payments', $broken );
		$this->damage( $order );
		foreach ( $calls as [ $method, $path, $body ] ) {
			$refused = $this->call( $method, $path, $body );
			$this->assert_refused( 422, 'orderinvoicer_amounts_unreadable', $refused );
		}
	}

	/** Where there are rules, what becomes final depends on the order. */
	#[Group( 'real-woocommerce' )]
	public function test_an_order_that_cannot_be_read_says_so_in_its_row_where_there_are_rules_too(): void {
		$rule = [
			'id'       => 1796000000,
			'gateways' => [ 'bacs' ],
			'buyer'    => '',
			'area'     => '',
			'makes'    => true,
			'trigger'  => 'confirmed',
			'finalise' => 'manual',
			'email'    => false,

			'owner_id'         => null,
			'model_id'         => null,
			'rate_category_id' => null,
			'unread'           => '',
		];
		$this->shop->change_settings( [ 'invoice' => [ 'rules' => [ $rule ] ] ] );
		$order = $this->shop->order();
		$this->damage( $order );

		$id   = $order->get_id();
		$task = $this->valid( $this->call( 'POST', "/orders/$id/sync" ), 'task' );

		self::assertNotNull( $task['problem'] );
		self::assertContains( 'retry', $task['acts'] );
		self::assertCount( 1, $this->valid( $this->call( 'GET', '/tasks' ), 'tasks' ), 'The list is there.' );
		$this->valid( $this->call( 'GET', "/orders/$id/documents" ), 'order-documents' );
	}

	/**
	 * Some other plugin writes the tax of its first line. WooCommerce corrects a total that is no number, but no tax.
	 *
	 * @param array<mixed> $taxes those to write.
	 * @return array<mixed> those that were there.
	 */
	private function damage( \WC_Order $order, array $taxes = self::NO_NUMBER ): array {
		$item = (int) array_key_first( $order->get_items() );
		$was  = (array) wc_get_order_item_meta( $item, '_line_tax_data' );
		wc_update_order_item_meta( $item, '_line_tax_data', $taxes );
		wp_cache_flush();
		return $was;
	}

	/** @return list<array{string, string, array<string, mixed>|null}> that would pass, but for the permission. */
	private function calls( int $order_id, int $row ): array {
		$amount = [ 'amount' => '1.00' ];
		$link   = [
			'as'   => 'invoice',
			'id'   => 1,
			'seen' => 'x',
		];
		$client = [
			'type' => 'individual',
			'id'   => 1,
		];
		$back   = [
			'day'     => '2026-01-31',
			'gateway' => 'bacs',
		];
		return [
			[ 'GET', "/orders/$order_id/link?as=invoice", null ],
			[ 'POST', "/orders/$order_id/link", $link ],
			[ 'GET', "/orders/$order_id/same-client", null ],
			[ 'POST', "/orders/$order_id/same-client", $client ],
			[ 'POST', "/tasks/$row/paid-back", $back ],
			[ 'POST', "/tasks/$row/unlink", null ],
			[ 'POST', "/tasks/$row/accept-rounding", $amount ],
			[ 'POST', "/tasks/$row/move-payment", $amount ],
		];
	}

	/** As if somebody had made it at Sellsy. */
	private function order_with_unknown_invoice(): \WC_Order {
		global $wpdb;
		$order = $this->shop->order();
		$order->payment_complete();
		$this->shop->work( $order );
		do_action( Wakeups::SWEEP );
		$wpdb->delete( "{$wpdb->prefix}orderinvoicer_sync", [ 'order_id' => $order->get_id() ] );
		$wpdb->query( "DELETE FROM {$wpdb->prefix}orderinvoicer_amounts" );
		$order = wc_get_order( $order->get_id() );
		$order->delete_meta_data( 'orderinvoicer.invoice_url' );
		$order->save();
		return $order;
	}

	private function passes(): void {
		for ( $pass = 0; $pass < 3; $pass++ ) {
			$this->shop->make_all_due();
			do_action( Wakeups::SWEEP );
		}
	}
}
