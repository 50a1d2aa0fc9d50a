<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health;

defined( 'ABSPATH' ) || exit;

use Automattic\WooCommerce\Utilities\OrderUtil;

/** What the plugin runs on. The site's address is left out, because it would show whose shop this is. */
final class EnvironmentFacts {

	/** Options of WooCommerce that decide about amounts. */
	private const SHOP_OPTIONS = [
		'woocommerce_currency',
		'woocommerce_price_num_decimals',
		'woocommerce_calc_taxes',
		'woocommerce_prices_include_tax',
		'woocommerce_tax_round_at_subtotal',
		'woocommerce_tax_based_on',
		'woocommerce_default_country',
	];

	public function __construct( private readonly \wpdb $wpdb ) {}

	/** @return array<string, string> by name. */
	public function all(): array {
		return [ ...$this->versions(), ...$this->site(), ...$this->shop() ];
	}

	/** @return list<string> each `name version`, the theme first. */
	public function plugins(): array {
		require_once ABSPATH . 'wp-admin/includes/plugin.php';
		$theme = wp_get_theme();
		$named = [
			'theme ' . $theme->get_stylesheet() . ' ' . $this->text( $theme->get( 'Version' ) ) . ', of '
				. $theme->get_template(),
		];
		foreach ( array_filter( get_plugins(), 'is_plugin_active', ARRAY_FILTER_USE_KEY ) as $plugin ) {
			$named[] = wp_strip_all_tags( $this->text( $plugin['Name'] ?? '' ) ) . ' '
				. $this->text( $plugin['Version'] ?? '' );
		}
		return $named;
	}

	/** @return array<string, string> */
	private function versions(): array {
		return [
			'orderinvoicer' => ORDERINVOICER_VERSION,
			'wordpress'     => get_bloginfo( 'version' ),
			'woocommerce'   => defined( 'WC_VERSION' ) ? WC_VERSION : '',
			'php'           => PHP_VERSION . ' ' . PHP_SAPI,
			'database'      => $this->wpdb->db_server_info(),
			'charset'       => $this->wpdb->charset . ' ' . $this->wpdb->collate,
			'extensions'    => implode(
				' ',
				array_filter( [ 'sodium', 'curl', 'mbstring', 'intl', 'bcmath', 'Zend OPcache' ], 'extension_loaded' )
			),
		];
	}

	/** @return array<string, string> */
	private function site(): array {
		return [
			'locale'          => get_locale(),
			'time_zone'       => wp_timezone_string(),
			'environment'     => wp_get_environment_type(),
			'https'           => $this->flag( wp_is_using_https() ),
			'multisite'       => $this->flag( is_multisite() ),
			'object_cache'    => $this->flag( wp_using_ext_object_cache() === true ),
			'memory_limit'    => (string) ini_get( 'memory_limit' ),
			'time_limit'      => (string) ini_get( 'max_execution_time' ),
			'wp_cron'         => $this->flag( ! $this->is_on( 'DISABLE_WP_CRON' ) ),
			'alternate_cron'  => $this->flag( $this->is_on( 'ALTERNATE_WP_CRON' ) ),
			'blocks_requests' => $this->flag( $this->is_on( 'WP_HTTP_BLOCK_EXTERNAL' ) ),
		];
	}

	/** @return array<string, string> */
	private function shop(): array {
		$values = array_map(
			static fn ( string $name ): mixed => get_option( $name ),
			array_combine( self::SHOP_OPTIONS, self::SHOP_OPTIONS )
		);
		return array_map( $this->text( ... ), $values ) + [
			'orders_in'   => OrderUtil::custom_orders_table_usage_is_enabled() ? 'own tables' : 'posts',
			'orders_sync' => $this->flag( get_option( 'woocommerce_custom_orders_table_data_sync_enabled' ) === 'yes' ),
		];
	}

	private function text( mixed $value ): string {
		return is_scalar( $value ) ? (string) $value : '';
	}

	private function is_on( string $constant_name ): bool {
		return defined( $constant_name ) && (bool) constant( $constant_name );
	}

	private function flag( bool $value ): string {
		return $value ? 'yes' : 'no';
	}
}
