<?php
/**
 * One of many runners of the whole engine, started together by ManyRunnersTest.
 * Arguments: id of the order whose hooks fire here, id of the order that is paid here.
 * Works everything due, then prints "done".
 */

declare( strict_types=1 );

use OrderInvoicer\WordPress\Queue\ActionSchedulerQueue;
use OrderInvoicer\WordPress\Queue\Wakeups;

[ , $hooked, $paid ] = $argv;

$url                       = (array) parse_url( (string) getenv( 'ORDERINVOICER_SITE_URL' ) );
$_SERVER['HTTP_HOST']      = $url['host'] . ':' . $url['port'];
$_SERVER['REQUEST_METHOD'] = 'GET';
$_SERVER['REQUEST_URI']    = '/';
require_once getenv( 'ORDERINVOICER_SITE_DIR' ) . '/wp-load.php';
require_once dirname( __DIR__ ) . '/no-other-runner.php';

add_filter( 'pre_wp_mail', '__return_true' );
require dirname( __DIR__ ) . '/at-once.php';

$fired = wc_get_order( (int) $hooked );
for ( $i = 0; $i < 5; $i++ ) {
	do_action( 'woocommerce_order_status_changed', $fired->get_id(), 'pending', 'processing', $fired );
	do_action( 'woocommerce_payment_complete', $fired->get_id(), '' );
}
wc_get_order( (int) $paid )->payment_complete();

global $wpdb;
foreach ( $wpdb->get_col( "SELECT id FROM {$wpdb->prefix}orderinvoicer_sync WHERE state = 'queued'" ) as $row ) {
	do_action( ActionSchedulerQueue::HOOK, (int) $row );
}
do_action( Wakeups::SWEEP );
echo 'done';
