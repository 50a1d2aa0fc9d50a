<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

use OrderInvoicer\Domain\Order\OrderDelivery;
use OrderInvoicer\Domain\Order\Shipment;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\WooCommerce\Order\OrderShipments;
use OrderInvoicer\WooCommerce\Order\Parcels;
use OrderInvoicer\WooCommerce\Order\SubscriptionPeriod;
use OrderInvoicer\WooCommerce\ShippedSigns;

/**
 * What Shiptastic, Advanced Shipment Tracking and WooCommerce Subscriptions say, in the order in which the real ones
 * say it.
 */
final class OtherPluginsTest extends IntegrationTestCase {

	/** What `other-plugins.php` asks. */
	private const ANSWERS = [
		'orderinvoicer_test_shipments',
		'orderinvoicer_test_shipment_order',
		'orderinvoicer_test_tracking_items',
		'orderinvoicer_test_subscriptions',
	];

	protected function setUp(): void {
		parent::setUp();
		require_once __DIR__ . '/other-plugins.php';
	}

	/** The functions stay for the tests that follow; what they know goes. */
	protected function tearDown(): void {
		array_map( remove_all_filters( ... ), self::ANSWERS );
		parent::tearDown();
	}

	public function test_a_number_given_after_the_parcel_left_is_a_sign_of_shipping(): void {
		$this->shipped_by( 'tracking' );
		$order    = $this->order();
		$shipment = $this->shipment( $order, '' );
		$this->shiptastic_knows( $shipment );
		do_action( 'woocommerce_shiptastic_shipment_after_save', $shipment, false, [ 'status' => 'shipped' ] );
		do_action( 'woocommerce_shiptastic_shipment_status_changed', 7, 'processing', 'shipped', $shipment );
		self::assertSame( [], $this->effects( $order ) );

		$this->shiptastic_knows( $this->shipment( $order, '6A1' ) );
		do_action(
			'woocommerce_shiptastic_shipment_after_save',
			$this->shipment( $order, '6A1' ),
			false,
			[ 'tracking_id' => '6A1' ]
		);
		self::assertSame( [ 'create_delivery' ], $this->effects( $order ) );
	}

	public function test_a_letter_without_a_number_is_shipped_when_shiptastic_says_so(): void {
		$this->shipped_by( 'fulfilment' );
		$order    = $this->order();
		$shipment = $this->shipment( $order, '' );
		$this->shiptastic_knows( $shipment );
		do_action( 'woocommerce_shiptastic_shipment_status_changed', 7, 'draft', 'processing', $shipment );
		self::assertSame( [], $this->effects( $order ) );

		$this->answer( 'orderinvoicer_test_shipment_order', $this->shipped_order() );
		$order->update_meta_data( '_shipping_status', 'shipped' );
		$order->save();
		self::assertSame( [ 'create_delivery' ], $this->effects( $order ) );
		self::assertTrue( $this->delivery( $order )->is_fulfilled );
	}

	public function test_the_sign_is_named_after_the_plugin_that_says_it(): void {
		$signs = array_column( ( new ShippedSigns() )->found(), 'label', 'value' );
		self::assertSame( 'Every product of the order is shipped (Shiptastic)', $signs['fulfilment'] ?? '' );
		self::assertArrayHasKey( 'tracking', $signs );
	}

	public function test_carrier_and_address_come_from_the_tracking_plugin_which_stores_neither(): void {
		$order  = $this->order();
		$stored = [
			'tracking_provider'        => 'colissimo',
			'custom_tracking_provider' => '',
			'custom_tracking_link'     => '',
			'tracking_number'          => '6A1',
			'date_shipped'             => (string) strtotime( '2026-11-20 00:00:00 UTC' ),
		];
		$order->update_meta_data( '_wc_shipment_tracking_items', [ $stored ] );
		$order->save();
		$said = [
			'formatted_tracking_provider' => 'La Poste Colissimo',
			'formatted_tracking_link'     => 'https://example.com/suivi?code=6A1',
		];
		$this->answer( 'orderinvoicer_test_tracking_items', [ $stored + $said, 'nonsense' ] );

		self::assertEquals(
			[ new Shipment( 'La Poste Colissimo', '6A1', 'https://example.com/suivi?code=6A1', '2026-11-20' ) ],
			$this->delivery( $order )->shipments
		);
	}

	public function test_a_period_ends_with_the_order_that_came_next_not_with_the_payment_to_come(): void {
		$orders = [ $this->order( '2026-01-10' ), $this->order( '2026-02-10' ), $this->order( '2026-03-10' ) ];
		$this->subscription( array_reverse( $orders ), [ 'next_payment' => '2026-04-10' ] );

		self::assertSame( [ '2026-01-10', '2026-02-09' ], $this->period( $orders[0] ) );
		self::assertSame( [ '2026-02-10', '2026-03-09' ], $this->period( $orders[1] ) );
		self::assertSame( [ '2026-03-10', '2026-04-09' ], $this->period( $orders[2] ) );
	}

	public function test_the_last_period_ends_with_the_subscription(): void {
		$order = $this->order( '2026-03-10' );
		$this->subscription(
			[ $order ],
			[
				'next_payment' => '',
				'end'          => '2026-04-10',
			]
		);
		self::assertSame( [ '2026-03-10', '2026-04-09' ], $this->period( $order ) );
	}

	public function test_an_order_paid_before_its_time_leaves_two_periods_unsaid(): void {
		$orders = [ $this->order( '2026-01-10' ), $this->order( '2026-01-20' ) ];
		$orders[1]->update_meta_data( '_subscription_renewal_early', '5' );
		$orders[1]->save();
		$this->subscription( $orders, [ 'next_payment' => '2026-03-10' ] );

		self::assertSame( [ '', '' ], $this->period( $orders[0] ) );
		self::assertSame( [ '', '' ], $this->period( $orders[1] ) );
	}

	public function test_two_orders_of_one_day_leave_the_firsts_period_unsaid(): void {
		$first = $this->order( '2026-01-10' );
		$again = $this->order( '2026-01-10' );
		$again->set_date_created( '2026-01-10T12:00:01+00:00' );
		$again->save();
		$this->subscription( [ $again, $first ], [ 'next_payment' => '2026-02-10' ] );

		self::assertSame( [ '', '' ], $this->period( $first ) );
		self::assertSame( [ '2026-01-10', '2026-02-09' ], $this->period( $again ) );
	}

	public function test_an_order_of_two_subscriptions_says_no_period(): void {
		$order = $this->order( '2026-03-10' );
		$one   = $this->subscription( [ $order ], [ 'next_payment' => '2026-04-10' ] );
		$this->answer( 'orderinvoicer_test_subscriptions', [ $one, $one ] );
		self::assertSame( [ '', '' ], $this->period( $order ) );
	}

	public function test_what_subscriptions_copies_leaves_our_documents_behind_and_keeps_the_buyers_numbers(): void {
		$copied = apply_filters(
			'wc_subscriptions_object_data',
			[
				'orderinvoicer.invoice_url'    => 'https://www.sellsy.com/?_f=invoiceOverview&id=3',
				'orderinvoicer.creditnote_url' => 'https://www.sellsy.com/?_f=creditnoteOverview&id=4',
				'_orderinvoicer_invoice_order' => '12',
				'_orderinvoicer_invoice_noted' => 'F-1',
				'_orderinvoicer_problem_noted' => 'x',
				'_orderinvoicer_siret'         => '73282932000074',
				'_billing_city'                => 'Lyon',
			],
			$this->order(),
			$this->order(),
			'renewal_order'
		);
		self::assertSame( [ '_orderinvoicer_siret', '_billing_city' ], array_keys( $copied ) );
	}

	private function shipped_by( string $sign ): void {
		$delivery = [
			'enabled'    => true,
			'trigger'    => 'shipped',
			'start_date' => '2020-01-01',
		];
		update_option(
			'orderinvoicer_settings',
			[
				'delivery' => $delivery,
				'shipped'  => [ $sign ],
			]
		);
	}

	private function order( string $day = '2026-01-10' ): \WC_Order {
		$order = new \WC_Order();
		$order->set_total( '12' );
		$order->set_date_created( "{$day}T12:00:00+00:00" );
		$order->set_status( 'processing' );
		$order->save();
		return $order;
	}

	private function shipment( \WC_Order $order, string $number ): object {
		return new class( $order, $number ) {

			public function __construct(
				private readonly \WC_Order $order,
				private readonly string $number,
			) {}

			public function get_order(): \WC_Order {
				return $this->order;
			}

			public function get_type(): string {
				return 'simple';
			}

			public function get_tracking_id(): string {
				return $this->number;
			}
		};
	}

	private function shiptastic_knows( object $shipment ): void {
		$this->answer( 'orderinvoicer_test_shipments', [ $shipment ] );
	}

	private function shipped_order(): object {
		return new class() {

			public function is_shipped(): bool {
				return true;
			}
		};
	}

	/**
	 * @param list<\WC_Order>       $orders
	 * @param array<string, string> $dates
	 */
	private function subscription( array $orders, array $dates ): object {
		$subscription = new class( $orders, $dates ) {

			/**
			 * @param list<\WC_Order>       $orders
			 * @param array<string, string> $dates
			 */
			public function __construct(
				private readonly array $orders,
				private readonly array $dates,
			) {}

			public function get_time( string $date_type, string $timezone = 'gmt' ): int {
				$date = $this->dates[ $date_type ] ?? '';
				return $date === '' ? 0 : (int) strtotime( "$date 12:00:00 UTC" );
			}

			/**
			 * @param list<string> $order_types
			 * @return array<int, \WC_Order|int>
			 */
			public function get_related_orders(
				string $return_fields = 'ids',
				array $order_types = [ 'parent', 'renewal', 'switch' ],
			): array {
				$ids = array_map( static fn ( \WC_Order $order ): int => $order->get_id(), $this->orders );
				return array_combine( $ids, $return_fields === 'all' ? $this->orders : $ids );
			}
		};
		$this->answer( 'orderinvoicer_test_subscriptions', [ $subscription ] );
		return $subscription;
	}

	private function answer( string $filter, mixed $answer ): void {
		remove_all_filters( $filter );
		add_filter( $filter, static fn (): mixed => $answer );
	}

	private function delivery( \WC_Order $order ): OrderDelivery {
		return ( new OrderShipments( new Parcels(), new SubscriptionPeriod() ) )->delivery( $order );
	}

	/** @return array{string, string} */
	private function period( \WC_Order $order ): array {
		$delivery = $this->delivery( $order );
		return [ $delivery->service_start, $delivery->service_end ];
	}

	/** @return list<string> */
	private function effects( \WC_Order $order ): array {
		global $wpdb;
		return $wpdb->get_col(
			$wpdb->prepare(
				"SELECT effect FROM {$wpdb->prefix}orderinvoicer_sync WHERE order_id = %d",
				$order->get_id()
			)
		);
	}
}
