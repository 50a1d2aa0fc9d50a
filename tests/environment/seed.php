<?php
/**
 * A small French shop: VAT at four rates, prices entered TTC, a few products and customers, delivery, three ways to
 * pay.
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

const ORDERINVOICER_SEED_OPTIONS = [
	'blogname'                                         => 'Boutique de démonstration',
	'permalink_structure'                              => '/%postname%/',
	'timezone_string'                                  => 'Europe/Paris',
	'date_format'                                      => 'j F Y',
	'time_format'                                      => 'H:i',
	'woocommerce_store_address'                        => '1 rue de la Paix',
	'woocommerce_store_city'                           => 'Paris',
	'woocommerce_store_postcode'                       => '75002',
	'woocommerce_default_country'                      => 'FR',
	'woocommerce_currency'                             => 'EUR',
	'woocommerce_currency_pos'                         => 'right_space',
	'woocommerce_price_decimal_sep'                    => ',',
	'woocommerce_price_thousand_sep'                   => ' ',
	'woocommerce_price_num_decimals'                   => '2',
	'woocommerce_calc_taxes'                           => 'yes',
	'woocommerce_prices_include_tax'                   => 'yes',
	'woocommerce_tax_based_on'                         => 'shipping',
	'woocommerce_tax_display_shop'                     => 'incl',
	'woocommerce_tax_display_cart'                     => 'incl',
	'woocommerce_default_customer_address'             => 'base',
	'woocommerce_coming_soon'                          => 'no',
	'woocommerce_enable_guest_checkout'                => 'yes',
	'woocommerce_custom_orders_table_enabled'          => 'yes',
	'woocommerce_custom_orders_table_data_sync_enabled' => 'no',
	'woocommerce_feature_custom_order_tables_enabled'  => 'yes',
	'woocommerce_allow_tracking'                       => 'no',
	'woocommerce_show_marketplace_suggestions'         => 'no',
	'woocommerce_task_list_hidden'                     => 'yes',
	// As WooCommerce has it in a new shop: its reports are not written with each order that is saved.
	'woocommerce_analytics_scheduled_import'           => 'yes',
	'woocommerce_onboarding_profile'                   => [ 'skipped' => true ],
];

/** Tax class => French rate name and percent. The standard class is ''. */
const ORDERINVOICER_SEED_RATES = [
	''                   => [ 'TVA 20 %', '20.0000', '' ],
	'taux-intermediaire' => [ 'TVA 10 %', '10.0000', 'Taux intermédiaire' ],
	'taux-reduit'        => [ 'TVA 5,5 %', '5.5000', 'Taux réduit' ],
	'taux-particulier'   => [ 'TVA 2,1 %', '2.1000', 'Taux particulier' ],
];

/** SKU => name, price TTC, tax class, virtual. */
const ORDERINVOICER_SEED_PRODUCTS = [
	'TASSE-01'  => [ 'Tasse en grès', '9.99', '', false ],
	'SAC-01'    => [ 'Sac en toile', '24.90', '', false ],
	'REPAS-01'  => [ 'Panier repas', '14.50', 'taux-intermediaire', false ],
	'LIVRE-01'  => [ 'Livre de recettes', '19.00', 'taux-reduit', false ],
	'REVUE-01'  => [ 'Revue trimestrielle', '8.50', 'taux-particulier', false ],
	'ATELIER-1' => [ 'Atelier en ligne', '49.00', '', true ],
];

/** Login => first name, last name, company. */
const ORDERINVOICER_SEED_CUSTOMERS = [
	'client'     => [ 'Client', 'Test', '' ],
	'entreprise' => [ 'Contact', 'Test', 'Acme SARL' ],
];

function orderinvoicer_seed_taxes(): void {
	foreach ( ORDERINVOICER_SEED_RATES as $class => [ $name, $percent, $class_name ] ) {
		if ( '' !== $class ) {
			WC_Tax::create_tax_class( $class_name, $class );
		}
		WC_Tax::_insert_tax_rate(
			[
				'tax_rate_country'  => 'FR',
				'tax_rate'          => $percent,
				'tax_rate_name'     => $name,
				'tax_rate_priority' => 1,
				'tax_rate_compound' => 0,
				'tax_rate_shipping' => 1,
				'tax_rate_class'    => $class,
			]
		);
	}
}

function orderinvoicer_seed_products(): void {
	foreach ( ORDERINVOICER_SEED_PRODUCTS as $sku => [ $name, $price, $tax_class, $is_virtual ] ) {
		$product = new WC_Product_Simple();
		$product->set_name( $name );
		$product->set_sku( $sku );
		$product->set_regular_price( $price );
		$product->set_tax_class( $tax_class );
		$product->set_virtual( $is_virtual );
		$product->save();
	}
}

function orderinvoicer_seed_customers(): void {
	foreach ( ORDERINVOICER_SEED_CUSTOMERS as $login => [ $first_name, $last_name, $company ] ) {
		$customer = new WC_Customer();
		$customer->set_username( $login );
		$customer->set_password( 'password' );
		$customer->set_email( $login . '@example.test' );
		$customer->set_first_name( $first_name );
		$customer->set_last_name( $last_name );
		$customer->set_billing_first_name( $first_name );
		$customer->set_billing_last_name( $last_name );
		$customer->set_billing_company( $company );
		$customer->set_billing_email( $login . '@example.test' );
		$customer->set_billing_phone( '0102030405' );
		$customer->set_billing_address_1( '12 avenue de la République' );
		$customer->set_billing_postcode( '69001' );
		$customer->set_billing_city( 'Lyon' );
		$customer->set_billing_country( 'FR' );
		$customer->save();
	}
}

function orderinvoicer_seed_delivery(): void {
	$zone = new WC_Shipping_Zone();
	$zone->set_zone_name( 'France' );
	$zone->add_location( 'FR', 'country' );
	$zone->save();
	$instance = $zone->add_shipping_method( 'flat_rate' );
	update_option(
		"woocommerce_flat_rate_{$instance}_settings",
		[
			'title'      => 'Livraison',
			'tax_status' => 'taxable',
			'cost'       => '4.90',
		]
	);
	$zone->add_shipping_method( 'free_shipping' );
}

foreach ( ORDERINVOICER_SEED_OPTIONS as $orderinvoicer_name => $orderinvoicer_value ) {
	update_option( $orderinvoicer_name, $orderinvoicer_value );
}
if ( 'legacy' === getenv( 'ORDERINVOICER_ORDER_STORAGE' ) ) {
	update_option( 'woocommerce_custom_orders_table_enabled', 'no' );
	// In a new shop WooCommerce would switch its own tables on with the first request to wp-admin.
	delete_option( 'woocommerce_newly_installed' );
}
foreach ( [ 'bacs', 'cheque', 'cod' ] as $orderinvoicer_gateway ) {
	update_option( "woocommerce_{$orderinvoicer_gateway}_settings", [ 'enabled' => 'yes' ] );
}
// The stand-in has orders, no catalogue.
if ( class_exists( WC_Product_Simple::class ) ) {
	orderinvoicer_seed_taxes();
	orderinvoicer_seed_products();
	orderinvoicer_seed_customers();
	orderinvoicer_seed_delivery();
	WC_Install::create_pages();
	delete_transient( '_wc_activation_redirect' );
}
flush_rewrite_rules();
