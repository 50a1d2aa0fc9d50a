<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Recorder;

/**
 * A French shop inside a real WooCommerce: VAT rates with fixed ids, so that recordings stay the same, one delivery
 * method, and products, coupons and settings made to measure for each order.
 */
final class Shop {

	/** How prices are entered and where VAT is rounded; each needs a process of its own, see `preset()`. */
	public const KINDS = [
		'ttc-line'     => [ 'yes', 'no' ],
		'ttc-subtotal' => [ 'yes', 'yes' ],
		'ht-line'      => [ 'no', 'no' ],
		'ht-subtotal'  => [ 'no', 'yes' ],
	];

	/** Tax class by the name that the order table uses. */
	public const CLASSES = [
		'20'      => '',
		'10'      => 'vat-10',
		'5.5'     => 'vat-5-5',
		'2.1'     => 'vat-2-1',
		'0'       => 'vat-0',
		'stacked' => 'vat-stacked',
		'none'    => '',
	];

	/** Rate id => country, percent, label, class, compound, priority. 7 and 8 stand on top of each other. */
	private const RATES = [
		1 => [ 'FR', '20.0000', 'TVA 20 %', '', 0, 1 ],
		2 => [ 'FR', '10.0000', 'TVA 10 %', 'vat-10', 0, 1 ],
		3 => [ 'FR', '5.5000', 'TVA 5,5 %', 'vat-5-5', 0, 1 ],
		4 => [ 'FR', '2.1000', 'TVA 2,1 %', 'vat-2-1', 0, 1 ],
		5 => [ 'FR', '0.0000', 'TVA 0 %', 'vat-0', 0, 1 ],
		6 => [ 'DE', '19.0000', 'MwSt. 19 %', '', 0, 1 ],
		7 => [ 'FR', '20.0000', 'TVA 20 %', 'vat-stacked', 0, 1 ],
		8 => [ 'FR', '2.0000', 'Taxe locale', 'vat-stacked', 1, 2 ],
	];

	/** Options of a French shop; the currency's decimals are set per order. */
	private const OPTIONS = [
		'woocommerce_default_country'     => 'FR',
		'woocommerce_calc_taxes'          => 'yes',
		'woocommerce_tax_based_on'        => 'shipping',
		'woocommerce_shipping_tax_class'  => 'inherit',
		'woocommerce_enable_coupons'      => 'yes',
		'woocommerce_price_decimal_sep'   => '.',
		'woocommerce_price_thousand_sep'  => ' ',
		'woocommerce_ship_to_countries'   => '',
		'woocommerce_allowed_countries'   => 'all',
		'woocommerce_tax_display_cart'    => 'incl',
		'woocommerce_manage_stock'        => 'no',
		'timezone_string'                 => 'Europe/Paris',
	];

	private int $delivery_id = 0;

	private string $currency = 'EUR';

	private int $decimals = 2;

	/**
	 * Before WordPress loads: how VAT is rounded is a constant that WooCommerce fixes while loading.
	 */
	public static function preset( string $kind ): void {
		[ $prices_include_tax, $round_at_subtotal ] = self::KINDS[ $kind ];
		$options = self::OPTIONS + [
			'woocommerce_prices_include_tax'    => $prices_include_tax,
			'woocommerce_tax_round_at_subtotal' => $round_at_subtotal,
		];
		foreach ( $options as $name => $value ) {
			// add_filter() does not exist yet; WordPress turns these into hooks.
			// phpcs:ignore WordPress.WP.GlobalVariablesOverride
			$GLOBALS['wp_filter'][ "pre_option_$name" ][10][] = [
				'function'      => static fn (): string => $value,
				'accepted_args' => 0,
			];
		}
	}

	/** Everything from here on is undone by `ROLLBACK`. */
	public function open(): void {
		global $wpdb;
		$wpdb->query( 'START TRANSACTION' );
		add_filter( 'pre_option_woocommerce_currency', fn (): string => $this->currency );
		add_filter( 'pre_option_woocommerce_price_num_decimals', fn (): string => (string) $this->decimals );
		add_filter( 'pre_wp_mail', '__return_false' );
		// A gateway's title depends on the site.
		add_filter( 'woocommerce_available_payment_gateways', '__return_empty_array' );
		$this->make_rates();
		$this->make_delivery();
		wc_load_cart();
	}

	public function use_currency( string $currency, int $decimals ): void {
		$this->currency = $currency;
		$this->decimals = $decimals;
	}

	/** A flat rate for everywhere, HT as WooCommerce wants it. */
	public function set_delivery( string $cost, bool $taxable ): void {
		update_option(
			"woocommerce_flat_rate_{$this->delivery_id}_settings",
			[
				'title'      => 'Livraison',
				'tax_status' => $taxable ? 'taxable' : 'none',
				'cost'       => $cost,
			]
		);
		\WC_Cache_Helper::get_transient_version( 'shipping', true );
		WC()->shipping()->reset_shipping();
	}

	public function delivery(): string {
		return "flat_rate:{$this->delivery_id}";
	}

	/** @param array{price: string, vat?: string, name?: string, sku?: string, virtual?: bool} $line */
	public function product( array $line, int $number ): \WC_Product {
		$product = new \WC_Product_Simple();
		$product->set_name( $line['name'] ?? "Article $number" );
		$product->set_regular_price( $line['price'] );
		$product->set_tax_class( self::CLASSES[ $line['vat'] ?? '20' ] );
		$product->set_tax_status( ( $line['vat'] ?? '20' ) === 'none' ? 'none' : 'taxable' );
		$product->set_sku( $line['sku'] ?? '' );
		$product->set_virtual( $line['virtual'] ?? false );
		$product->save();
		return $product;
	}

	/** @param array{type: string, amount: string} $coupon */
	public function coupon( string $code, array $coupon ): void {
		$made = new \WC_Coupon();
		$made->set_code( $code );
		$made->set_discount_type( $coupon['type'] );
		$made->set_amount( (float) $coupon['amount'] );
		$made->save();
	}

	private function make_rates(): void {
		global $wpdb;
		$wpdb->query( "DELETE FROM {$wpdb->prefix}woocommerce_tax_rates" );
		$wpdb->query( "DELETE FROM {$wpdb->prefix}woocommerce_tax_rate_locations" );
		foreach ( self::RATES as $id => [ $country, $percent, $label, $class, $compound, $priority ] ) {
			$wpdb->insert(
				"{$wpdb->prefix}woocommerce_tax_rates",
				[
					'tax_rate_id'       => $id,
					'tax_rate_country'  => $country,
					'tax_rate'          => $percent,
					'tax_rate_name'     => $label,
					'tax_rate_class'    => $class,
					'tax_rate_compound' => $compound,
					'tax_rate_priority' => $priority,
					'tax_rate_shipping' => 1,
					'tax_rate_order'    => $id,
					'tax_rate_state'    => '',
				]
			);
		}
		foreach ( array_unique( array_filter( self::CLASSES ) ) as $class ) {
			\WC_Tax::create_tax_class( $class, $class );
		}
		\WC_Cache_Helper::invalidate_cache_group( 'taxes' );
	}

	private function make_delivery(): void {
		global $wpdb;
		$wpdb->query( "DELETE FROM {$wpdb->prefix}woocommerce_shipping_zones" );
		$wpdb->query( "DELETE FROM {$wpdb->prefix}woocommerce_shipping_zone_methods" );
		$this->delivery_id = ( new \WC_Shipping_Zone( 0 ) )->add_shipping_method( 'flat_rate' );
	}
}
