<?php
/**
 * What NetworkTest looks at, told as JSON by a process in which WordPress runs as a network: the plugin is activated
 * for it, sites come, are set up, and the plugin goes.
 */

declare( strict_types=1 );

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Features\Network\NetworkPage;
use OrderInvoicer\Features\Network\Presence;
use OrderInvoicer\Features\Network\SiteList;
use OrderInvoicer\Sellsy\Auth\Credentials;
use OrderInvoicer\Sellsy\Auth\CredentialStore;
use OrderInvoicer\Sellsy\Auth\TokenStore;
use OrderInvoicer\Uninstall;
use OrderInvoicer\Wiring\Adapters;
use OrderInvoicer\Wiring\Answers;
use OrderInvoicer\Wiring\Engine;
use OrderInvoicer\Wiring\Features;
use OrderInvoicer\Wiring\NetworkScreens;
use OrderInvoicer\WordPress\Options\FreshOptions;
use OrderInvoicer\WordPress\Options\OptionSettings;
use OrderInvoicer\WordPress\Options\OptionSite;
use OrderInvoicer\WordPress\Queue\Wakeups;
use OrderInvoicer\WordPress\Tables\Schema;
use OrderInvoicer\WordPress\Tables\Sql;

defined( 'ABSPATH' ) || exit;

const ORDERINVOICER_PLUGIN = 'orderinvoicer/orderinvoicer.php';

require_once ABSPATH . 'wp-admin/includes/admin.php';

$orderinvoicer_render = static function ( int $page = 1 ): array {
	global $wpdb;
	$_GET['paged'] = (string) $page;
	wp_cache_flush();
	$before = $wpdb->num_queries;
	ob_start();
	( new NetworkScreens( $GLOBALS['wpdb'] ) )->page()->render();
	return [
		'html'    => (string) ob_get_clean(),
		'queries' => $wpdb->num_queries - $before,
		'blog'    => get_current_blog_id(),
	];
};

$orderinvoicer_site = static function ( string $name ): int {
	$id = wp_insert_site(
		[
			'domain'  => get_network()->domain,
			'path'    => "/$name/",
			'title'   => ucfirst( $name ),
			'user_id' => 1,
		]
	);
	return is_int( $id ) ? $id : throw new RuntimeException( $id->get_error_message() );
};

/** As its own pass, connection and orders would leave it. */
$orderinvoicer_live = static function ( int $id, string $code, string $account, int $attention ): void {
	global $wpdb;
	switch_to_blog( $id );
	$sql      = new Sql( $wpdb );
	$arrays   = new SettingsArray();
	$settings = new OptionSettings( $arrays );
	$settings->save( $arrays->merged( $settings->get(), [ 'shop_code' => $code ] ) );
	$site = new OptionSite( new FreshOptions( $sql ) );
	$site->remember( $site->address(), $account, new \DateTimeImmutable() );
	update_option( 'orderinvoicer_last_sweep_at', time() - 240, false );
	for ( $i = 1; $i <= $attention; $i++ ) {
		$sql->change(
			'INSERT INTO %i ( order_id, effect, state, due_at, created_at, updated_at, error_message ) VALUES ( %d,'
				. " 'create_invoice', 'attention', NOW(), NOW(), NOW(), '' )",
			[ $sql->table( 'orderinvoicer_sync' ), $i ]
		);
	}
	( new Presence( new SiteList(), $site, $settings ) )->handle_sweep();
	restore_current_blog();
};

$orderinvoicer_tables = static function ( int $id ): array {
	switch_to_blog( $id );
	$missing = ( new Schema( $GLOBALS['wpdb'], Features::TABLES ) )->missing();
	restore_current_blog();
	return $missing;
};

$orderinvoicer_told = [];
deactivate_plugins( ORDERINVOICER_PLUGIN );
$orderinvoicer_told['empty'] = $orderinvoicer_render();

$orderinvoicer_before = $orderinvoicer_site( 'nord' );
activate_plugin( ORDERINVOICER_PLUGIN, '', true );
$orderinvoicer_after   = $orderinvoicer_site( 'sud' );
$orderinvoicer_told   += [
	'sites'   => [ 1, $orderinvoicer_before, $orderinvoicer_after ],
	'listed'  => ( new SiteList() )->page( 0, 0 ),
	'missing' => [
		...$orderinvoicer_tables( $orderinvoicer_before ),
		...$orderinvoicer_tables( $orderinvoicer_after ),
	],
	'fresh'   => $orderinvoicer_render(),
];

$orderinvoicer_live( $orderinvoicer_before, 'ACME', 'account-one', 2 );
$orderinvoicer_live( $orderinvoicer_after, 'ACME', 'account-one', 0 );
$orderinvoicer_live( 1, 'ACME', 'account-two', 0 );
$orderinvoicer_told['three'] = $orderinvoicer_render();

for ( $orderinvoicer_i = 0; $orderinvoicer_i < 18; $orderinvoicer_i++ ) {
	$orderinvoicer_last = $orderinvoicer_site( "s$orderinvoicer_i" );
}
$orderinvoicer_live( $orderinvoicer_last, 'ACME', 'account-one', 0 );
$orderinvoicer_told += [
	'first'  => $orderinvoicer_render( 1 ),
	'second' => $orderinvoicer_render( 2 ),
	'beyond' => $orderinvoicer_render( 99 ),
	'last'   => $orderinvoicer_last,
];

wp_delete_site( $orderinvoicer_last );
update_blog_status( $orderinvoicer_after, 'archived', '1' );
$orderinvoicer_told['left'] = ( new SiteList() )->page( 0, 0 );

// Somebody who runs a site, but not the network.
$orderinvoicer_menu = static function (): array {
	global $submenu;
	unset( $submenu['settings.php'] );
	( new NetworkScreens( $GLOBALS['wpdb'] ) )->page()->handle_network_admin_menu();
	return array_column( $submenu['settings.php'] ?? [], 2 );
};
wp_set_current_user( 1 );
$orderinvoicer_told['menu_of_network'] = $orderinvoicer_menu();
$orderinvoicer_owner                   = wp_insert_user(
	[
		'user_login' => 'owner',
		'user_pass'  => wp_generate_password(),
		'user_email' => 'owner@example.com',
		'role'       => 'administrator',
	]
);
wp_set_current_user( (int) $orderinvoicer_owner );
$orderinvoicer_told['menu_of_site'] = $orderinvoicer_menu();

// E-mails that wait for their document, of orders that are gone.
$orderinvoicer_held = static function ( int $site ): Ledger {
	switch_to_blog( $site );
	return ( new Adapters( $GLOBALS['wpdb'] ) )->ledger();
};
$orderinvoicer_key  = new TaskKey( 987654, Effect::HeldEmail, part: 'customer_processing_order' );
foreach ( [ 1, $orderinvoicer_after ] as $orderinvoicer_id ) {
	$orderinvoicer_held( $orderinvoicer_id )->open( $orderinvoicer_key, new DateTimeImmutable( '+1 hour' ) );
	restore_current_blog();
}

// Each site has a webhook of its own at Sellsy, by its own access; that of one site fails since.
add_filter(
	'orderinvoicer_event_address',
	static fn (): string => 'https://site-' . get_current_blog_id() . '.fr/?wc-api=orderinvoicer_events'
);
$orderinvoicer_sandbox  = (string) getenv( 'ORDERINVOICER_SANDBOX_URL' );
$orderinvoicer_webhooks = static function () use ( $orderinvoicer_sandbox ): array {
	$state = json_decode( (string) file_get_contents( "$orderinvoicer_sandbox/_sandbox/state" ), true );
	return array_column( $state['webhooks'], 'endpoint' );
};
$orderinvoicer_connect  = static function ( int $site ): void {
	switch_to_blog( $site );
	$adapters = new Adapters( $GLOBALS['wpdb'] );
	$engine   = new Engine( new Answers( $adapters ) );
	$adapters->credential_store()->save( new Credentials( 'sandbox-client', 'sandbox-secret' ) );
	$arrays = new SettingsArray();
	$settings = $adapters->settings();
	$settings->save( $arrays->merged( $settings->get(), [ 'talk_back' => [ 'webhooks' => true ] ] ) );
	$engine->adopt_connection()->tie();
	$engine->keep_webhook()->now();
	restore_current_blog();
};
$orderinvoicer_fail     = static function ( int $site ): void {
	switch_to_blog( $site );
	$adapters = new Adapters( $GLOBALS['wpdb'] );
	( new TokenStore( $adapters->sodium_secret_store() ) )->forget();
	$adapters->credential_store()->save( new Credentials( 'sandbox-client', 'of yesterday' ) );
	restore_current_blog();
};
wp_remote_post( "$orderinvoicer_sandbox/_sandbox/reset", [ 'body' => '{}' ] );
$orderinvoicer_three = [ 1, $orderinvoicer_before, $orderinvoicer_after ];
array_map( $orderinvoicer_connect, $orderinvoicer_three );
$orderinvoicer_told['webhooks'][] = $orderinvoicer_webhooks();
$orderinvoicer_fail( 1 );
deactivate_plugins( ORDERINVOICER_PLUGIN, false, true );
$orderinvoicer_told['webhooks'][] = $orderinvoicer_webhooks();
$orderinvoicer_told['afterwards'] = ( new SiteList() )->count();
foreach ( [ 1, $orderinvoicer_after ] as $orderinvoicer_id ) {
	$orderinvoicer_row = $orderinvoicer_held( $orderinvoicer_id )->find_by_key( $orderinvoicer_key );
	restore_current_blog();
	$orderinvoicer_told['held'][] = $orderinvoicer_row?->problem->code->value ?? '';
}

array_map( $orderinvoicer_connect, $orderinvoicer_three );
$orderinvoicer_told['webhooks'][] = $orderinvoicer_webhooks();
$orderinvoicer_fail( 1 );
( new Uninstall() )->run();
$orderinvoicer_told['webhooks'][] = $orderinvoicer_webhooks();
foreach ( $orderinvoicer_three as $orderinvoicer_id ) {
	switch_to_blog( $orderinvoicer_id );
	$orderinvoicer_told['secrets'][] = get_option( 'orderinvoicer_secret_credentials' );
	restore_current_blog();
}

echo "\n" . wp_json_encode( $orderinvoicer_told );
