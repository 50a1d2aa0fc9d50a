<?php
/**
 * What an order costs from the claim to the last task done: queries, calls of Sellsy, and CPU. Turn by turn with it an
 * order is placed by WooCommerce alone, so that the machine and its load fall on both: ours is told in orders placed.
 * Medians of orders that were placed more than a minute ago, Sellsy 150 ms away. And how long it takes from the payment
 * until the invoice is final, with a runner that the site's own server starts. Run by `npm run measure`.
 */
declare( strict_types=1 );

use OrderInvoicer\Tests\Integration\Engine\CostedOrder;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\Tests\Integration\Sandbox;
use OrderInvoicer\Tests\Measures;
use OrderInvoicer\WordPress\Queue\AfterResponse;

require getenv( 'ORDERINVOICER_SITE_DIR' ) . '/wp-load.php';
require dirname( __DIR__, 3 ) . '/vendor/autoload.php';
require dirname( __DIR__ ) . '/integration/no-other-runner.php';

const ORDERINVOICER_ORDERS = 30;
const ORDERINVOICER_WAITS  = 22;

$orderinvoicer_shop = new SandboxShop( new Sandbox( (string) getenv( 'ORDERINVOICER_SANDBOX_URL' ) ) );
$orderinvoicer_shop->connect();
$orderinvoicer_shop->settle_everything();
$orderinvoicer_costed = new CostedOrder( $orderinvoicer_shop );
$orderinvoicer_costed->from_afar();
$orderinvoicer_seen  = [];
$orderinvoicer_asked = 0;
$orderinvoicer_ours  = static function ( string $query ) use ( &$orderinvoicer_asked ): string {
	$orderinvoicer_asked += str_contains( wp_debug_backtrace_summary(), 'OrderInvoicer\\' ) ? 1 : 0;
	return $query;
};
for ( $orderinvoicer_turn = 0; $orderinvoicer_turn < ORDERINVOICER_ORDERS + 3; $orderinvoicer_turn++ ) {
	wp_cache_flush();
	$orderinvoicer_began  = CostedOrder::cpu();
	$orderinvoicer_order  = $orderinvoicer_costed->placed();
	$orderinvoicer_placed = CostedOrder::cpu() - $orderinvoicer_began;
	$orderinvoicer_asked = 0;
	add_filter( 'query', $orderinvoicer_ours );
	$orderinvoicer_order->payment_complete( 'tx-1' );
	remove_filter( 'query', $orderinvoicer_ours );
	$orderinvoicer_costed->ages( $orderinvoicer_order );
	$orderinvoicer_cost = $orderinvoicer_costed->work( $orderinvoicer_order );
	if ( ! $orderinvoicer_shop->is_finished( $orderinvoicer_order ) ) {
		fwrite( STDERR, "An order was not finished.\n" );
		exit( 1 );
	}
	if ( $orderinvoicer_turn === 0 ) {
		$orderinvoicer_costed->has_agreed_often();
	}
	// The first ones read PHP's files, and make the buyer and the items.
	if ( $orderinvoicer_turn >= 3 ) {
		$orderinvoicer_seen[] = $orderinvoicer_cost + [
			'placed' => $orderinvoicer_placed,
			'asked'  => $orderinvoicer_asked,
		];
	}
}

// As in a shop: the payment is saved, then the site calls itself. WordPress waits for an answer up to a second, which
// would hide when the invoice was final.
remove_all_filters( 'pre_http_request', PHP_INT_MAX );
add_action( 'http_api_curl', static fn ( $curl ) => curl_setopt( $curl, CURLOPT_TIMEOUT_MS, 50 ) );
for ( $orderinvoicer_turn = 0; $orderinvoicer_turn < ORDERINVOICER_WAITS; $orderinvoicer_turn++ ) {
	$orderinvoicer_order = $orderinvoicer_costed->placed();
	$orderinvoicer_costed->ages( $orderinvoicer_order );
	$orderinvoicer_began = hrtime( true );
	$orderinvoicer_order->payment_complete( 'tx-1' );
	( new AfterResponse() )->start_runner();
	do {
		usleep( 5000 );
		$orderinvoicer_waited = ( hrtime( true ) - $orderinvoicer_began ) / 1e6;
		$orderinvoicer_number = $orderinvoicer_shop->row( $orderinvoicer_order )->remote_number;
	} while ( $orderinvoicer_number === '' && $orderinvoicer_waited < 20_000 );
	do {
		usleep( 50_000 ); // The next one does not find this runner at work.
		$orderinvoicer_states = array_column( $orderinvoicer_shop->rows( $orderinvoicer_order ), 'state' );
	} while ( array_unique( array_column( $orderinvoicer_states, 'value' ) ) !== [ 'done' ] );
	$orderinvoicer_waits[] = [ 'final' => $orderinvoicer_waited ];
}

$orderinvoicer_median = static function ( string $what ) use ( $orderinvoicer_seen, $orderinvoicer_waits ): float {
	$values = array_column( [ ...$orderinvoicer_seen, ...$orderinvoicer_waits ], $what );
	sort( $values );
	return (float) $values[ intdiv( count( $values ), 2 ) ];
};
Measures::note( 'order: SQL queries', $orderinvoicer_median( 'queries' ) );
Measures::note( 'an order is paid: queries of ours', $orderinvoicer_median( 'asked' ) );
Measures::note( 'order: calls of Sellsy', $orderinvoicer_median( 'requests' ) );
Measures::note( 'order: CPU, ms', $orderinvoicer_median( 'cpu' ) );
Measures::note( 'WooCommerce places an order: CPU, ms', $orderinvoicer_median( 'placed' ) );
Measures::note( 'order: from paid to final, ms', $orderinvoicer_median( 'final' ) );
Measures::note( 'order: CPU, in orders placed', $orderinvoicer_median( 'cpu' ) / $orderinvoicer_median( 'placed' ) );
