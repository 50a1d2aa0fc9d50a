<?php

namespace OrderInvoicer;

defined( 'ABSPATH' ) || exit;

use Automattic\WooCommerce\Utilities\FeaturesUtil;

/**
 * What must be there before any other file of the plugin is read. WordPress checks the header only on activation, and
 * nothing checks WooCommerce's version, so it is asked again on each request. This file is parseable by PHP 7.4: no
 * enum, no readonly, no union types.
 */
final class Requirements {

	const PHP         = '8.1';
	const WORDPRESS   = '6.9';
	const WOOCOMMERCE = '10.2';

	/** Tables of 0.1.0; what was tried out before it is brought up to date by nothing. */
	const OLDEST_TABLES = 12;

	/** Without these nothing can begin; an upload brings the folders one after the other. */
	const FILES = [
		'autoload.php',
		'Plugin.php',
		'AdminHooks.php',
		'FeatureHooks.php',
		'Lifecycle.php',
		'Admin',
		'Cli',
		'Domain',
		'Features',
		'Health',
		'Reports',
		'Rest',
		'Sellsy',
		'Wiring',
		'WooCommerce',
		'WordPress',
		'Wording',
	];

	/**
	 * Of WooCommerce, that orders, products, checkout or e-mails go through, and that the plugin works beside. Where
	 * nothing is declared, WooCommerce names the plugin as incompatible with some of them. One that a version does not
	 * know is no matter.
	 */
	const FEATURES = [
		'custom_order_tables',
		'cart_checkout_blocks',
		'order_attribution',
		'hpos_fts_indexes',
		'hpos_datastore_caching',
		'product_block_editor',
		'product_instance_caching',
		'cost_of_goods_sold',
		'rate_limit_checkout',
		'rest_api_caching',
		'email_improvements',
		'block_email_editor',
		'point_of_sale',
		'fulfillments',
	];

	/** @var string */
	private $file;

	/** @var bool */
	private $is_incomplete = false;

	public function __construct( string $file ) {
		$this->file = $file;
	}

	/**
	 * Runs the callback at once where PHP and WordPress are recent enough; WooCommerce is asked when all plugins are
	 * there. What is missing becomes one notice for those who can act on it.
	 */
	public function when_met( callable $start ): void {
		add_action( 'admin_notices', [ $this, 'handle_admin_notices' ] );
		foreach ( self::FILES as $file ) {
			$this->is_incomplete = $this->is_incomplete || ! is_readable( __DIR__ . '/' . $file );
		}
		$is_met = ! $this->is_incomplete && $this->platform_is_recent() && $this->has_mbstring();
		if ( $is_met && self::tables_are_known() ) {
			add_action( 'before_woocommerce_init', [ $this, 'handle_before_woocommerce_init' ] );
			$this->guard(
				function () use ( $start ) {
					$start( $this );
				}
			);
		}
	}

	/**
	 * Runs what registers a part of the plugin. A file that is missing or half written ends there: the shop goes on.
	 *
	 * @return bool whether it is registered.
	 */
	public function guard( callable $part ): bool {
		try {
			$part();
			return true;
		} catch ( \Throwable $error ) {
			$this->is_incomplete = $this->is_incomplete || $error instanceof \Error;
			// phpcs:ignore WordPress.PHP.DevelopmentFunctions -- our own log may be among what is missing.
			error_log( 'Order Invoicer: ' . $error->getMessage() . ' in ' . basename( $error->getFile() ) );
			return false;
		}
	}

	/** Of the current site: none, or such as this release can bring up to date. */
	public static function tables_are_known(): bool {
		$version = get_option( 'orderinvoicer_schema_version' );
		return ! is_numeric( $version ) || (int) $version >= self::OLDEST_TABLES;
	}

	public function woocommerce_is_recent(): bool {
		return defined( 'WC_VERSION' ) && version_compare( WC_VERSION, self::WOOCOMMERCE, '>=' );
	}

	/** @internal */
	public function handle_before_woocommerce_init(): void {
		foreach ( class_exists( FeaturesUtil::class ) ? self::FEATURES : [] as $name ) {
			FeaturesUtil::declare_compatibility( $name, $this->file, true );
		}
	}

	/** @internal */
	public function handle_admin_notices(): void {
		if ( ! current_user_can( 'activate_plugins' ) ) {
			return;
		}
		$message = $this->first_missing();
		if ( $message !== '' ) {
			printf(
				'<div class="notice notice-error"><p><strong>Order Invoicer</strong> – %s</p></div>',
				esc_html( $message )
			);
		}
	}

	/** A stand-in of another plugin will do. */
	private function has_mbstring(): bool {
		foreach ( [ 'mb_strtolower', 'mb_strcut', 'mb_scrub', 'mb_convert_encoding' ] as $name ) {
			if ( ! function_exists( $name ) ) {
				return false;
			}
		}
		return true;
	}

	private function platform_is_recent(): bool {
		return version_compare( PHP_VERSION, self::PHP, '>=' )
			&& version_compare( get_bloginfo( 'version' ), self::WORDPRESS, '>=' );
	}

	private function first_missing(): string {
		$missing = $this->missing_of_server();
		if ( $missing !== '' ) {
			return $missing;
		}
		if ( $this->is_incomplete ) {
			return __( 'A file of the plugin is missing or was uploaded in part. Install the released zip again; until then no documents are made.', 'orderinvoicer' );
		}
		if ( ! self::tables_are_known() ) {
			return __( 'The tables of this shop are those of a development version from before the first release, which no later version reads. Nothing in them was changed; until they are removed no documents are made. Go back to that version, or delete the plugin with all its data (WC_REMOVE_ALL_DATA in wp-config.php) and install it anew.', 'orderinvoicer' );
		}
		if ( ! defined( 'WC_VERSION' ) ) {
			return __( 'WooCommerce is not active. Activate it; until then no documents are made.', 'orderinvoicer' );
		}
		if ( ! $this->woocommerce_is_recent() ) {
			return sprintf(
				/* translators: 1: WooCommerce version needed, 2: WooCommerce version of this shop. */
				__( 'WooCommerce %1$s or newer is needed; this shop runs %2$s. Update WooCommerce; until then no documents are made.', 'orderinvoicer' ),
				self::WOOCOMMERCE,
				WC_VERSION
			);
		}
		if ( ! is_readable( dirname( $this->file ) . '/build/index.asset.php' ) ) {
			return __( 'The plugin is incomplete: its built files are missing. Install the released zip again, or run "npm run build" in a development copy. Documents are still made.', 'orderinvoicer' );
		}
		return '';
	}

	private function missing_of_server(): string {
		if ( version_compare( PHP_VERSION, self::PHP, '<' ) ) {
			return sprintf(
				/* translators: 1: PHP version needed, 2: PHP version of this server. */
				__( 'PHP %1$s or newer is needed; this server runs %2$s. Ask your host to update PHP. Until then no documents are made.', 'orderinvoicer' ),
				self::PHP,
				PHP_VERSION
			);
		}
		if ( ! $this->platform_is_recent() ) {
			return sprintf(
				/* translators: %s: WordPress version needed. */
				__(
					'WordPress %s or newer is needed. Update WordPress; until then no documents are made.',
					'orderinvoicer'
				),
				self::WORDPRESS
			);
		}
		if ( ! $this->has_mbstring() ) {
			return __( 'PHP lacks the extension mbstring, which reads the letters of every language. Ask your host to switch it on. Until then no documents are made.', 'orderinvoicer' );
		}
		return '';
	}
}
