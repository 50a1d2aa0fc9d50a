<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Tests\Integration\PluginEngine;
use OrderInvoicer\WordPress\Queue\Wakeups;

/**
 * A paid invoice of a person is credited and issued anew for a company: by the ledger, the sandbox and WooCommerce, the
 * payment becomes the company's, and the same money never stands there twice.
 */
final class MovedPaymentTest extends IntegrationTestCase {

	private SandboxShop $shop;

	protected function setUp(): void {
		parent::setUp();
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		$this->shop->connect();
		$this->shop->settle_everything();
		$this->shop->change_settings( [ 'creditnote' => $this->shop->like_invoice( 'confirmed' ) ] );
	}

	public function test_the_payment_becomes_the_companys(): void {
		$order = $this->paid_order();
		[ $before ] = $this->shop->sandbox->state()['payments'];
		$this->reissue_for_company( $order );

		$this->assert_moved( $order );
		[ $after ] = $this->shop->sandbox->state()['payments'];
		foreach ( [ 'number', 'paid_at', 'payment_method_id', 'type', 'total', 'currency' ] as $same ) {
			self::assertSame( $before[ $same ], $after[ $same ], $same );
		}
		self::assertSame( [ 'individual', 'company' ], [ $before['third']['type'], $after['third']['type'] ] );
		self::assertSame( [], $this->shop->sandbox->call( 'GET', '/_sandbox/violations' ) );
	}

	/**
	 * @testWith ["DELETE", "/invoices/{id}/payments/{paymentId}"]
	 *           ["POST", "/credit-notes/{id}/invoices/{invoiceId}"]
	 *           ["DELETE", "/payments/{id}"]
	 *           ["POST", "/companies/{id}/payments"]
	 *           ["POST", "/invoices/{id}/payments/{paymentId}"]
	 */
	public function test_a_lost_answer_moves_nothing_twice( string $method, string $path ): void {
		$order = $this->paid_order();
		$this->shop->sandbox->fault(
			[
				'mode'   => '500-after',
				'method' => $method,
				'path'   => $path,
				'times'  => 1,
			]
		);
		$this->reissue_for_company( $order );

		$this->assert_moved( $order );
	}

	public function test_where_sellsy_keeps_the_payment_a_person_is_told_which_and_says_when_it_is_done(): void {
		$this->shop->sandbox->call( 'POST', '/_sandbox/options', [ 'payment_deletion' => 'refuse' ] );
		$order = $this->paid_order();
		$this->reissue_for_company( $order );

		$row = $this->moved( $order );
		self::assertSame( [ TaskState::Attention, ProblemCode::PaymentToMove ], [ $row->state, $row->problem?->code ] );
		self::assertSame( (float) $order->get_total(), (float) $row->problem?->fact( 'amount' ) );
		self::assertSame( $this->invoices()[1]['number'], $row->problem?->fact( 'invoice' ) );
		self::assertCount( 1, $this->shop->sandbox->state()['payments'], 'None beside it.' );

		self::assertTrue( PluginEngine::make()->mark_done_by_hand()->mark( $row->id ) );
		$this->passes();
		self::assertSame( TaskState::Skipped, $this->moved( $order )->state );
		self::assertCount( 1, $this->shop->sandbox->state()['payments'] );
	}

	public function test_a_refund_afterwards_goes_back_to_the_company(): void {
		if ( $this->is_standin() ) {
			self::markTestSkipped( 'The stand-in makes no refunds.' );
		}
		$order = $this->paid_order();
		$this->reissue_for_company( $order );
		$refund = wc_create_refund(
			[
				'order_id'       => $order->get_id(),
				'amount'         => '4.00',
				'refund_payment' => false,
			]
		);
		$refund->set_refunded_payment( true );
		$refund->save();
		$this->passes();

		$state = $this->shop->sandbox->state();
		self::assertSame( [ 'credit', 'debit' ], array_column( $state['payments'], 'type' ) );
		self::assertSame( $state['payments'][0]['third'], $state['payments'][1]['third'] );
		self::assertSame( [ 'spent', 'spent' ], array_column( $state['credit_notes'], 'status' ) );
		self::assertSame( [ 'paid', 'paid' ], array_column( $state['invoices'], 'status' ) );
	}

	private function assert_moved( \WC_Order $order ): void {
		$state = $this->shop->sandbox->state();
		self::assertCount( 1, $state['payments'], 'Once.' );
		self::assertSame( (float) $order->get_total(), (float) $state['payments'][0]['total'] );
		self::assertSame( [ 'paid', 'paid' ], array_column( $this->invoices(), 'status' ) );
		self::assertSame( [ 'spent' ], array_column( $state['credit_notes'], 'status' ) );
		self::assertSame(
			[ [ $this->invoices()[1]['id'], $state['payments'][0]['id'] ] ],
			array_map(
				static fn ( array $link ): array => [ $link['document_id'], $link['payment_id'] ],
				$state['payment_links']
			)
		);
		self::assertSame( $this->invoices()[0]['id'], $state['credit_links'][0]['invoice_id'] );
		self::assertSame( TaskState::Done, $this->moved( $order )->state );
		self::assertSame( [], $this->shop->stopped( $order ) );
	}

	private function paid_order(): \WC_Order {
		$order = $this->shop->order();
		$order->set_payment_method( 'cheque' );
		$order->save();
		$order->payment_complete( 'tx-1' );
		$this->passes();
		self::assertCount( 1, $this->shop->sandbox->state()['payments'] );
		self::assertSame( 'paid', $this->shop->only_invoice()['status'] );
		return wc_get_order( $order->get_id() );
	}

	private function reissue_for_company( \WC_Order $order ): void {
		$order->set_billing_company( 'ACME SARL' );
		$order->save();
		PluginEngine::make()->reissue_invoice()->now( $order->get_id() );
		$this->passes();
		self::assertCount( 2, $this->invoices() );
	}

	private function passes(): void {
		for ( $pass = 0; $pass < 5; $pass++ ) {
			$this->shop->make_all_due();
			do_action( Wakeups::SWEEP );
		}
	}

	/** @return list<array<string, mixed>> */
	private function invoices(): array {
		return $this->shop->sandbox->state()['invoices'];
	}

	private function moved( \WC_Order $order ): Task {
		return $this->shop->find( $order, Effect::RecordPayment, revision: 1 ) ?? self::fail( 'Nothing goes over.' );
	}
}
