<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Tests\Integration\Sandbox;
use OrderInvoicer\Wiring\Adapters;

/**
 * A shop as tests/environment/connect.php left it, to be put back for the next test: to connect it anew takes 33 calls
 * and 380 queries, a third of what most tests take. Shops that are not alike are connected anew.
 */
final class ConnectedShop {

	private const OURS = "( option_name LIKE 'orderinvoicer\\_%' AND option_name <> 'orderinvoicer_schema_version' )"
		. " OR option_name LIKE '\\_transient\\_%orderinvoicer\\_%'";

	/** What the connection is made from. */
	private const ASKED = "option_name IN ( 'home', 'blogname', 'WPLANG' ) OR option_name LIKE 'woocommerce\\_%tax%'"
		. " OR option_name IN ( 'woocommerce_currency', 'woocommerce_default_country' )";

	private static ?self $last = null;

	/**
	 * @param string                      $shop    what it was made from.
	 * @param array<string, mixed>        $account at the sandbox.
	 * @param list<array<string, string>> $options of the plugin.
	 */
	private function __construct(
		private readonly string $shop,
		private readonly array $account,
		private readonly array $options,
	) {}

	/** The sandbox is empty, and so is what the plugin keeps. */
	public static function connect( Sandbox $sandbox ): void {
		$shop = self::shop();
		if ( self::$last?->shop === $shop ) {
			self::$last->put_back( $sandbox );
			return;
		}
		require dirname( __DIR__, 3 ) . '/environment/connect.php';
		self::$last = new self(
			shop: $shop,
			account: $sandbox->call( 'GET', '/_sandbox/saved' ),
			options: self::rows( self::OURS )
		);
	}

	private function put_back( Sandbox $sandbox ): void {
		global $wpdb;
		$sandbox->call( 'POST', '/_sandbox/saved', $this->account );
		foreach ( $this->options as $option ) {
			$wpdb->replace( $wpdb->options, $option );
		}
		wp_cache_flush();
		wp_set_current_user( 1 );
		// The sandbox that was emptied knows no token of before.
		$adapters = new Adapters( $wpdb );
		$adapters->token_store()->forget();
		$adapters->lasting_access()->access_token();
	}

	private static function shop(): string {
		global $wpdb;
		$rates = $wpdb->get_results( "SELECT * FROM {$wpdb->prefix}woocommerce_tax_rates", ARRAY_A );
		return (string) wp_json_encode( [ $wpdb->prefix, $rates, self::rows( self::ASKED ) ] );
	}

	/** @return list<array<string, string>> */
	private static function rows( string $where ): array {
		global $wpdb;
		return (array) $wpdb->get_results(
			// phpcs:ignore WordPress.DB.PreparedSQL -- Our own words.
			"SELECT option_name, option_value, autoload FROM {$wpdb->options} WHERE $where ORDER BY option_name",
			ARRAY_A
		);
	}
}
