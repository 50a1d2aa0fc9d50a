<?php
/**
 * What a call of Sellsy costs by TLS, in CPU time of this process: with one connection for all, and with one for each.
 * Run by `npm run measure`.
 */
declare( strict_types=1 );

use OrderInvoicer\Sellsy\Transport\HttpRequest;
use OrderInvoicer\Sellsy\Transport\WordPressTransport;
use OrderInvoicer\Tests\Integration\Sandbox;
use OrderInvoicer\Tests\Integration\Sellsy\TlsFront;
use OrderInvoicer\Tests\Measures;

require getenv( 'ORDERINVOICER_SITE_DIR' ) . '/wp-load.php';
require dirname( __DIR__, 3 ) . '/vendor/autoload.php';

const ORDERINVOICER_CALLS = 100;

/** Milliseconds. */
function orderinvoicer_cpu(): float {
	$used = getrusage();
	return ( $used['ru_utime.tv_sec'] + $used['ru_stime.tv_sec'] ) * 1e3
		+ ( $used['ru_utime.tv_usec'] + $used['ru_stime.tv_usec'] ) / 1e3;
}

$orderinvoicer_front = new TlsFront( new Sandbox( (string) getenv( 'ORDERINVOICER_SANDBOX_URL' ) ) );
// As long a list as Sellsy's certificate is looked up in, and ours at its end.
$orderinvoicer_bundle = (string) tempnam( sys_get_temp_dir(), 'bundle' );
add_filter(
	'http_request_args',
	static function ( array $arguments ) use ( $orderinvoicer_bundle ): array {
		if ( filesize( $orderinvoicer_bundle ) === 0 ) {
			file_put_contents(
				$orderinvoicer_bundle,
				file_get_contents( ABSPATH . WPINC . '/certificates/ca-bundle.crt' )
					. file_get_contents( $arguments['sslcertificates'] )
			);
		}
		return array_merge( $arguments, [ 'sslcertificates' => $orderinvoicer_bundle ] );
	},
	20
);
$orderinvoicer_request = new HttpRequest(
	method: 'GET',
	url: $orderinvoicer_front->url . '/v2/taxes',
	headers: [],
	body: null
);
$orderinvoicer_kept    = new WordPressTransport( 'measured' );
$orderinvoicer_kept->send( $orderinvoicer_request );
$orderinvoicer_before = $orderinvoicer_front->connections();
foreach ( [
	'one connection each' => false,
	'one connection' => true,
] as $orderinvoicer_name => $orderinvoicer_is_kept ) {
	$orderinvoicer_kept = new WordPressTransport( 'measured' );
	$orderinvoicer_start = orderinvoicer_cpu();
	for ( $orderinvoicer_call = 0; $orderinvoicer_call < ORDERINVOICER_CALLS; $orderinvoicer_call++ ) {
		( $orderinvoicer_is_kept ? $orderinvoicer_kept : new WordPressTransport( 'measured' ) )
			->send( $orderinvoicer_request );
	}
	$orderinvoicer_spent = ( orderinvoicer_cpu() - $orderinvoicer_start ) / ORDERINVOICER_CALLS;
	$orderinvoicer_after = $orderinvoicer_front->connections();
	Measures::note(
		"100 calls over TLS, $orderinvoicer_name: connections",
		$orderinvoicer_after - $orderinvoicer_before
	);
	Measures::note( "100 calls over TLS, $orderinvoicer_name: CPU of a call, ms", $orderinvoicer_spent );
	$orderinvoicer_before = $orderinvoicer_after;
}
$orderinvoicer_front->close();
unlink( $orderinvoicer_bundle );
