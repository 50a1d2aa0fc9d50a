<?php
/**
 * The shop's own facts: France, the rates that the recordings were made with, one delivery method taxed and one not.
 */

defined( 'ABSPATH' ) || exit;

class WC_Countries {

	public function get_base_country() {
		return explode( ':', (string) get_option( 'woocommerce_default_country', 'FR' ) )[0];
	}

	public function get_countries() {
		return [
			'BE' => 'Belgium',
			'FR' => 'France',
		];
	}

	public function get_allowed_countries() {
		return [ $this->get_base_country() => $this->get_base_country() ];
	}

	public function get_european_union_countries( $type = '' ) {
		return [ 'FR' ];
	}

	public function get_base_postcode() {
		return (string) get_option( 'woocommerce_store_postcode', '' );
	}
}

final class WooCommerce {

	public string $version = WC_VERSION;
	public WC_Countries $countries;

	public function __construct() {
		$this->countries = new WC_Countries();
	}

	public function payment_gateways() {
		return new WC_Payment_Gateways();
	}

	public function mailer() {
		return new WC_Emails();
	}
}

/** None of them leaves here. */
class WC_Emails {

	public function get_emails() {
		return [];
	}
}

class WC_Payment_Gateway {

	public $id      = '';
	public $enabled = 'yes';
	public $title   = '';

	public function get_title() {
		return $this->title;
	}

	public function get_method_title() {
		return $this->title;
	}
}

class WC_Payment_Gateways {

	/** What the page /demo/ can be paid with. */
	private const GATEWAYS = [
		'bacs' => 'Direct bank transfer',
		'cod'  => 'Cash on delivery',
		'card' => 'Card',
	];

	public function payment_gateways() {
		$gateways = [];
		foreach ( self::GATEWAYS as $id => $title ) {
			$gateway         = new WC_Payment_Gateway();
			$gateway->id     = $id;
			$gateway->title  = apply_filters( 'standin_text', $title );
			$gateways[ $id ] = $gateway;
		}
		return $gateways;
	}
}

class WC_Tax {

	/**
	 * Rate id => country, percent, name, class, compound: those of tests/recorder/Shop.php; each name stands once, for
	 * people to choose from.
	 */
	private const RATES = [
		1 => [ 'FR', '20.0000', 'TVA 20 %', '', 0 ],
		2 => [ 'FR', '10.0000', 'TVA 10 %', 'vat-10', 0 ],
		3 => [ 'FR', '5.5000', 'TVA 5,5 %', 'vat-5-5', 0 ],
		4 => [ 'FR', '2.1000', 'TVA 2,1 %', 'vat-2-1', 0 ],
		5 => [ 'FR', '0.0000', 'TVA 0 %', 'vat-0', 0 ],
		6 => [ 'DE', '19.0000', 'MwSt. 19 %', '', 0 ],
		7 => [ 'FR', '20.0000', 'TVA cumulée 20 %', 'vat-stacked', 0 ],
		8 => [ 'FR', '2.0000', 'Taxe locale', 'vat-stacked', 1 ],
	];

	/** Rates that a shop added to the recorded ones: rows by id. */
	private const ADDED = 'standin_tax_rates';

	public static function get_tax_class_slugs() {
		return array_values( array_filter( array_unique( array_column( self::RATES, 3 ) ) ) );
	}

	/** Named as they are written. */
	public static function get_tax_rate_classes() {
		return array_map(
			static fn ( $slug ) => (object) [
				'name' => $slug,
				'slug' => $slug,
			],
			self::get_tax_class_slugs()
		);
	}

	public static function _insert_tax_rate( $tax_rate ) {
		$added        = (array) get_option( self::ADDED, [] );
		$id           = count( self::RATES ) + count( $added ) + 1;
		$added[ $id ] = [
			$tax_rate['tax_rate_country'] ?? '',
			$tax_rate['tax_rate'] ?? '0',
			$tax_rate['tax_rate_name'] ?? '',
			$tax_rate['tax_rate_class'] ?? '',
			$tax_rate['tax_rate_compound'] ?? 0,
		];
		update_option( self::ADDED, $added, false );
		return $id;
	}

	/** The row, or null: there is none. */
	public static function _get_tax_rate( $tax_rate_id ) { // phpcs:ignore PSR2.Methods.MethodDeclaration.Underscore
		return self::standin_rates()[ $tax_rate_id ] ?? null;
	}

	/** Rates of that class for the shop's own address. */
	public static function get_base_tax_rates( $tax_class = '' ) {
		return array_filter(
			self::standin_rates(),
			static fn ( $rate ) => $rate[0] === WC()->countries->get_base_country() && $rate[3] === $tax_class
		);
	}

	public static function get_rate_label( $key_or_rate ) {
		return self::standin_rates()[ $key_or_rate ][2] ?? '';
	}

	public static function get_rate_percent_value( $key_or_rate ) {
		return (float) ( self::standin_rates()[ $key_or_rate ][1] ?? 0 );
	}

	public static function get_rates_for_tax_class( $tax_class ) {
		$rates = [];
		foreach ( self::standin_rates() as $id => [ $country, $percent, $name, $class, $compound ] ) {
			if ( $class === $tax_class ) {
				$rates[ $id ] = (object) [
					'tax_rate_id'       => (string) $id,
					'tax_rate_country'  => $country,
					'tax_rate'          => $percent,
					'tax_rate_name'     => $name,
					'tax_rate_class'    => $class,
					'tax_rate_compound' => (string) $compound,
				];
			}
		}
		return $rates;
	}

	/** @return array<int, array{string, string, string, string, int}> */
	private static function standin_rates(): array {
		return self::RATES + (array) get_option( self::ADDED, [] );
	}
}

class WC_Shipping_Method {

	public $tax_status = 'taxable';
}

class WC_Shipping_Zones {

	public const TAXED   = 1;
	public const UNTAXED = 2;

	public static function get_shipping_method( $instance_id ) {
		if ( ! in_array( (int) $instance_id, [ self::TAXED, self::UNTAXED ], true ) ) {
			return false;
		}
		$method             = new WC_Shipping_Method();
		$method->tax_status = (int) $instance_id === self::TAXED ? 'taxable' : 'none';
		return $method;
	}
}

class WC_Logger {

	public function debug( $message, $context = [] ) {
		$this->log( 'debug', $message, $context );
	}

	public function info( $message, $context = [] ) {
		$this->log( 'info', $message, $context );
	}

	public function error( $message, $context = [] ) {
		$this->log( 'error', $message, $context );
	}

	public function log( $level, $message, $context = [] ) {
		if ( defined( 'WP_DEBUG_LOG' ) && WP_DEBUG_LOG ) {
			// phpcs:ignore WordPress.PHP.DevelopmentFunctions.error_log_error_log -- the stand-in's only log.
			error_log( "$level: $message" );
		}
	}
}
