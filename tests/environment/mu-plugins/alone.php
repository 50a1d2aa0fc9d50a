<?php
/**
 * A request of a test that works its rows itself: no runner is started for it.
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

if ( isset( $_SERVER['HTTP_ORDERINVOICER_ALONE'] ) ) {
	require dirname( __DIR__, 2 ) . '/php/integration/no-other-runner.php';
}
