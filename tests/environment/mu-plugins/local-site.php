<?php
/**
 * A site on this machine: it reaches itself and the Sellsy sandbox, nothing else, and sends no mail.
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

$orderinvoicer_is_local = static function ( string $host ): bool {
	return in_array( $host, [ '127.0.0.1', 'localhost' ], true );
};

// WordPress takes addresses of the machine itself for an attack, and knows the ports 80, 443 and 8080 only.
add_filter(
	'http_request_host_is_external',
	static function ( bool $is_external, string $host ) use ( $orderinvoicer_is_local ): bool {
		return $is_external || $orderinvoicer_is_local( $host );
	},
	10,
	2
);
add_filter(
	'http_allowed_safe_ports',
	static function ( array $ports, string $host, string $url ) use ( $orderinvoicer_is_local ): array {
		$port = wp_parse_url( $url, PHP_URL_PORT );
		return $orderinvoicer_is_local( $host ) && is_int( $port ) ? [ ...$ports, $port ] : $ports;
	},
	10,
	3
);

// Nothing keeps to the pace of Sellsy's API v1 here.
spl_autoload_register(
	static function ( string $class_name ): void {
		if ( $class_name === 'OrderInvoicer\\WordPress\\System\\SystemSleep' ) {
			require __DIR__ . '/local/ShortSleep.php';
		}
	},
	true,
	true
);

// What would have been sent is kept for who wants to read it.
add_filter(
	'pre_wp_mail',
	static function ( $sent, array $mail ): bool {
		file_put_contents( ABSPATH . 'mails.jsonl', wp_json_encode( $mail ) . "\n", FILE_APPEND | LOCK_EX );
		return true;
	},
	10,
	2
);

// No look for updates: there is nobody to ask.
add_filter( 'pre_site_transient_update_core', '__return_null' );
add_filter( 'pre_site_transient_update_plugins', '__return_null' );
add_filter( 'pre_site_transient_update_themes', '__return_null' );

// With each order that is saved WooCommerce forgets each of its old reports: a sixth of what the integration suite asks
// of the database. The demo is whole.
if ( ! defined( 'ORDERINVOICER_DEMO' ) ) {
	add_filter( 'woocommerce_reports_charts', '__return_empty_array' );
}
