<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\WooCommerce\Order\OrderCaches;
use OrderInvoicer\WooCommerce\Order\WooPaidOrders;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\Wording\Names\DocumentNames;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/** An order becomes paid because Sellsy says so. */
#[Group( 'real-woocommerce' )]
final class PaidOrdersTest extends IntegrationTestCase {

	private const PAID_AT = '2026-03-01T10:00:00+00:00';

	private ?\Closure $refuse = null;

	protected function tearDown(): void {
		remove_all_filters( 'woocommerce_pre_payment_complete' );
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
