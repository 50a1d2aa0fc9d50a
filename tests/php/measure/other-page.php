<?php
/**
 * What the plugin adds to a page of wp-admin that is not its own, in milliseconds of the processor, where opcache holds
 * what was compiled, as hosts have it: the same page of a shop that is connected, with the plugin and without, turn by
 * turn, each served by a web server of its own. Run by `npm run measure`.
 */
declare( strict_types=1 );

use OrderInvoicer\Tests\Measures;

require dirname( __DIR__, 3 ) . '/vendor/autoload.php';

const ORDERINVOICER_PAGES = 80;
const ORDERINVOICER_FIRST = 4; // Until all is compiled, and WooCommerce has done what it does once.

$orderinvoicer_site = (string) getenv( 'ORDERINVOICER_SITE_DIR' );
$orderinvoicer_host = (string) preg_replace( '#^https?://#', '', (string) getenv( 'ORDERINVOICER_SITE_URL' ) );
$orderinvoicer_note = (string) tempnam( sys_get_temp_dir(), 'cpu' );

function orderinvoicer_connect( string $site ): void {
	$connect = dirname( __DIR__, 2 ) . '/environment/connect.php';
	$command = [ PHP_BINARY, '-d', 'memory_limit=512M', (string) getenv( 'ORDERINVOICER_WP_CLI' ), "--path=$site" ];
	$process = proc_open( [ ...$command, '--allow-root', 'eval', "require '$connect';" ], [], $pipes );
	if ( ! is_resource( $process ) || proc_close( $process ) !== 0 ) {
		throw new RuntimeException( 'The shop was not connected.' );
	}
}

/** @return array{resource, int} the server, its port. */
function orderinvoicer_serve( string $site, string $note, string $without ): array {
	$socket = stream_socket_server( 'tcp://127.0.0.1:0' );
	$port   = (int) substr( (string) strrchr( (string) stream_socket_get_name( $socket, false ), ':' ), 1 );
	fclose( $socket );
	$options = [
		'memory_limit'                  => '512M',
		'opcache.enable_cli'            => '1',
		'opcache.file_cache'            => '',
		'opcache.file_cache_only'       => '0',
		'opcache.memory_consumption'    => '256',
		'opcache.max_accelerated_files' => '20000',
		'auto_prepend_file'             => __DIR__ . '/who-asks.php',
	];
	$command = [ PHP_BINARY ];
	foreach ( $options as $name => $value ) {
		array_push( $command, '-d', "$name=$value" );
	}
	$server = proc_open(
		[ ...$command, '-S', "127.0.0.1:$port", '-t', $site, dirname( __DIR__, 2 ) . '/environment/router.php' ],
		[
			1 => [ 'file', '/dev/null', 'w' ],
			2 => [ 'file', '/dev/null', 'w' ],
		],
		$pipes,
		null,
		[
			...getenv(),
			'ORDERINVOICER_CPU_NOTE' => $note,
			'ORDERINVOICER_WITHOUT' => $without,
		]
	);
	while ( @fsockopen( '127.0.0.1', $port ) === false ) { // phpcs:ignore WordPress.PHP.NoSilencedErrors
		usleep( 50_000 );
	}
	return [ $server, $port ];
}

/** Milliseconds. */
function orderinvoicer_page( int $port, string $host, string $note ): float {
	$context = stream_context_create( [ 'http' => [ 'header' => "Host: $host\r\nConnection: close" ] ] );
	$answer  = (string) file_get_contents( "http://127.0.0.1:$port/wp-admin/edit.php", false, $context );
	if ( ! str_contains( $answer, 'post-new.php' ) ) {
		throw new RuntimeException( 'The page did not come: ' . substr( $answer, 0, 500 ) );
	}
	return (float) file_get_contents( $note );
}

function orderinvoicer_middle( array $values ): float {
	sort( $values );
	return (float) $values[ intdiv( count( $values ), 2 ) ];
}

orderinvoicer_connect( $orderinvoicer_site );
$orderinvoicer_servers = [
	'with'    => orderinvoicer_serve( $orderinvoicer_site, $orderinvoicer_note, '' ),
	'without' => orderinvoicer_serve( $orderinvoicer_site, $orderinvoicer_note, 'yes' ),
];
$orderinvoicer_seen    = [];
$orderinvoicer_added   = [];
foreach ( range( 1, ORDERINVOICER_FIRST + ORDERINVOICER_PAGES ) as $orderinvoicer_turn ) {
	$orderinvoicer_cpu = [];
	foreach ( $orderinvoicer_servers as $orderinvoicer_name => [ , $orderinvoicer_port ] ) {
		$orderinvoicer_cpu[ $orderinvoicer_name ] = orderinvoicer_page(
			$orderinvoicer_port,
			$orderinvoicer_host,
			$orderinvoicer_note
		);
	}
	if ( $orderinvoicer_turn > ORDERINVOICER_FIRST ) {
		$orderinvoicer_seen[]  = $orderinvoicer_cpu['without'];
		$orderinvoicer_added[] = $orderinvoicer_cpu['with'] - $orderinvoicer_cpu['without'];
	}
}
foreach ( $orderinvoicer_servers as [ $orderinvoicer_server ] ) {
	proc_terminate( $orderinvoicer_server );
}
unlink( $orderinvoicer_note );
Measures::note( 'a page of wp-admin without the plugin: CPU, ms', orderinvoicer_middle( $orderinvoicer_seen ) );
Measures::note(
	'a page of wp-admin that is not ours: CPU added, ms',
	orderinvoicer_middle( $orderinvoicer_added )
);
