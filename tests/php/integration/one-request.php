<?php
/**
 * One request as the web server would serve it, in a process of its own. Arguments: the site's folder, its address, the
 * path (`owner:` before it: the first user asks), or `status:` and the id of an order whose status changes. Prints as
 * JSON what of the plugin was read, which queries its code made, what the site answered, how many files it read to
 * check JSON schemas, and what it took of the processor. With `ORDERINVOICER_WITHOUT` the plugin is not active,
 * with `ORDERINVOICER_CPU` no query is noted.
 */

declare( strict_types=1 );

[ , $orderinvoicer_site, $orderinvoicer_url, $orderinvoicer_path ] = $argv;

define( 'SAVEQUERIES', getenv( 'ORDERINVOICER_CPU' ) === false );
define( 'WP_USE_THEMES', true );

$orderinvoicer_is_owner = str_starts_with( $orderinvoicer_path, 'owner:' );
$orderinvoicer_path     = $orderinvoicer_is_owner ? substr( $orderinvoicer_path, 6 ) : $orderinvoicer_path;

$orderinvoicer_address      = (array) parse_url( $orderinvoicer_url );
$_SERVER['HTTP_HOST']       = $orderinvoicer_address['host'] . ':' . $orderinvoicer_address['port'];
$_SERVER['SERVER_NAME']     = $orderinvoicer_address['host'];
$_SERVER['SERVER_PORT']     = (string) $orderinvoicer_address['port'];
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REQUEST_METHOD']  = 'GET';
$_SERVER['REQUEST_URI']     = $orderinvoicer_path;
$_SERVER['REMOTE_ADDR']     = '127.0.0.1';
parse_str( (string) parse_url( $orderinvoicer_path, PHP_URL_QUERY ), $orderinvoicer_query );
$_GET     = $orderinvoicer_query;
$_REQUEST = $orderinvoicer_query;

/**
 * Queries of WooCommerce's that would come without us are not ours: it reads its features when it is told that we know
 * them.
 */
const ORDERINVOICER_NOT_OURS = 'FeaturesUtil::declare_compatibility';

/** Milliseconds of this process so far. */
function orderinvoicer_cpu(): float {
	$used = getrusage();
	return 1000 * ( $used['ru_utime.tv_sec'] + $used['ru_stime.tv_sec'] )
		+ ( $used['ru_utime.tv_usec'] + $used['ru_stime.tv_usec'] ) / 1000;
}

ob_start();
register_shutdown_function(
	static function (): void {
		$answer = '';
		while ( ob_get_level() > 0 ) {
			$answer = ob_get_clean() . $answer;
		}
		$folder = realpath( dirname( __DIR__, 3 ) . '/includes' ) . '/';
		$files  = array_filter(
			get_included_files(),
			static fn( string $file ): bool => str_starts_with( $file, $folder )
		);
		global $wpdb;
		$queries = array_filter(
			(array) $wpdb->queries,
			static fn( array $query ): bool =>
				str_contains( $query[2], 'OrderInvoicer\\' ) && ! str_contains( $query[2], ORDERINVOICER_NOT_OURS )
		);
		// WordPress may not be there any more.
		// phpcs:ignore WordPress.WP.AlternativeFunctions.json_encode_json_encode
		echo json_encode(
			[
				'files'   => array_values(
					array_map( static fn( string $file ): string => substr( $file, strlen( $folder ) ), $files )
				),
				'queries' => array_values(
					array_map( static fn( array $query ): string => $query[0] . ' <- ' . $query[2], $queries )
				),
				'answer'  => $answer,
				'cpu'     => orderinvoicer_cpu(),
				'schemas' => count( (array) preg_grep( '#/opis/json-schema/#', get_included_files() ) ),
			],
			JSON_INVALID_UTF8_SUBSTITUTE
		);
	}
);

/** Filters that are there before WordPress. */
// phpcs:ignore WordPress.WP.GlobalVariablesOverride, WordPress.Arrays -- WordPress takes these for hooks of its own.
$GLOBALS['wp_filter'] = [
	'option_active_plugins' => [
		99 => [
			[
				'function' => static fn ( array $plugins ): array => getenv( 'ORDERINVOICER_WITHOUT' ) === false
					? $plugins
					: array_diff( $plugins, [ 'orderinvoicer/orderinvoicer.php' ] ),
				'accepted_args' => 1,
			],
		],
	],
];

if ( str_starts_with( $orderinvoicer_path, 'status:' ) ) {
	require $orderinvoicer_site . '/wp-load.php';
	$orderinvoicer_order = wc_get_order( (int) substr( $orderinvoicer_path, 7 ) );
	$orderinvoicer_order->update_status( 'processing' );
	echo $orderinvoicer_order->get_status(); // phpcs:ignore WordPress.Security.EscapeOutput -- read by a test.
	return;
}
$orderinvoicer_file  = (string) parse_url( $orderinvoicer_path, PHP_URL_PATH );
$orderinvoicer_admin = str_starts_with( $orderinvoicer_file, '/wp-admin/' );

/** The first user of the site is who asks, and WordPress's question about the cookie. */
if ( $orderinvoicer_is_owner || $orderinvoicer_admin ) {
	// phpcs:ignore WordPress.WP.GlobalVariablesOverride -- as above.
	$GLOBALS['wp_filter']['determine_current_user'] = [
		99 => [
			[
				'function' => static fn (): int => 1,
				'accepted_args' => 1,
			],
		],
	];
}
if ( ! $orderinvoicer_admin ) {
	require $orderinvoicer_site . '/wp-blog-header.php';
	return;
}
// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- In the place of WordPress's own.
function auth_redirect(): void {}

$_SERVER['PHP_SELF'] = $orderinvoicer_file;
chdir( $orderinvoicer_site . '/wp-admin' );
require $orderinvoicer_site . $orderinvoicer_file;
