<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Rest;

final class ShopControllerTest extends RestTestCase {

	public function test_the_shop_tells_its_rates_and_what_recent_orders_show(): void {
		$this->sign_in_as_admin();
		$rate_id = \WC_Tax::_insert_tax_rate(
			[
				'tax_rate_country' => 'FR',
				'tax_rate'         => '8.5000',
				'tax_rate_name'    => 'TVA 8,5',
				'tax_rate_class'   => '',
			]
		);
		$order   = $this->order_without_tax();
		$tax     = new \WC_Order_Item_Tax();
		$tax->set_rate( $rate_id );
		$order->add_item( $tax );
		$order->save();

		$shop = $this->valid( $this->call( 'GET', '/shop' ), 'shop' );

		$rates = array_column( $shop['tax_rates'], null, 'id' );
		self::assertSame(
			[ '8.5', 'FR', 1 ],
			[ $rates[ $rate_id ]['percent'], $rates[ $rate_id ]['country'], $rates[ $rate_id ]['orders_recent'] ]
		);
		self::assertSame( 1, array_column( $shop['exempt_situations'], 'orders_recent', 'situation' )['outside_eu'] );
		self::assertContains( 'on-hold', array_column( $shop['order_statuses'], 'slug' ) );
		self::assertNotContains( 'checkout-draft', array_column( $shop['order_statuses'], 'slug' ) );
	}

	public function test_an_order_is_read_once_and_a_new_one_counts_at_once(): void {
		$this->sign_in_as_admin();
		$first = $this->order_without_tax();
		self::assertSame( 1, $this->outside_eu() );

		$first->set_billing_country( 'FR' );
		$first->set_shipping_country( 'FR' );
		$first->save();
		self::assertSame( 1, $this->outside_eu(), 'What it showed is kept.' );

		$this->order_without_tax();
		self::assertSame( 2, $this->outside_eu() );
	}

	public function test_one_that_was_changed_shows_after_a_quarter_of_an_hour_and_no_other_is_read_again(): void {
		if ( $this->is_standin() ) {
			self::markTestSkipped( 'The stand-in for WooCommerce does not search by when an order was saved.' );
		}
		$this->sign_in_as_admin();
		$changed = $this->order_without_tax();
		$other   = $this->order_without_tax();
		self::assertSame( 2, $this->outside_eu() );
		$hour_ago = time() - HOUR_IN_SECONDS;
		foreach ( [ $changed, $other ] as $order ) {
			$order->set_billing_country( 'FR' );
			$order->set_shipping_country( 'FR' );
			$order === $other && $order->set_date_modified( $hour_ago );
			$order->save();
		}

		$this->let_pass( 890 );
		self::assertSame( 2, $this->outside_eu() );
		$this->let_pass( 11 );
		self::assertSame( 1, $this->outside_eu(), 'What was not saved since is kept.' );
	}

	/** For what is kept of orders. */
	private function let_pass( int $seconds ): void {
		global $wpdb;
		$name = $wpdb->get_var(
			"SELECT option_name FROM $wpdb->options"
				. " WHERE option_name LIKE '\_transient\_orderinvoicer\_recent\_orders\_%'"
		);
		$kept = get_option( (string) $name );
		self::assertIsArray( $kept );
		update_option( (string) $name, [ 'seen' => $kept['seen'] - $seconds ] + $kept );
	}

	public function test_an_order_counts_from_the_moment_it_is_placed(): void {
		$this->sign_in_as_admin();
		$order = $this->order_without_tax( 'checkout-draft' );
		self::assertSame( 0, $this->outside_eu() );

		$order->set_status( 'on-hold' );
		$order->save();
		self::assertSame( 1, $this->outside_eu() );
	}

	private function order_without_tax( string $status = 'pending' ): \WC_Order {
		$order = wc_create_order( [ 'status' => $status ] );
		$fee   = new \WC_Order_Item_Fee();
		$fee->set_name( 'Export' );
		$fee->set_total( '10' );
		$order->add_item( $fee );
		$order->set_billing_country( 'US' );
		$order->set_shipping_country( 'US' );
		$order->save();
		return $order;
	}

	private function outside_eu(): int {
		return array_column(
			$this->valid( $this->call( 'GET', '/shop' ), 'shop' )['exempt_situations'],
			'orders_recent',
			'situation'
		)['outside_eu'];
	}
}
