<?php
/**
 * What the plugin adds to a change of status: the same transitions with and without its listener, turn by turn in one
 * process, so that the noise of the machine falls on both. Run by `npm run measure`.
 */
declare( strict_types=1 );

use OrderInvoicer\Tests\Measures;
use OrderInvoicer\WooCommerce\OrderListener;

require getenv( 'ORDERINVOICER_SITE_DIR' ) . '/wp-load.php';
require dirname( __DIR__, 3 ) . '/vendor/autoload.php';

const TRANSITIONS = 200;

/** @return list<array{hook: string, priority: int, callback: callable, arguments: int}> */
function orderinvoicer_measured_callbacks(): array {
	global $wp_filter;
	$found = [];
	foreach ( $wp_filter as $hook => $callbacks ) {
		foreach ( $callbacks->callbacks as $priority => $at_priority ) {
			foreach ( $at_priority as $callback ) {
				if ( is_array( $callback['function'] ) && $callback['function'][0] instanceof OrderListener ) {
					$found[] = [
						'hook'      => (string) $hook,
						'priority'  => (int) $priority,
						'callback'  => $callback['function'],
						'arguments' => $callback['accepted_args'],
					];
				}
			}
		}
	}
	return $found;
}

/** @return array{ms: float, queries: int} */
function orderinvoicer_transition(): array {
	global $wpdb;
	$order = wc_create_order();
	$order->set_billing_email( 'client@example.com' );
	$order->set_payment_method( 'cheque' );
	$order->set_total( '12.00' );
	$order->save();
	$queries = $wpdb->num_queries;
	$start   = hrtime( true );
	$order->update_status( 'processing' );
	return [
		'ms'      => ( hrtime( true ) - $start ) / 1e6,
		'queries' => $wpdb->num_queries - $queries,
	];
}

function orderinvoicer_median( array $values ): float {
	sort( $values );
	return (float) $values[ intdiv( count( $values ), 2 ) ];
}

// E-mails are WooCommerce's own affair and the largest noise.
add_filter( 'pre_wp_mail', '__return_true' );
add_filter( 'pre_http_request', static fn() => new WP_Error( 'blocked', 'No request is made while measuring.' ) );

update_option(
	'orderinvoicer_settings',
	[
		'invoice' => [
			'enabled'    => true,
			'trigger'    => 'confirmed',
			'start_date' => '2000-01-01',
			'subject'    => '{order_number}',
		],
	]
);

$callbacks = orderinvoicer_measured_callbacks();
if ( $callbacks === [] ) {
	fwrite( STDERR, "The plugin listens to nothing: is it active?\n" );
	exit( 1 );
}
$seen = [ [], [] ];
for ( $i = 0; $i < 2 * TRANSITIONS + 20; $i++ ) {
	$with = $i % 2;
	foreach ( $callbacks as $c ) {
		remove_action( $c['hook'], $c['callback'], $c['priority'] );
		if ( $with === 1 ) {
			add_action( $c['hook'], $c['callback'], $c['priority'], $c['arguments'] );
		}
	}
	$measured = orderinvoicer_transition();
	if ( $i >= 20 ) {
		$seen[ $with ][] = $measured;
	}
}
[ $without, $with ] = array_map(
	static fn( array $runs ): array => [
		'ms'      => orderinvoicer_median( array_column( $runs, 'ms' ) ),
		'queries' => max( array_column( $runs, 'queries' ) ),
	],
	$seen
);
$opened = (int) $GLOBALS['wpdb']->get_var( "SELECT COUNT(*) FROM {$GLOBALS['wpdb']->prefix}orderinvoicer_sync" );
if ( $opened < TRANSITIONS ) {
	fwrite( STDERR, "Only $opened rows were opened: nothing was measured.\n" );
	exit( 1 );
}
Measures::note( 'change of status: queries added', $with['queries'] - $without['queries'] );
Measures::note( 'change of status: ms added', $with['ms'] - $without['ms'] );
