<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Domain\Order\OrderFingerprint;
use OrderInvoicer\Domain\Order\OrderSnapshot;
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
use OrderInvoicer\WordPress\Tables\Sql;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

final class OrderSnapshotTest extends IntegrationTestCase {

	public function test_total_has_the_orders_decimals_whatever_the_shop_shows_today(): void {
		add_filter( 'wc_get_price_decimals', $three = static fn (): int => 3 );
		$order = new \WC_Order();
		$order->set_currency( 'KWD' );
		$order->set_total( '11.994' );
		$id = $order->save();
		remove_filter( 'wc_get_price_decimals', $three );

		self::assertSame( '11.994', $this->snapshot( $id )->total->to_string() );
	}

	public function test_an_order_in_the_bin_or_deleted_is_gone(): void {
		$binned     = wc_create_order();
		$deleted    = wc_create_order();
		$binned_id  = $binned->get_id();
		$deleted_id = $deleted->get_id();
		$binned->delete();
		$deleted->delete( true );

		self::assertNull( $this->orders()->snapshot( $binned_id ) );
		self::assertNull( $this->orders()->snapshot( $deleted_id ) );
		self::assertNull( $this->orders()->snapshot( 0 ) );
	}

	public function test_a_refund_is_no_order(): void {
		$order  = $this->order_with_one_line();
		$refund = wc_create_refund(
			[
				'order_id' => $order->get_id(),
				'amount'   => '1.00',
			]
		);

		self::assertNull( $this->orders()->snapshot( $refund->get_id() ) );
		self::assertSame( '20.75', $this->snapshot( $order->get_id() )->lines[0]->total->to_string() );
	}

	public function test_a_line_whose_product_is_gone_keeps_its_amounts_and_knows_no_tax_status(): void {
		$order = $this->order_with_one_line();

		$line = $this->snapshot( $order->get_id() )->lines[0];

		self::assertSame( 'Sac', $line->name );
		self::assertSame( '2', $line->quantity->to_string() );
		self::assertNull( $line->taxable );
		self::assertSame( [], $line->skus );
	}

	#[Group( 'real-woocommerce' )]
	public function test_variation_reference_comes_before_its_parents(): void {
		$parent = new \WC_Product_Variable();
		$parent->set_name( 'Chemise' );
		$parent->set_sku( 'CHEMISE' );
		$parent->save();
		$variation = new \WC_Product_Variation();
		$variation->set_parent_id( $parent->get_id() );
		$variation->set_sku( 'CHEMISE-BLEUE' );
		$variation->set_regular_price( '10' );
		$variation->save();
		$order = wc_create_order();
		$order->add_product( wc_get_product( $variation->get_id() ) );
		$order->save();

		self::assertSame( [ 'CHEMISE-BLEUE', 'CHEMISE' ], $this->snapshot( $order->get_id() )->lines[0]->skus );
	}

	/** @param array<string, mixed> $meta */
	#[DataProvider( 'buyers' )]
	public function test_buyer_numbers_come_from_our_fields_and_the_common_plugins(
		array $meta,
		string $siren,
		string $siret,
		string $vat_number,
	): void {
		$order = wc_create_order();
		$order->set_billing_country( 'FR' );
		foreach ( $meta as $key => $value ) {
			$order->update_meta_data( $key, $value );
		}
		$order->save();

		$buyer = $this->snapshot( $order->get_id() )->buyer;

		self::assertSame( [ $siren, $siret, $vat_number ], [ $buyer->siren, $buyer->siret, $buyer->vat_number ] );
	}

	public function test_numbers_that_contradict_each_other_are_noticed(): void {
		$order = wc_create_order();
		$order->set_billing_country( 'FR' );
		$order->update_meta_data( '_orderinvoicer_siret', '73282932000074' );
		$order->update_meta_data( '_orderinvoicer_vat_number', 'FR44732829320' );
		$order->save();
		self::assertFalse( $this->snapshot( $order->get_id() )->buyer->is_contradictory );
		$order->update_meta_data( '_orderinvoicer_vat_number', 'FR96552100554' );
		$order->save();
		self::assertTrue( $this->snapshot( $order->get_id() )->buyer->is_contradictory );
	}

	/** @return iterable<string, array{array<string, mixed>, string, string, string}> */
	public static function buyers(): iterable {
		yield 'our own fields' => [
			[ '_orderinvoicer_siret' => '732 829 320 00074' ],
			'732829320',
			'73282932000074',
			'',
		];
		yield 'ours before another plugin’s' => [
			[
				'_billing_vat_number'       => 'DE123456789',
				'_orderinvoicer_vat_number' => 'FR44732829320',
			],
			'732829320',
			'',
			'FR44732829320',
		];
		yield 'a block checkout field' => [
			[ '_wc_billing/some-plugin/vat-number' => 'DE123456789' ],
			'',
			'',
			'DE123456789',
		];
		yield 'the evidence of an exemption' => [
			[ '_eu_vat_evidence' => [ 'exemption' => [ 'vat_number' => 'DE123456789' ] ] ],
			'',
			'',
			'DE123456789',
		];
		yield 'a SIREN field' => [ [ '_billing_siren' => '732829320' ], '732829320', '', '' ];
		yield 'a SIREN in the field for both' => [ [ '_orderinvoicer_siret' => '732 829 320' ], '732829320', '', '' ];
		yield 'a SIRET in a SIREN field' => [
			[ '_billing_siren' => '73282932000074' ],
			'732829320',
			'73282932000074',
			'',
		];
		yield 'the SIRET counts, a VAT number of another company is left out' => [
			[
				'_orderinvoicer_siret'      => '73282932000074',
				'_orderinvoicer_vat_number' => 'FR96552100554',
			],
			'732829320',
			'73282932000074',
			'',
		];
		yield 'the SIRET counts, not the SIREN of another company' => [
			[
				'_billing_siren' => '552100554',
				'_billing_siret' => '73282932000074',
			],
			'732829320',
			'73282932000074',
			'',
		];
		yield 'a foreign VAT number contradicts no SIRET' => [
			[
				'_billing_siret'     => '73282932000074',
				'_billing_vat_number' => 'DE123456789',
			],
			'732829320',
			'73282932000074',
			'DE123456789',
		];
		yield 'a typing mistake counts as none' => [ [ '_billing_siret' => '73282932000075' ], '', '', '' ];
		yield 'the first valid one counts' => [
			[
				'_billing_vat_number' => 'none',
				'vat_number'          => 'DE123456789',
			],
			'',
			'',
			'DE123456789',
		];
	}

	#[Group( 'real-woocommerce' )]
	public function test_a_buyer_whom_woocommerce_erased_is_nobody(): void {
		$order = $this->order_with_one_line();
		$order->set_billing_first_name( 'Jeanne' );
		$order->set_billing_company( 'Acme' );
		$order->set_billing_email( 'jeanne@example.com' );
		$order->save();
		$mark = OrderFingerprint::from_order( $this->snapshot( $order->get_id() ) );

		\WC_Privacy_Erasers::remove_order_personal_data( wc_get_order( $order->get_id() ) );

		$erased = $this->snapshot( $order->get_id() );
		self::assertEquals( Buyer::erased(), $erased->buyer );
		self::assertTrue( OrderFingerprint::from_order( $erased )->is_like( $mark ) );
	}

	private function order_with_one_line(): \WC_Order {
		$item = new \WC_Order_Item_Product();
		$item->set_name( 'Sac' );
		$item->set_quantity( 2 );
		$item->set_subtotal( '20.75' );
		$item->set_total( '20.75' );
		$order = wc_create_order();
		$order->add_item( $item );
		$order->set_total( '20.75' );
		$order->save();
		return $order;
	}

	private function orders(): WooOrders {
		return new WooOrders(
			new OrderSnapshotFactory(
				new OrderLines(),
				new BuyerNumbers(),
				new OrderPayments( new PartPayments() ),
				new OrderShipments( new Parcels(), new SubscriptionPeriod() )
			),
			new OrderRefunds( new RelatedOrders( new Sql( $GLOBALS['wpdb'] ) ) ),
			new OrderCaches( new Sql( $GLOBALS['wpdb'] ) )
		);
	}

	private function snapshot( int $order_id ): OrderSnapshot {
		$snapshot = $this->orders()->snapshot( $order_id );
		self::assertNotNull( $snapshot );
		return $snapshot;
	}
}
