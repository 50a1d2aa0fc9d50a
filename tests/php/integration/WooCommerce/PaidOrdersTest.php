<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

use OrderInvoicer\Admin\MoneyIsThere;
use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\System\JobQueue;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Domain\Actions\MoneyCame;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Tests\Integration\PluginEngine;
use OrderInvoicer\WooCommerce\Order\OrderCaches;
use OrderInvoicer\WooCommerce\Order\WooPaidOrders;
use OrderInvoicer\WordPress\System\SystemClock;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\Wording\Names\DocumentNames;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/** An order becomes paid because Sellsy says so. */
#[Group( 'real-woocommerce' )]
final class PaidOrdersTest extends IntegrationTestCase {

	private const PAID_AT = '2026-03-01T10:00:00+00:00';

	private ?\Closure $refuse = null;
	private ?\Closure $code   = null;

	protected function tearDown(): void {
		remove_action( 'woocommerce_pre_payment_complete', $this->code ?? '__return_null' );
		remove_all_filters( 'woocommerce_valid_order_statuses_for_payment_complete' );
		remove_action( 'woocommerce_before_order_object_save', $this->refuse ?? '__return_null' );
		parent::tearDown();
	}

	public function test_it_becomes_paid_and_says_so(): void {
		$order = $this->order( 'on-hold' );
		$this->pay( $order );
		$paid_at = wc_get_order( $order->get_id() )->get_date_paid()?->getTimestamp();
		self::assertSame( strtotime( self::PAID_AT ), $paid_at );
		self::assertCount( 1, $this->said( $order, '/so this order is now paid/' ) );
	}

	/** The shopper pays, or somebody cancels the order, while the payment at Sellsy is read. */
	#[DataProvider( 'meanwhile' )]
	public function test_what_became_of_it_meanwhile_stays( string $status ): void {
		$order = $this->order( $status );
		$paid  = $order->get_date_paid()?->getTimestamp();
		$this->pay( $order );
		$now = wc_get_order( $order->get_id() );
		self::assertSame( [ $status, $paid ], [ $now->get_status(), $now->get_date_paid()?->getTimestamp() ] );
		self::assertSame( [], $this->said( $order, '/Sellsy/' ) );
	}

	/** @return iterable<string, array{string}> */
	public static function meanwhile(): iterable {
		yield 'paid' => [ 'processing' ];
		yield 'cancelled' => [ 'cancelled' ];
	}

	/** @return iterable<string, array{string, \Closure(): mixed}> */
	public static function other_code(): iterable {
		yield 'an exception' => [ 'woocommerce_pre_payment_complete', static fn () => throw new \Exception( 'No.' ) ];
		yield 'an error' => [ 'woocommerce_pre_payment_complete', static fn () => throw new \TypeError( 'No.' ) ];
		yield 'no status' => [ 'woocommerce_valid_order_statuses_for_payment_complete', static fn (): array => [] ];
	}

	/** @param \Closure(): mixed $code */
	#[DataProvider( 'other_code' )]
	public function test_other_code_that_prevents_it_is_told( string $hook, \Closure $code ): void {
		$order = $this->order( 'on-hold' );
		$this->code = $code;
		add_filter( $hook, $code );
		self::assertFalse( $this->pay( $order ) );
		$now = wc_get_order( $order->get_id() );
		self::assertSame( [ 'on-hold', null ], [ $now->get_status(), $now->get_date_paid() ] );
		self::assertSame( [], $this->said( $order, '/so this order is now paid/' ) );
	}

	public function test_it_follows_a_proforma(): void {
		$order = $this->order( 'on-hold' );
		self::assertTrue( $this->move( $order, 'processing' ) );
		self::assertSame( 'processing', wc_get_order( $order->get_id() )->get_status() );
		self::assertCount( 1, $this->said( $order, '/the status follows Proforma P-0001/' ) );
	}

	/** @return iterable<string, array{string, \Throwable|null}> status, what other code throws. */
	public static function refusals(): iterable {
		yield 'a status of a plugin that is gone' => [ 'packed-by-nobody', null ];
		yield 'an exception' => [ 'processing', new \Exception( 'No.' ) ];
		yield 'an error' => [ 'processing', new \TypeError( 'No.' ) ];
	}

	#[DataProvider( 'refusals' )]
	public function test_a_status_that_it_cannot_take_is_told( string $status, ?\Throwable $thrown ): void {
		$order        = $this->order( 'on-hold' );
		$this->refuse = static fn () => $thrown === null ? null : throw $thrown;
		add_action( 'woocommerce_before_order_object_save', $this->refuse );
		self::assertFalse( $this->move( $order, $status ) );
		remove_action( 'woocommerce_before_order_object_save', $this->refuse );
		self::assertSame( 'on-hold', wc_get_order( $order->get_id() )->get_status() );
		self::assertSame( [], $this->said( $order, '/the status follows/' ) );
	}

	/** WooCommerce dates the payment of an order that comes into a paid status. */
	public function test_an_order_that_a_proforma_brought_into_a_paid_status_is_not_paid(): void {
		$order = $this->accepted();
		self::assertNotNull( $order->get_date_paid() );
		self::assertSame( [ null, true, true ], $this->payment( $order ) );
		self::assertTrue( $this->orders()->awaits_payment( $order->get_id() ) );
	}

	public function test_its_invoice_that_is_paid_in_sellsy_is_its_money(): void {
		$order = $this->accepted();
		self::assertTrue( $this->pay( $order ) );
		self::assertSame( [ self::PAID_AT, false, true ], $this->payment( $order ) );
		self::assertCount( 1, $this->said( $order, '/so this order is now paid/' ) );
		self::assertSame( 'completed', wc_get_order( $order->get_id() )->get_status() );
	}

	/** @return iterable<string, array{string, bool}> transaction, whether the date is believed. */
	public static function reports(): iterable {
		yield 'with its transaction' => [ 'pi_123', true ];
		yield 'by code that knows of none' => [ '', false ];
	}

	#[DataProvider( 'reports' )]
	public function test_a_payment_that_the_gateway_reports_is_its_money( string $transaction, bool $is_paid ): void {
		$order = $this->accepted();
		wc_get_order( $order->get_id() )->payment_complete( $transaction );
		self::assertSame( $is_paid, $this->payment( $order )[0] !== null );
		self::assertSame( $transaction, wc_get_order( $order->get_id() )->get_transaction_id() );
	}

	public function test_a_person_says_that_the_money_is_there(): void {
		$this->sign_in_as_admin();
		$order = $this->accepted();
		self::assertArrayHasKey( MoneyIsThere::NAME, MoneyIsThere::offered( $order ) );
		$act = new MoneyIsThere(
			new MoneyCame(
				$this->orders(),
				$this->createStub( Ledger::class ),
				$this->createStub( JobQueue::class ),
				new SystemClock()
			)
		);
		$act->handle_action( $order );
		$order = wc_get_order( $order->get_id() );
		self::assertNotNull( $this->payment( $order )[0] );
		self::assertSame( [], MoneyIsThere::offered( $order ) );
		self::assertCount( 1, $this->said( $order, '/The money of this order is there/' ) );
	}

	public function test_a_program_says_so_too(): void {
		$order = $this->accepted();
		$path  = "/orderinvoicer/v1/orders/{$order->get_id()}/money-is-there";
		$post  = static fn (): int => rest_do_request( new \WP_REST_Request( 'POST', $path ) )->get_status();
		wp_set_current_user( 0 );
		self::assertSame( 401, $post() );
		$this->sign_in_as_admin();
		self::assertSame( [ 200, 409 ], [ $post(), $post() ] );
		self::assertNotNull( $this->payment( wc_get_order( $order->get_id() ) )[0] );
	}

	public function test_one_that_follows_into_a_status_that_is_not_paid_is_paid_once_somebody_says_so(): void {
		$order = $this->order( 'pending' );
		self::assertTrue( $this->move( $order, 'on-hold' ) );
		$order = wc_get_order( $order->get_id() );
		$order->set_status( 'completed' );
		$order->save();
		self::assertNotNull( $this->payment( $order )[0] );
	}

	/** @return iterable<string, array{string, string, string, bool}> from, until, transaction, whether doubted. */
	public static function of_before(): iterable {
		yield 'dated as its proforma was accepted' => [ '-1 minute', '+1 minute', '', true ];
		yield 'dated before' => [ '+1 minute', '+2 minutes', '', false ];
		yield 'dated later' => [ '-2 minutes', '-1 minute', '', false ];
		yield 'reported by its gateway' => [ '-1 minute', '+1 minute', 'pi_123', false ];
	}

	#[DataProvider( 'of_before' )]
	public function test_an_order_of_before(
		string $from,
		string $until,
		string $transaction,
		bool $is_doubted
	): void {
		$order = $this->order( 'completed' );
		$order->set_transaction_id( $transaction );
		$order->save();
		$those = [ $order->get_id(), new \DateTimeImmutable( $from ), new \DateTimeImmutable( $until ) ];
		self::assertSame( $is_doubted, $this->orders()->is_doubtful( ...$those ) );
		$this->orders()->doubt( ...$those );
		self::assertFalse( $this->orders()->is_doubtful( ...$those ), 'Once.' );
		self::assertSame( $is_doubted, $this->payment( $order )[0] === null );
	}

	/** One that a proforma has brought into the status in which WooCommerce dates the payment of such an order. */
	private function accepted(): \WC_Order {
		$order = $this->order( 'on-hold' );
		self::assertTrue( $this->move( $order, 'completed' ) );
		return wc_get_order( $order->get_id() );
	}

	/** @return array{string|null, bool, bool} since when it is paid, whether it is accepted, whether it has a date. */
	private function payment( \WC_Order $order ): array {
		$snapshot = PluginEngine::make()->sale_orders()->snapshot( $order->get_id() ) ?? self::fail();
		return [
			$snapshot->paid_at?->format( DATE_ATOM ),
			$snapshot->payment->is_accepted,
			$snapshot->has_date_paid(),
		];
	}

	private function order( string $status ): \WC_Order {
		$order = wc_create_order( [ 'status' => $status ] );
		$order->set_total( '12' );
		$order->save();
		return wc_get_order( $order->get_id() );
	}

	private function pay( \WC_Order $order ): bool {
		return $this->orders()->pay( $order->get_id(), new \DateTimeImmutable( self::PAID_AT ), $this->invoice() );
	}

	private function move( \WC_Order $order, string $status ): bool {
		return $this->orders()->move( $order->get_id(), $status, DocumentKind::Proforma, 'P-0001' );
	}

	private function orders(): WooPaidOrders {
		return new WooPaidOrders(
			new OrderCaches( new Sql( $GLOBALS['wpdb'] ) ),
			new DocumentNames(),
			$this->createStub( Logger::class )
		);
	}

	private function invoice(): RemoteDocument {
		return new RemoteDocument(
			kind: DocumentKind::Invoice,
			id: 7,
			number: 'F-0001',
			status: 'paid',
			key: 'SHOP-1',
			amounts: new ComputedDocument( [], Decimal::from_string( '10' ), Decimal::from_string( '12' ) ),
			created: ''
		);
	}

	/** @return array<string> notes of the order that match. */
	private function said( \WC_Order $order, string $pattern ): array {
		$notes = wc_get_order_notes( [ 'order_id' => $order->get_id() ] );
		return (array) preg_grep( $pattern, array_column( $notes, 'content' ) );
	}
}
