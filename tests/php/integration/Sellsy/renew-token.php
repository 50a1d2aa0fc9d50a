<?php
/**
 * One process of ParallelRenewalTest: prints the access token it gets. Arguments: wp-load.php, the sandbox's address.
 */

declare( strict_types=1 );

use OrderInvoicer\WordPress\System\SystemClock;
use OrderInvoicer\WordPress\System\SystemRandomness;
use OrderInvoicer\WordPress\Options\FreshOptions;
use OrderInvoicer\WordPress\Options\OptionSite;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Secrets\SodiumSecretStore;
use OrderInvoicer\Sellsy\Auth\CredentialStore;
use OrderInvoicer\Sellsy\Auth\OptionLock;
use OrderInvoicer\Sellsy\Auth\TokenEndpoint;
use OrderInvoicer\Sellsy\Auth\TokenProvider;
use OrderInvoicer\Sellsy\Auth\TokenStore;
use OrderInvoicer\Sellsy\Transport\Endpoints;
use OrderInvoicer\Sellsy\Transport\WordPressTransport;

[ , $orderinvoicer_wp_load, $orderinvoicer_sandbox ] = $argv;

require_once dirname( __DIR__, 4 ) . '/vendor/autoload.php';
require_once $orderinvoicer_wp_load;

global $wpdb;
$orderinvoicer_clock    = new SystemClock();
$orderinvoicer_secrets  = SodiumSecretStore::for_site( new FreshOptions( new Sql( $GLOBALS['wpdb'] ) ) );
$orderinvoicer_urls     = new Endpoints(
	api: $orderinvoicer_sandbox . '/v2',
	login: $orderinvoicer_sandbox . '/login',
	app: '',
	v1: ''
);
$orderinvoicer_endpoint = new TokenEndpoint(
	new WordPressTransport( 'test' ),
	$orderinvoicer_urls,
	$orderinvoicer_clock
);
$orderinvoicer_lock     = new OptionLock( $wpdb, $orderinvoicer_clock, new SystemRandomness() );
$orderinvoicer_tokens   = new TokenProvider(
	new CredentialStore( $orderinvoicer_secrets, null ),
	new TokenStore( $orderinvoicer_secrets ),
	$orderinvoicer_endpoint,
	$orderinvoicer_lock,
	$orderinvoicer_clock,
	new OptionSite( new FreshOptions( new Sql( $wpdb ) ) )
);

require dirname( __DIR__ ) . '/at-once.php';
// phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- Read by the test.
echo $orderinvoicer_tokens->access_token();
