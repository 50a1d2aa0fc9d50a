<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\PartPayment;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\Order\Shipment;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\WooCommerce\Order\BuyerNumbers;
use OrderInvoicer\WooCommerce\Order\OrderCaches;
use OrderInvoicer\WooCommerce\Order\OrderLines;
use OrderInvoicer\WooCommerce\Order\OrderPayments;
use OrderInvoicer\WooCommerce\Order\OrderRefunds;
use OrderInvoicer\WooCommerce\Order\OrderShipments;
use OrderInvoicer\WooCommerce\Order\OrderSnapshotFactory;
use OrderInvoicer\WooCommerce\Order\RelatedOrders;
use OrderInvoicer\WooCommerce\Order\Parcels;
use OrderInvoicer\WooCommerce\Order\PartPayments;
use OrderInvoicer\WooCommerce\Order\SubscriptionPeriod;
use OrderInvoicer\WooCommerce\Order\WooOrders;
use OrderInvoicer\WooCommerce\ShippedSigns;
use OrderInvoicer\WordPress\Tables\Sql;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;
use PHPUnit\Framework\Attributes\TestWith;

/** What other plugins leave on orders: gift cards, store credit, tracking. */
final class OrderPaymentsTest extends IntegrationTestCase {

	protected function tearDown(): void {
		remove_all_filters( 'orderinvoicer_part_payments' );
		parent::tearDown();
	}

	public function test_what_a_gift_card_took_off_the_total_is_a_payment_of_the_whole(): void {
		$order = $this->order_of_30();
		$order->update_meta_data( '_ywgc_applied_gift_cards', [ 'CODE-1234' => 10 ] );
		$order->set_total( '20.00' );
		$order->save();

		$snapshot = $this->snapshot( $order );
		self::assertSame( [ '30', [ 'gift_card 10' ] ], [ $snapshot->total->to_string(), $this->parts( $snapshot ) ] );
		self::assertStringNotContainsString( 'CODE-1234', $snapshot->payment->parts[0]->code );
		self::assertSame( $snapshot->payment->parts[0]->code, $this->snapshot( $order )->payment->parts[0]->code );
	}

	public function test_store_credit_that_discounted_the_lines_is_no_payment(): void {
		$order = $this->order_of_30();
		$order->update_meta_data( 'smart_coupons_contribution', [ 'credit' => 10 ] );
		$order->save();

		$snapshot = $this->snapshot( $order );
		self::assertSame( [ '30', [] ], [ $snapshot->total->to_string(), $this->parts( $snapshot ) ] );
	}

	public function test_a_filter_adds_what_another_plugin_took_and_what_took_nothing_is_left_out(): void {
		$order = $this->order_of_30();
		$order->set_total( '25.00' );
		$order->save();
		add_filter(
			'orderinvoicer_part_payments',
			static fn (): array => [
				[
					'method' => 'wallet',
					'code'   => '1',
					'amount' => '5',
				],
				[
					'method' => 'wallet',
					'code'   => '2',
					'amount' => '0',
				],
			]
		);
		self::assertSame( [ 'wallet 5' ], $this->parts( $this->snapshot( $order ) ) );
	}

	/** @param array<string, string> $meta */
	#[Group( 'real-woocommerce' )]
	#[DataProvider( 'wallets' )]
	public function test_a_fee_that_is_a_payment_is_no_line( string $name, array $meta, string $method ): void {
		$order = $this->order_of_30();
		$this->fee( $order, $name, '-10', $meta );

		$snapshot = $this->snapshot( $order );
		self::assertSame( [ '30', [ "$method 10" ] ], [ $snapshot->total->to_string(), $this->parts( $snapshot ) ] );
		self::assertSame( [ 'Atelier' ], array_column( $snapshot->lines, 'name' ) );
	}

	/** @return iterable<string, array{string, array<string, string>, string}> */
	public static function wallets(): iterable {
		yield 'TeraWallet' => [ 'Via portefeuille', [ '_legacy_fee_key' => '_via_wallet_partial_payment' ], 'wallet' ];
		yield 'TeraWallet, without its key' => [ 'Via wallet', [], 'wallet' ];
	}

	public function test_a_filter_says_that_a_fee_is_a_payment(): void {
		$order = $this->order_of_30();
		$fee   = $this->fee( $order, 'Cagnotte', '-10', [] );
		self::assertCount( 2, $this->snapshot( $order )->lines );

		add_filter(
			'orderinvoicer_part_payments',
			static fn ( array $parts ): array => [
				...$parts,
				[
					'method' => 'store_credit',
					'code'   => '1',
					'amount' => '10',
					'fee'    => $fee,
				],
			]
		);
		$snapshot = $this->snapshot( $order );
		self::assertSame( '30', $snapshot->total->to_string() );
		self::assertSame( [ 'store_credit 10' ], $this->parts( $snapshot ) );
		self::assertSame( [ 'Atelier' ], array_column( $snapshot->lines, 'name' ) );
	}

	public function test_account_funds_that_were_taken_off_the_total_are_a_payment(): void {
		$order = $this->order_of_30();
		$order->update_meta_data( '_funds_used', '10' );
		$order->set_total( '20.00' );
		$order->save();
		self::assertSame( [ 'accountfunds 10' ], $this->parts( $this->snapshot( $order ) ) );
		self::assertSame( '30', $this->snapshot( $order )->total->to_string() );
	}

	public function test_parts_of_four_decimals_are_paid_as_they_are_rounded(): void {
		$order = $this->order_of_30();
		$order->update_meta_data( '_ywgc_applied_gift_cards', [ 'CODE-1234' => '10.0051' ] );
		$order->set_total( '20.00' );
		$order->save();
		self::assertSame( [ 'gift_card 10.01' ], $this->parts( $this->snapshot( $order ) ) );
	}

	#[DataProvider( 'deposits' )]
	public function test_a_plugin_that_took_a_deposit_alone_is_named( string $meta, string $plugin ): void {
		$order = $this->order_of_30();
		self::assertSame( '', $this->snapshot( $order )->payment->deposits_by );
		$order->update_meta_data( $meta, 'no' );
		$order->save();
		self::assertSame( '', $this->snapshot( $order )->payment->deposits_by );
		$order->update_meta_data( $meta, 'yes' );
		$order->save();
		self::assertStringContainsString( $plugin, $this->snapshot( $order )->payment->deposits_by );
	}

	/** @return iterable<string, array{string, string}> */
	public static function deposits(): iterable {
		yield 'Acowebs' => [ '_awcdp_deposits_order_has_deposit', 'Acowebs' ];
		yield 'Webtomizer' => [ '_wc_deposits_order_has_deposit', 'Webtomizer' ];
	}

	/** WooCommerce Deposits says so of each item. */
	#[Group( 'real-woocommerce' )]
	public function test_a_deposit_of_an_item_is_named_too(): void {
		$order = $this->order_of_30();
		$item  = new \WC_Order_Item_Product();
		$order->add_item( $item );
		$order->save();
		foreach ( [ 'no', 'yes' ] as $is_deposit ) {
			$item->update_meta_data( '_is_deposit', $is_deposit );
			$item->save();
			self::assertSame(
				$is_deposit === 'yes' ? 'WooCommerce Deposits' : '',
				$this->snapshot( wc_get_order( $order->get_id() ) )->payment->deposits_by
			);
		}
	}

	/** Each has items of a type of its own, with a code that could be spent. */
	#[Group( 'real-woocommerce' )]
	#[DataProvider( 'gift_cards' )]
	public function test_a_gift_card_that_is_an_item_of_the_order_is_a_payment( string $type ): void {
		$group = static fn ( array $groups ): array => $groups + [ $type => "{$type}_lines" ];
		$key   = static fn ( string $key, mixed $item ): string =>
			$item instanceof GiftCardItem ? "{$type}_lines" : $key;
		$class = static fn ( mixed $name, mixed $of ): mixed => $of === $type ? GiftCardItem::class : $name;
		add_filter( 'woocommerce_order_type_to_group', $group );
		add_filter( 'woocommerce_get_items_key', $key, 10, 2 );
		add_filter( 'woocommerce_get_order_item_classname', $class, 10, 2 );
		add_filter( 'woocommerce_data_stores', GiftCardItem::stored( ... ) );
		GiftCardItem::$type = $type;
		try {
			$order = $this->order_of_30();
			$item  = new GiftCardItem();
			$item->set_name( 'SPEND-ME' );
			$item->add_meta_data( 'amount', '10', true );
			$order->add_item( $item );
			$order->set_total( '20.00' );
			$order->save();

			$snapshot = $this->snapshot( $order );
			self::assertSame( '30', $snapshot->total->to_string() );
			self::assertSame( [ 'gift_card 10' ], $this->parts( $snapshot ) );
			self::assertSame( (string) $item->get_id(), $snapshot->payment->parts[0]->code );
			self::assertSame( [ 'Atelier' ], array_column( $snapshot->lines, 'name' ) );
		} finally {
			remove_filter( 'woocommerce_order_type_to_group', $group );
			remove_filter( 'woocommerce_get_items_key', $key );
			remove_filter( 'woocommerce_get_order_item_classname', $class );
			remove_filter( 'woocommerce_data_stores', GiftCardItem::stored( ... ) );
		}
	}

	/** @return iterable<string, array{string}> */
	public static function gift_cards(): iterable {
		yield 'PW Gift Cards (WC_Order_Item_PW_Gift_Card)' => [ 'pw_gift_card' ];
		yield 'WooCommerce Gift Cards 2.3 (WC_GC_Order_Item_Gift_Card)' => [ 'gift_card' ];
		yield 'YITH Gift Cards 4.11' => [ 'yith_gift_card' ];
	}

	#[DataProvider( 'credits' )]
	public function test_store_credit_that_was_taken_off_the_total_is_a_payment( string $meta ): void {
		$order = $this->order_of_30();
		$order->update_meta_data( $meta, [ 'credit-77' => 10 ] );
		$order->set_total( '20.00' );
		$order->save();

		$snapshot = $this->snapshot( $order );
		self::assertSame( '30', $snapshot->total->to_string() );
		self::assertSame( [ 'store_credit 10' ], $this->parts( $snapshot ) );
		self::assertStringNotContainsString( 'credit-77', $snapshot->payment->parts[0]->code );
	}

	/** @return iterable<string, array{string}> */
	public static function credits(): iterable {
		yield 'Smart Coupons' => [ 'smart_coupons_contribution' ];
		yield 'WebToffee' => [ 'wt_store_credit_used' ];
	}

	/** WooCommerce Points and Rewards redeems points by a coupon of its own: the lines are cheaper. */
	#[Group( 'real-woocommerce' )]
	public function test_points_are_a_discount(): void {
		$order  = $this->order_of_30();
		$coupon = new \WC_Order_Item_Coupon();
		$coupon->set_code( 'wc_points_redemption_5_2026_11_24_10_00_100_10' );
		$coupon->set_discount( '10' );
		$order->add_item( $coupon );
		$order->save();

		$snapshot = $this->snapshot( $order );
		self::assertSame( [ '30', [] ], [ $snapshot->total->to_string(), $this->parts( $snapshot ) ] );
	}

	/** @param array<string, mixed> $meta */
	#[DataProvider( 'disputes' )]
	public function test_a_dispute_that_left_no_refund_is_known( array $meta, string $status, bool $is_lost ): void {
		$order = $this->order_of_30();
		foreach ( $meta as $key => $value ) {
			$order->update_meta_data( $key, $value );
		}
		$order->set_status( $status );
		$order->save();
		self::assertSame( $is_lost, $this->snapshot( $order )->payment->is_disputed );
	}

	/** @return iterable<string, array{array<string, mixed>, string, bool}> */
	public static function disputes(): iterable {
		$held  = [ '_stripe_status_before_hold' => 'processing' ];
		$final = [ '_stripe_status_final' => true ];
		yield 'none' => [ [], 'failed', false ];
		yield 'Stripe, still open' => [ $held, 'on-hold', false ];
		yield 'Stripe, lost' => [ $held + $final, 'failed', true ];
		yield 'Stripe, won' => [ $held + $final, 'processing', false ];
		yield 'Stripe, won, and then cancelled' => [ $held + $final, 'cancelled', false ];
		yield 'Mollie' => [ [ '_mollie_processed_chargeback_ids' => [ 'chb_n9z0tp' ] ], 'on-hold', true ];
		yield 'Mollie, none' => [ [ '_mollie_processed_chargeback_ids' => [] ], 'on-hold', false ];
		yield 'Mollie, the owner goes on' => [
			[ '_mollie_processed_chargeback_ids' => [ 'chb_n9z0tp' ] ],
			'processing',
			false,
		];
	}

	/** As WooPayments enters it: its lines are those of the order, which name no amount. */
	#[DataProvider( 'reasons' )]
	public function test_a_refund_that_a_dispute_made_is_known( string $reason, bool $is_lost ): void {
		$order   = $this->order_of_30();
		$refunds = $this->refunded( $order, $reason );
		self::assertSame( [ $is_lost, $is_lost ], [ $refunds[0]->is_disputed, $refunds[0]->is_paid_back ] );
		self::assertSame( '30', $refunds[0]->amount->to_string() );
	}

	/** WooPayments entered it as the shop speaks; whoever looks at the order may speak another language. */
	#[TestWith( [ 'en_US' ] )]
	#[TestWith( [ 'fr_FR' ] )]
	public function test_it_is_known_in_the_language_of_the_shop( string $of_request ): void {
		$folder = get_temp_dir() . 'orderinvoicer-french/'; // WordPress remembers where it found a language.
		wp_mkdir_p( $folder );
		$file = new \MO();
		$file->add_entry(
			[
				'singular'     => 'Dispute lost.',
				'translations' => [ 'Litige perdu.' ],
			]
		);
		$file->export_to_file( "{$folder}woocommerce-payments-fr_FR.mo" );
		$GLOBALS['wp_textdomain_registry']->set_custom_path( 'woocommerce-payments', $folder );
		$shop    = static fn (): string => 'fr_FR';
		$request = static fn (): string => $of_request;
		add_filter( 'locale', $shop, 1 );
		add_filter( 'determine_locale', $request, 1 );
		try {
			$refunds = $this->refunded( $this->order_of_30(), 'Litige perdu.' );
			self::assertTrue( $refunds[0]->is_disputed );
			self::assertSame( $of_request, determine_locale() );
		} finally {
			remove_filter( 'locale', $shop, 1 );
			remove_filter( 'determine_locale', $request, 1 );
			unload_textdomain( 'woocommerce-payments', true );
			array_map( unlink( ... ), (array) glob( "$folder*" ) );
			rmdir( $folder );
		}
	}

	/** @return list<RefundSnapshot> */
	private function refunded( \WC_Order $order, string $reason ): array {
		$refund = wc_create_refund(
			[
				'amount'     => $order->get_total(),
				'reason'     => $reason,
				'order_id'   => $order->get_id(),
				'line_items' => $order->get_items(),
			]
		);
		self::assertInstanceOf( \WC_Order_Refund::class, $refund );
		return ( new OrderRefunds( new RelatedOrders( new Sql( $GLOBALS['wpdb'] ) ) ) )->refunds(
			wc_get_order( $order->get_id() )
		);
	}

	/** @return iterable<string, array{string, bool}> */
	public static function reasons(): iterable {
		yield 'WooPayments' => [ 'Dispute lost.', true ];
		yield 'a person'    => [ 'Cassé', false ];
		yield 'none'        => [ '', false ];
	}

	/** @param array<string, string> $meta */
	private function fee( \WC_Order $order, string $name, string $amount, array $meta ): int {
		$fee = new \WC_Order_Item_Fee();
		$fee->set_name( $name );
		$fee->set_total( $amount );
		$fee->set_tax_class( '0' );
		foreach ( $meta as $key => $value ) {
			$fee->add_meta_data( $key, $value, true );
		}
		$order->add_item( $fee );
		$order->set_total( '20.00' );
		$order->save();
		return $fee->get_id();
	}

	/** @param list<string> $parts */
	#[TestWith( [ '_upstroke_purchase', '12.00', '42.00', [ 'stripe 12' ], '42' ] )]
	#[TestWith( [ '_cartflows_upsell', '12.00', '42.00', [ 'stripe 12' ], '42' ] )]
	#[TestWith( [ '_cartflows_downsell', '11.996', '42.00', [ 'stripe 12' ], '42' ] )]
	#[TestWith( [ '_cartflows_upsell', '12.00', '45.00', [], '30' ] )] // Something else came as well.
	#[TestWith( [ '_cartflows_upsell', '12.00', '30.00', [], '30' ] )] // It was in what was paid.
	#[TestWith( [ '_other', '12.00', '42.00', [], '30' ] )]
	public function test_what_a_plugin_sold_once_the_order_was_paid_is_a_payment_of_its_own(
		string $meta,
		string $amount,
		string $total,
		array $parts,
		string $taken,
	): void {
		if ( $this->is_standin() ) {
			self::markTestSkipped( 'The stand-in tells nobody before it saves an order: no paid total is kept.' );
		}
		$order = $this->order_of_30();
		$order->set_payment_method( 'stripe' );
		$order->payment_complete( 'tx' );
		$this->fee( $order, 'Atelier', $amount, [ $meta => 'yes' ] );
		$order->set_total( $total );
		$order->save();

		$snapshot = $this->snapshot( $order );
		self::assertSame( $parts, $this->parts( $snapshot ) );
		self::assertSame( [ $total, $taken ], [ $snapshot->total->to_scale( 2 ), $snapshot->taken?->to_string() ] );
		$another = array_column( $snapshot->payment->parts, 'code' );
		self::assertSame( $another, array_column( $this->snapshot( $order )->payment->parts, 'code' ) );
	}

	public function test_parcels_of_tracking_plugins_are_read_once_each(): void {
		$order = $this->order_of_30();
		$item  = [
			'tracking_provider'        => 'colissimo',
			'custom_tracking_provider' => '',
			'custom_tracking_link'     => 'https://example.com/suivi/6A1',
			'tracking_number'          => '6A1',
		];
		$order->update_meta_data(
			'_wc_shipment_tracking_items',
			[ $item, $item, 'nonsense', [ 'tracking_number' => '' ] ]
		);
		$order->save();
		self::assertEquals(
			[ new Shipment( 'colissimo', '6A1', 'https://example.com/suivi/6A1' ) ],
			$this->snapshot( $order )->delivery->shipments
		);
	}

	public function test_signs_of_shipping_are_found_the_likeliest_first(): void {
		add_filter(
			'wc_order_statuses',
			static fn ( array $statuses ): array => $statuses + [
				'wc-packed'   => 'Emballée',
				'wc-expediee' => 'Expédiée',
			]
		);
		$found = array_column( ( new ShippedSigns() )->found(), 'value' );
		self::assertSame( 'status:expediee', $found[0] );
		self::assertContains( 'status:packed', $found );
		self::assertNotContains( 'status:pending', $found );
	}

	private function order_of_30(): \WC_Order {
		$order = wc_create_order();
		$fee   = new \WC_Order_Item_Fee();
		$fee->set_name( 'Atelier' );
		$fee->set_total( '30' );
		$order->add_item( $fee );
		$order->set_total( '30.00' );
		$order->save();
		return $order;
	}

	private function snapshot( \WC_Order $order ): OrderSnapshot {
		$orders = new WooOrders(
			new OrderSnapshotFactory(
				new OrderLines(),
				new BuyerNumbers(),
				new OrderPayments( new PartPayments() ),
				new OrderShipments( new Parcels(), new SubscriptionPeriod() )
			),
			new OrderRefunds( new RelatedOrders( new Sql( $GLOBALS['wpdb'] ) ) ),
			new OrderCaches( new Sql( $GLOBALS['wpdb'] ) )
		);
		return $orders->snapshot( $order->get_id() ) ?? throw new \LogicException( 'No order.' );
	}

	/** @return list<string> */
	private function parts( OrderSnapshot $order ): array {
		return array_map(
			static fn ( PartPayment $part ): string => "$part->method {$part->amount->to_string()}",
			$order->payment->parts
		);
	}
}
