<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Rest;

use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\WordPress\Queue\Wakeups;
use PHPUnit\Framework\Attributes\DataProvider;

/** An order's documents beside it, from the real shop and the sandbox. */
final class OrderDocumentsControllerTest extends RestTestCase {

	private const STORAGE = 'pre_option_woocommerce_custom_orders_table_enabled';

	private ?\Closure $storage = null;

	protected function tearDown(): void {
		if ( $this->storage !== null ) {
			remove_filter( self::STORAGE, $this->storage );
		}
		parent::tearDown();
	}

	/** @return iterable<string, array{string}> whether WooCommerce keeps orders in tables of its own. */
	public static function storages(): iterable {
		yield 'own tables' => [ 'yes' ];
		yield 'posts' => [ 'no' ];
	}

	#[DataProvider( 'storages' )]
	public function test_from_what_will_be_made_to_what_was_made( string $own_tables ): void {
		$shop  = $this->shop( $own_tables );
		$order = $shop->order();
		$order->set_payment_method( 'bacs' );
		$order->set_status( 'on-hold' );
		$order->save();

		$before = $this->read( $order );

		self::assertSame( [], $before['documents'] );
		self::assertSame( [ 'invoice', 'creditnote' ], array_column( $before['to_come'], 'kind' ) );
		self::assertSame( [ 'later', 'paid', 'at_once' ], $this->foreseen( $before ) );
		self::assertSame( 'As soon as the order is paid. It becomes final at once.', $before['to_come'][0]['text'] );
		self::assertStringContainsString( 'As soon as the order is paid.', $before['box']['to_come'][0]['text'] );
		self::assertStringEndsWith(
			'admin.php?page=orderinvoicer#/documents/invoice?setting=invoice.trigger',
			$before['box']['to_come'][0]['setting']
		);
		self::assertSame( [ 'invoice' ], array_column( $before['box']['make'], 'document' ) );
		self::assertSame( '', $before['pills'] );
		self::assertFalse( $before['moves'] );
		self::assertNotContains( 'orderinvoicer_email_invoice', array_column( $before['actions'], 'name' ) );
		self::assertNull( $before['credit_preview'] );

		wc_get_order( $order->get_id() )->payment_complete( 'tx-1' );
		$during = $this->read( $order );
		self::assertTrue( $during['moves'] );
		self::assertSame( [ 'Invoice: Waiting' ], $during['lines'] );
		self::assertStringContainsString( 'status-on-hold', $during['pills'] );

		do_action( Wakeups::SWEEP );
		$shop->make_all_due();
		do_action( Wakeups::SWEEP );

		$after   = $this->read( $order );
		$total   = wc_format_decimal( wc_get_order( $order->get_id() )->get_total(), 2 );
		$invoice = $after['documents'][0];
		self::assertSame( [ 'creditnote' ], array_column( $after['to_come'], 'kind' ) );
		self::assertSame( [ 'invoice', 'EUR' ], [ $invoice['kind'], $invoice['currency'] ] );
		self::assertNotSame( '', $invoice['number'] );
		self::assertMatchesRegularExpression( '/^\d{4}-\d\d-\d\d$/', (string) $invoice['date'] );
		self::assertSame( [ $total, $total ], [ $invoice['incl_tax'], $invoice['ordered'] ] );
		self::assertContains( $invoice['agreement'], [ 'equal', 'rounded' ] );
		self::assertSame( [ $total, '0.00' ], [ $invoice['paid'], $invoice['due'] ] );
		self::assertNotEmpty( $invoice['taxes'] );
		$vat = array_sum( array_column( $invoice['taxes'], 'vat' ) );
		self::assertSame( $invoice['vat'], wc_format_decimal( $vat, 2 ) );
		self::assertStringContainsString( 'Recorded as paid', implode( ' ', $after['box']['groups'][0][0]['says'] ) );
		self::assertContains( 'Invoice: Final', $after['lines'] );
		self::assertStringNotContainsString( 'Finalising the invoice', implode( ' ', $after['lines'] ) );
		self::assertStringContainsString( 'status-processing', $after['pills'] );
		self::assertStringContainsString( $invoice['number'], $after['pills'] );
		self::assertContains( 'orderinvoicer_email_invoice', array_column( $after['actions'], 'name' ) );
		self::assertSame(
			[
				'order_id'   => $order->get_id(),
				'currency'   => 'EUR',
				'refundable' => true,
				'refunds'    => [],
			],
			$after['credit_preview']
		);
	}

	public function test_a_credit_note_stands_beside_its_refund(): void {
		$shop  = $this->shop( 'yes' );
		$order = $shop->order();
		$order->set_payment_method( 'bacs' );
		$order->payment_complete( 'tx-1' );
		do_action( Wakeups::SWEEP );
		$refund = wc_create_refund(
			[
				'order_id' => $order->get_id(),
				'amount'   => '1.00',
			]
		);
		self::assertInstanceOf( \WC_Order_Refund::class, $refund );
		do_action( Wakeups::SWEEP );
		$shop->make_all_due();
		do_action( Wakeups::SWEEP );

		[ $invoice, $note ] = $this->read( $order )['documents'];

		self::assertSame( [ 'invoice', 'creditnote' ], [ $invoice['kind'], $note['kind'] ] );
		self::assertSame( [ '1.00', '1.00', 'equal' ], [ $note['incl_tax'], $note['ordered'], $note['agreement'] ] );
		self::assertSame( [ $invoice['incl_tax'], '0.00' ], [ $invoice['paid'], $invoice['due'] ] );
	}

	public function test_why_nothing_is_made_is_said(): void {
		$shop  = $this->shop( 'yes' );
		$order = $shop->order();
		$order->set_status( 'on-hold' );
		$order->set_date_created( '2019-01-01' );
		$order->save();
		self::assertSame( 'before_start_date', $this->read( $order )['to_come'][0]['problem']['code'] ?? '' );

		$leave_out = static fn (): bool => false;
		add_filter( 'orderinvoicer_order_is_followed', $leave_out );
		$left_out = $this->read( $order )['to_come'][0];
		remove_filter( 'orderinvoicer_order_is_followed', $leave_out );
		self::assertSame( [ 'nothing', 'not_followed' ], [ $left_out['prospect'], $left_out['problem']['code'] ] );

		$shop->change_settings( [ 'invoice' => [ 'enabled' => false ] ] );
		self::assertSame( [], $this->read( $order )['to_come'] );
	}

	public function test_only_who_may_edit_the_order_reads_it(): void {
		$order = wc_create_order();
		foreach ( [ 'documents', 'timeline' ] as $what ) {
			$path = "/orders/{$order->get_id()}/$what";
			wp_set_current_user( 0 );
			$this->assert_refused( 401, 'orderinvoicer_forbidden', $this->call( 'GET', $path ) );
		}
		$this->sign_in( 'customer' );
		$this->assert_refused( 403, 'orderinvoicer_forbidden', $this->call( 'GET', $path ) );
		$this->sign_in_as_admin();
		$this->assert_refused( 404, 'orderinvoicer_not_found', $this->call( 'GET', '/orders/999999/documents' ) );
		$this->valid( $this->call( 'GET', "/orders/{$order->get_id()}/documents" ), 'order-documents' );
	}

	private function shop( string $own_tables ): SandboxShop {
		if ( $this->is_standin() && $own_tables === 'yes' ) {
			self::markTestSkipped( 'The stand-in keeps orders as posts only.' );
		}
		$this->storage = static fn (): string => $own_tables;
		add_filter( self::STORAGE, $this->storage );
		$shop = new SandboxShop( $this->allow_sandbox() );
		$shop->connect();
		$shop->settle_everything();
		$shop->change_settings(
			[
				'invoice'    => [ 'email' => false ] + $shop->like_invoice( 'paid' ),
				'creditnote' => $shop->like_invoice( 'paid' ),
			]
		);
		$this->sign_in_as_admin();
		return $shop;
	}

	/** @return array<mixed> */
	private function read( \WC_Order $order ): array {
		return $this->valid( $this->call( 'GET', "/orders/{$order->get_id()}/documents" ), 'order-documents' );
	}

	/**
	 * @param array<mixed> $answer
	 * @return list<string>
	 */
	private function foreseen( array $answer ): array {
		$invoice = $answer['to_come'][0];
		return [ $invoice['prospect'], $invoice['trigger'], $invoice['finalise'] ];
	}
}
