<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Tests\Integration\PluginEngine;
use OrderInvoicer\Wiring\Adapters;
use OrderInvoicer\Wiring\Answers;
use OrderInvoicer\WordPress\Queue\Wakeups;
use PHPUnit\Framework\Attributes\Group;

/** The money of an order by the sandbox and WooCommerce: it stands in Sellsy once, or somebody is asked. */
#[Group( 'real-woocommerce' )]
final class MoneyReceivedTest extends IntegrationTestCase {

	private SandboxShop $shop;

	protected function setUp(): void {
		parent::setUp();
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		$this->shop->connect();
		$this->shop->settle_everything();
		$this->shop->change_settings(
			[
				'invoice'    => [
					'email'    => false,
					'finalise' => 'at_once',
					'trigger'  => 'status:on-hold',
				],
				'creditnote' => [ 'finalise' => 'at_once' ] + $this->shop->like_invoice( 'confirmed' ),
			]
		);
	}

	public function test_a_transfer_that_the_owner_recorded_is_not_recorded_again(): void {
		$order   = $this->awaiting();
		$invoice = $this->shop->only_invoice();
		$total   = (float) $invoice['amounts']['total_incl_tax'];
		$this->owner_records( $invoice, $total );
		$this->refund( $order, '5.00' );
		$this->passes();
		$this->pay( $order );

		$state  = $this->shop->sandbox->state();
		$credit = array_filter( $state['payments'], static fn ( array $one ): bool => $one['type'] === 'credit' );
		self::assertSame( [ $total ], $this->amounts( $credit ) );
		self::assertSame( [], $this->shop->stopped( $order ) );
		self::assertCount( 1, $state['credit_notes'] );
	}

	public function test_a_transfer_that_came_in_two_parts_is_known_by_both(): void {
		$order   = $this->awaiting();
		$invoice = $this->shop->only_invoice();
		$total   = (float) $invoice['amounts']['total_incl_tax'];
		$this->owner_records( $invoice, 5.0 );
		$this->owner_records( $invoice, round( $total - 5, 2 ) );
		$this->pay( $order );
		$ids = array_column( $this->shop->sandbox->state()['payments'], 'id' );
		self::assertCount( 2, $ids );
		self::assertSame( [], $this->shop->stopped( $order ) );
		self::assertEqualsCanonicalizing( $ids, $this->shop->find( $order, Effect::RecordPayment )?->payment_ids() );

		$this->hours_pass();
		global $wpdb;
		$payments = ( new Answers( new Adapters( $wpdb ) ) )->payments();
		foreach ( $ids as $id ) {
			$payments->unlink( DocumentKind::Invoice, $invoice['id'], $id );
			$this->hours_pass();
			[ $asks ] = $this->shop->stopped( $order );
			self::assertSame( ProblemCode::PaymentGone, $asks->problem?->code );
			self::assertSame( 'yes', $asks->problem->fact( 'several' ) );
			PluginEngine::make()->task_acts()->carry_out(
				RowAct::RecordPayment,
				$asks,
				shown: RowAct::RecordPayment->shown( $asks )
			);
			$this->passes();
			self::assertSame( [], $this->shop->stopped( $order ) );
			self::assertSame( 'paid', $this->shop->only_invoice()['status'] );
			$this->hours_pass();
		}
		self::assertCount( 2, $this->shop->sandbox->state()['payments'], 'Nothing is recorded beside them.' );
	}

	/** Sellsy forgets what it was for: it was seen there, and goes over to the invoice in its place. */
	public function test_a_transfer_on_an_invoice_that_was_cancelled_is_set_against_the_one_in_its_place(): void {
		$order   = $this->awaiting();
		$invoice = $this->shop->only_invoice();
		$this->owner_records( $invoice, (float) $invoice['amounts']['total_incl_tax'] );
		$this->hours_pass();
		global $wpdb;
		$id = $this->shop->sandbox->state()['payments'][0]['id'];
		( new Answers( new Adapters( $wpdb ) ) )->payments()->unlink( DocumentKind::Invoice, $invoice['id'], $id );
		$this->shop->sandbox->call( 'POST', "/_sandbox/invoices/{$invoice['id']}/cancel" );
		$this->hours_pass();
		$this->pay( $order );
		[ $asks ] = $this->shop->stopped( $order );
		self::assertSame( ProblemCode::DocumentCancelled, $asks->problem?->code );
		orderinvoicer_demo_call( 'POST', "/tasks/$asks->id/retry" );
		$this->passes();

		$state = $this->shop->sandbox->state();
		self::assertSame( [ 'cancelled', 'paid' ], array_column( $state['invoices'], 'status' ) );
		self::assertCount( 1, $state['payments'] );
		self::assertSame( [], $this->shop->stopped( $order ) );
		self::assertSame( [ $id ], $this->shop->find( $order, Effect::RecordPayment )?->payment_ids() );
	}

	/** @return array<string, array{string, list<string>}> what the bank says in the end, and the payments then. */
	public static function banks(): array {
		return [
			'it came'  => [ 'confirmed', [ 'all in: confirmed', '12.00 out: confirmed' ] ],
			'it came from elsewhere' => [
				'rejected',
				[ 'all in: rejected', 'all in: confirmed', '12.00 out: confirmed' ],
			],
		];
	}

	/**
	 * What is on its way pays nothing yet, so nothing of it can go back.
	 *
	 * @dataProvider banks
	 * @param list<string> $payments
	 */
	public function test_a_refund_while_a_direct_debit_is_on_its_way( string $bank_says, array $payments ): void {
		$order   = $this->awaiting();
		$invoice = $this->shop->only_invoice();
		$this->owner_records( $invoice, (float) $invoice['amounts']['total_incl_tax'] );
		$id = $this->shop->sandbox->state()['payments'][0]['id'];
		$this->bank_says( $id, 'pending' );
		$this->pay( $order );
		sleep( 1 ); // Moments are whole seconds.
		$this->refund( $order, '12.00', is_paid_back: true );
		$this->hours_pass();
		self::assertSame( [ 'all in: pending' ], $this->payments( $order ) );
		self::assertSame( [], $this->shop->stopped( $order ) );

		$this->bank_says( $id, $bank_says );
		$this->hours_pass();
		self::assertSame( $payments, $this->payments( $order ) );
		self::assertSame( [], $this->shop->stopped( $order ) );
		self::assertSame( [ 'paid' ], array_column( $this->shop->sandbox->state()['invoices'], 'status' ) );
	}

	public function test_what_was_refused_at_the_door_did_not_come(): void {
		$order = $this->awaiting();
		$total = (float) $order->get_total();
		$this->refund( $order, '5.00' );
		$this->passes();
		sleep( 1 ); // Both moments are whole seconds.
		$this->pay( $order );

		$state = $this->shop->sandbox->state();
		self::assertSame( [ round( $total - 5, 2 ) ], $this->amounts( $state['payments'] ) );
		self::assertCount( 1, $state['credit_notes'] );
		self::assertSame( [], $this->shop->stopped( $order ) );
	}

	/** Before anything of ours has looked at the order. */
	public function test_an_order_that_was_edited_after_it_was_paid_asks_with_both_sums(): void {
		$this->shop->change_settings( [ 'invoice' => [ 'trigger' => 'confirmed' ] ] );
		$order = $this->shop->order();
		$order->set_payment_method( 'cheque' );
		$order->save();
		$paid = $order->get_total();
		$order->payment_complete( 'tx-1' );
		$items = $order->get_items();
		$item  = end( $items );
		self::assertInstanceOf( \WC_Order_Item_Product::class, $item );
		$item->set_quantity( 4 );
		$item->set_total( (string) ( (float) $item->get_total() * 4 / 3 ) );
		$item->set_subtotal( (string) ( (float) $item->get_subtotal() * 4 / 3 ) );
		$item->save();
		$order = wc_get_order( $order->get_id() );
		$order->calculate_totals();
		self::assertNotSame( $paid, $order->get_total() );
		$this->passes();

		self::assertSame( [], $this->shop->sandbox->state()['payments'] );
		[ $asks ] = $this->shop->stopped( $order );
		self::assertSame( ProblemCode::PaidAnotherTotal, $asks->problem?->code );
		self::assertSame(
			[ $paid, $order->get_total() ],
			[ $asks->problem->fact( 'paid' ), $asks->problem->fact( 'total' ) ]
		);
		self::assertSame( TaskState::Done, $this->shop->find( $order, Effect::CreateInvoice )?->state );
	}

	public function test_what_was_paid_while_nothing_was_recorded_is_recorded_once_somebody_says_so(): void {
		$this->shop->change_settings(
			[
				'payments' => [ 'enabled' => false ],
				'invoice'  => [ 'trigger' => 'confirmed' ],
			]
		);
		$order = $this->shop->order();
		$order->set_payment_method( 'cheque' );
		$order->save();
		$this->pay( $order );
		$invoice = $this->shop->only_invoice();
		self::assertSame( 0, $this->earlier( 'GET' )['orders'], 'Recording is off.' );
		sleep( 1 ); // Moments are whole seconds.
		$this->shop->change_settings( [ 'payments' => [ 'enabled' => true ] ] );
		$this->shop->follow( $order );
		$this->passes();
		self::assertSame( [], $this->shop->sandbox->state()['payments'] );

		$offer = $this->earlier( 'GET' );
		self::assertSame( 1, $offer['orders'] );
		self::assertSame( 0, $this->earlier( 'POST', $offer['seen'] )['orders'] );
		$this->passes();
		self::assertSame(
			[ (float) $invoice['amounts']['total_incl_tax'] ],
			$this->amounts( $this->shop->sandbox->state()['payments'] )
		);
		self::assertSame( [], $this->shop->stopped( $order ) );
	}

	/** @return array<string, mixed> */
	private function earlier( string $method, string $seen = '' ): array {
		return orderinvoicer_demo_call( $method, '/payments/earlier', $method === 'GET' ? [] : [ 'seen' => $seen ] );
	}

	private function awaiting(): \WC_Order {
		$order = $this->shop->order();
		$order->set_payment_method( 'cheque' );
		$order->set_status( 'on-hold' );
		$order->save();
		$this->passes();
		self::assertSame( 'due', $this->shop->only_invoice()['status'] );
		return $order;
	}

	private function pay( \WC_Order $order ): void {
		wc_get_order( $order->get_id() )->payment_complete( 'tx-1' );
		$this->passes();
	}

	/** @param array<string, mixed> $invoice */
	private function owner_records( array $invoice, float $total ): void {
		$third   = $invoice['related'][0];
		$path    = $third['type'] === 'company' ? 'companies' : 'individuals';
		$methods = orderinvoicer_demo_call( 'GET', '/payment-methods' );
		$payment = $this->shop->sandbox->call(
			'POST',
			"/_sandbox/records/$path/{$third['id']}/payments",
			[
				'type'              => 'credit',
				'payment_method_id' => $methods['methods'][0]['id'],
				'paid_at'           => gmdate( 'Y-m-d\TH:i:sP', time() - 3600 ),
				'amount'            => [
					'value'    => (string) $total,
					'currency' => 'EUR',
				],
			]
		);
		$this->shop->sandbox->call(
			'POST',
			"/_sandbox/records/invoices/{$invoice['id']}/payments/{$payment['id']}",
			[ 'amount' => $total ]
		);
	}

	private function bank_says( int $payment_id, string $status ): void {
		$this->shop->sandbox->call( 'POST', "/_sandbox/payments/$payment_id/edit", [ 'status' => $status ] );
	}

	/** @return list<string> */
	private function payments( \WC_Order $order ): array {
		return array_map(
			static fn ( array $one ): string => sprintf(
				'%s %s: %s',
				$one['total'] === $order->get_total() ? 'all' : $one['total'],
				$one['type'] === 'credit' ? 'in' : 'out',
				$one['status']
			),
			$this->shop->sandbox->state()['payments']
		);
	}

	private function refund( \WC_Order $order, string $amount, bool $is_paid_back = false ): void {
		$refund = wc_create_refund(
			[
				'order_id' => $order->get_id(),
				'amount'   => $amount,
			]
		);
		$refund->set_refunded_payment( $is_paid_back );
		$refund->save();
	}

	/**
	 * @param array<array<string, mixed>> $payments
	 * @return list<float>
	 */
	private function amounts( array $payments ): array {
		return array_values(
			array_map( static fn ( array $one ): float => (float) $one['total'], $payments )
		);
	}

	/** Long enough for the looks at documents. */
	private function hours_pass(): void {
		global $wpdb;
		for ( $hour = 0; $hour < 2; $hour++ ) {
			$wpdb->query(
				"DELETE FROM {$wpdb->options} WHERE option_name LIKE 'orderinvoicer\\_look\\_%'"
					. " AND option_name NOT LIKE '%payments'"
			);
			$wpdb->query( "UPDATE {$wpdb->prefix}orderinvoicer_amounts SET seen_at = seen_at - INTERVAL 1 HOUR" );
			wp_cache_flush();
			$this->passes();
		}
	}

	private function passes(): void {
		for ( $pass = 0; $pass < 6; $pass++ ) {
			$this->shop->make_all_due();
			do_action( Wakeups::SWEEP );
		}
	}
}
