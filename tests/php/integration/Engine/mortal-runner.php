<?php
/**
 * Works one row as Action Scheduler would, and dies by SIGKILL on the way; started by the tests of killed runners.
 * Arguments: row id, 0 for whatever waits, or an action of its own; `write`, `answer` or `effect`; which one: right
 * after that change of the ledger, that answer of Sellsy, or that answer to what changes something at Sellsy.
 * Prints how many there were when it survives.
 */

declare( strict_types=1 );

[ , $row, $kind, $at ] = $argv;

$url                       = (array) parse_url( (string) getenv( 'ORDERINVOICER_SITE_URL' ) );
$_SERVER['HTTP_HOST']      = $url['host'] . ':' . $url['port'];
$_SERVER['REQUEST_METHOD'] = 'GET';
$_SERVER['REQUEST_URI']    = '/';
require_once getenv( 'ORDERINVOICER_SITE_DIR' ) . '/wp-load.php';
require_once dirname( __DIR__ ) . '/no-other-runner.php';

$count = 0;
$step  = static function () use ( &$count, $at ): void {
	if ( ++$count === (int) $at ) {
		posix_kill( getmypid(), SIGKILL );
	}
};
if ( $kind === 'answer' ) {
	add_action( 'http_api_debug', $step, PHP_INT_MAX, 0 );
} elseif ( $kind === 'effect' ) {
	add_action(
		'http_api_debug',
		static function ( mixed $response, string $context, string $transport, array $request, string $url ) use (
			$step
		): void {
			if ( $request['method'] !== 'GET' && preg_match( '~/v2/(?!.*/(compute|search)$)~', $url ) === 1 ) {
				$step();
			}
		},
		PHP_INT_MAX,
		5
	);
} else {
	// The next statement begins: the one before is done.
	$written = false;
	add_filter(
		'query',
		static function ( string $query ) use ( $step, &$written ): string {
			if ( $written ) {
				$written = false;
				$step();
			}
			$written = (bool) preg_match( '/^\s*(INSERT|UPDATE).*orderinvoicer_(sync|links|stock)/s', $query );
			return $query;
		}
	);
}
require dirname( __DIR__ ) . '/at-once.php';
if ( ! is_numeric( $row ) ) {
	do_action( $row );
} elseif ( (int) $row > 0 ) {
	do_action( 'orderinvoicer_process_sync', (int) $row );
} else {
	$pass = 0;
	do {
		$wpdb->query(
			"UPDATE {$wpdb->prefix}orderinvoicer_sync SET due_at = '2020-01-01 00:00:00' WHERE state = 'queued'"
		);
		do_action( 'orderinvoicer_sweep' );
		// On a busy machine a pass has no time for all that is due.
		$left = $wpdb->get_var(
			"SELECT COUNT(*) FROM {$wpdb->prefix}orderinvoicer_sync
			WHERE state = 'queued' AND due_at = '2020-01-01 00:00:00'"
		);
	} while ( ++$pass < 4 || ( $left > 0 && $pass < 20 ) );
}
echo (int) $count;
