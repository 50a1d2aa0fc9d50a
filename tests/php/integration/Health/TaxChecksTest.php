<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Health;

use PHPUnit\Framework\Attributes\Group;

/** Each check of the shop's tax rates: one table where it is wrong, one where it is right. */
#[Group( 'real-woocommerce' )]
final class TaxChecksTest extends HealthTestCase {

	protected function setUp(): void {
		parent::setUp();
		global $wpdb;
		$wpdb->query( "DELETE FROM {$wpdb->prefix}woocommerce_tax_rates" );
		\WC_Cache_Helper::invalidate_cache_group( 'taxes' );
		update_option( 'woocommerce_calc_taxes', 'yes' );
		update_option( 'woocommerce_default_country', 'FR' );
		update_option( 'woocommerce_tax_based_on', 'shipping' );
		update_option( 'woocommerce_allowed_countries', 'specific' );
		update_option( 'woocommerce_specific_allowed_countries', [ 'FR' ] );
	}

	private function sells_nothing_virtual(): void {
		$GLOBALS['wpdb']->query( "UPDATE {$GLOBALS['wpdb']->prefix}wc_product_meta_lookup SET virtual = 0" );
	}

	private function rate( string $name, string $percent, string $country = 'FR', string $of = '' ): int {
		return \WC_Tax::_insert_tax_rate(
			[
				'tax_rate_country'  => $country,
				'tax_rate_state'    => '',
				'tax_rate'          => $percent,
				'tax_rate_name'     => $name,
				'tax_rate_priority' => 1,
				'tax_rate_compound' => 0,
				'tax_rate_shipping' => 1,
				'tax_rate_order'    => 0,
				'tax_rate_class'    => $of,
			]
		);
	}

	private function assert_wrong( string $check, string $title, string $named ): void {
		$shown = $this->shown( $check );
		self::assertSame( 'recommended', $shown['status'] );
		self::assertStringContainsString( $title, $shown['title'] );
		self::assertStringContainsString( $named, $shown['why'] );
		self::assertNotSame( '', $shown['page'] );
	}

	public function test_a_rate_without_a_name(): void {
		$id = $this->rate( '', '20' );
		// WooCommerce itself calls a new one "Tax"; imported and older ones have none.
		$GLOBALS['wpdb']->update(
			"{$GLOBALS['wpdb']->prefix}woocommerce_tax_rates",
			[ 'tax_rate_name' => '' ],
			[ 'tax_rate_id' => $id ]
		);
		$this->assert_wrong( 'rate_names', '1 tax rate has no name', '20 % (FR)' );

		\WC_Tax::_update_tax_rate( $id, [ 'tax_rate_name' => 'TVA 20 %' ] );
		self::assertSame( 'good', $this->shown( 'rate_names' )['status'] );
	}

	public function test_two_rates_of_one_name(): void {
		$this->rate( 'TVA', '20' );
		$id = $this->rate( 'TVA', '5.5', 'FR', 'reduced-rate' );
		$this->assert_wrong( 'rate_one_name', '2 tax rates share a name', 'TVA 20 % (FR), TVA 5.5 % (FR)' );

		\WC_Tax::_update_tax_rate( $id, [ 'tax_rate_name' => 'TVA 5,5 %' ] );
		self::assertSame( 'good', $this->shown( 'rate_one_name' )['status'] );
	}

	public function test_a_rate_of_nothing_without_its_exemption(): void {
		$id = $this->rate( 'Exonéré', '0' );
		$this->assert_wrong( 'rate_zero', '1 tax rate of 0 % has no exemption', 'Exonéré 0 %' );

		update_option(
			'orderinvoicer_settings',
			[
				'tax_rates' => [
					[
						'rate_id' => $id,
						'tax_id'  => 77,
					],
				],
			]
		);
		self::assertSame( 'good', $this->shown( 'rate_zero' )['status'] );
	}

	public function test_a_country_of_the_eu_without_a_rate(): void {
		$this->rate( 'TVA 20 %', '20' );
		update_option( 'woocommerce_specific_allowed_countries', [ 'FR', 'BE', 'CH' ] );
		update_option( 'woocommerce_tax_based_on', 'billing' );
		$this->assert_wrong( 'rate_countries', '1 country that you sell to', 'Belgium' );

		$this->rate( 'TVA 21 %', '21', 'BE' );
		self::assertSame( 'good', $this->shown( 'rate_countries' )['status'], 'Switzerland needs none.' );
	}

	/** It sells to everybody, as WooCommerce does unless it is told otherwise, and sends to its own country alone. */
	public function test_where_nothing_is_sent_to_no_rate_is_missing(): void {
		$this->rate( 'TVA 20 %', '20' );
		update_option( 'woocommerce_allowed_countries', 'all' );
		update_option( 'woocommerce_ship_to_countries', 'specific' );
		update_option( 'woocommerce_specific_ship_to_countries', [ 'FR' ] );
		update_option( 'woocommerce_tax_based_on', 'shipping' );
		self::assertSame( 'good', $this->shown( 'rate_countries' )['status'] );

		update_option( 'woocommerce_tax_based_on', 'billing' );
		self::assertSame( 'recommended', $this->shown( 'rate_countries' )['status'] );
	}

	public function test_where_no_shipping_zone_leads_to_no_rate_is_missing(): void {
		$this->sells_nothing_virtual();
		$this->rate( 'TVA 20 %', '20' );
		update_option( 'woocommerce_allowed_countries', 'all' );
		update_option( 'woocommerce_ship_to_countries', '' );
		$elsewhere = new \WC_Shipping_Zone( 0 );
		foreach ( $elsewhere->get_shipping_methods() as $method ) {
			$elsewhere->delete_shipping_method( $method->get_instance_id() );
		}
		$zone = new \WC_Shipping_Zone();
		$zone->add_location( 'FR', 'country' );
		$zone->save();
		$zone->add_shipping_method( 'flat_rate' );
		self::assertSame( 'good', $this->shown( 'rate_countries' )['status'] );

		// Of a country, its parts count too; one without a method that is switched on leads nowhere.
		$belgium = new \WC_Shipping_Zone();
		$belgium->add_location( 'BE', 'country' );
		$belgium->save();
		self::assertSame( 'good', $this->shown( 'rate_countries' )['status'] );
		$belgium->add_shipping_method( 'flat_rate' );
		$this->assert_wrong( 'rate_countries', '1 country that you sell to', 'Belgium' );
		$sardinia = new \WC_Shipping_Zone();
		$sardinia->add_location( 'IT:CA', 'state' );
		$sardinia->save();
		$sardinia->add_shipping_method( 'flat_rate' );
		$this->assert_wrong( 'rate_countries', '2 countries that you sell to', 'Italy' );
		$iberia = new \WC_Shipping_Zone();
		$iberia->add_location( 'EU', 'continent' );
		$iberia->save();
		$iberia->add_shipping_method( 'flat_rate' );
		$this->assert_wrong( 'rate_countries', '26 countries that you sell to', 'Austria' );
	}

	/** What is downloaded goes anywhere. */
	public function test_a_shop_that_sells_what_is_not_sent_sells_beyond_its_zones(): void {
		$this->sells_nothing_virtual();
		$this->rate( 'TVA 20 %', '20' );
		update_option( 'woocommerce_specific_allowed_countries', [ 'FR', 'BE' ] );
		$zone = new \WC_Shipping_Zone();
		$zone->add_location( 'FR', 'country' );
		$zone->save();
		$zone->add_shipping_method( 'flat_rate' );
		self::assertSame( 'good', $this->shown( 'rate_countries' )['status'] );

		$download = new \WC_Product_Simple();
		$download->set_name( 'Patron de couture' );
		$download->set_virtual( true );
		$download->set_status( 'publish' );
		$download->save();
		$this->assert_wrong( 'rate_countries', '1 country that you sell to', 'Belgium' );
	}

	public function test_who_taxes_by_the_shops_own_address_needs_its_rate_alone(): void {
		update_option( 'woocommerce_specific_allowed_countries', [ 'FR', 'BE' ] );
		update_option( 'woocommerce_tax_based_on', 'base' );
		$this->assert_wrong( 'rate_countries', '1 country that you sell to', 'France' );

		$this->rate( 'TVA 20 %', '20' );
		self::assertSame( 'good', $this->shown( 'rate_countries' )['status'] );
	}

	public function test_where_taxes_are_off_no_rate_counts(): void {
		update_option( 'woocommerce_calc_taxes', 'no' );
		foreach ( [ 'rate_names', 'rate_one_name', 'rate_zero', 'rate_countries' ] as $check ) {
			self::assertSame( 'good', $this->shown( $check )['status'] );
		}
	}
}
