<?php
/**
 * Boots the real WordPress of the site that tests/environment/site.ts made, in this process.
 */

declare( strict_types=1 );

// PHPUnit includes this file inside a function; these are what WordPress takes for globals of its entry script.
global $wpdb, $wp, $wp_query, $wp_the_query, $wp_rewrite, $wp_locale, $wp_version, $table_prefix, $current_site,
	$current_blog, $shortcode_tags, $wp_theme_directories, $wp_plugin_paths, $l10n, $phpmailer;

require_once dirname( __DIR__, 2 ) . '/vendor/autoload.php';

$orderinvoicer_site = (string) getenv( 'ORDERINVOICER_SITE_DIR' );
if ( ! is_file( $orderinvoicer_site . '/wp-load.php' ) ) {
	fwrite( STDERR, "ORDERINVOICER_SITE_DIR names no site. Run: npm run test:integration\n" );
	exit( 1 );
}

$orderinvoicer_url          = (array) parse_url( (string) getenv( 'ORDERINVOICER_SITE_URL' ) );
$_SERVER['HTTP_HOST']       = $orderinvoicer_url['host'] . ':' . $orderinvoicer_url['port'];
$_SERVER['SERVER_NAME']     = $orderinvoicer_url['host'];
$_SERVER['SERVER_PORT']     = (string) $orderinvoicer_url['port'];
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REQUEST_METHOD']  = 'GET';
$_SERVER['REQUEST_URI']     = '/';
$_SERVER['REMOTE_ADDR']     = '127.0.0.1';

// WooCommerce's own transactions would commit the one that undoes each test.
define( 'WC_USE_TRANSACTIONS', false );

require_once $orderinvoicer_site . '/wp-load.php';

OrderInvoicer\Tests\Integration\HttpGuard::install();

OrderInvoicer\Tests\Integration\ShopMails::install();

// Nobody steals these passwords: WordPress takes a tenth of a second for each.
add_filter( 'wp_hash_password_options', static fn (): array => [ 'cost' => 4 ] );
