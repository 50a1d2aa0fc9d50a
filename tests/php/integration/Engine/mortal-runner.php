<?php
/**
 * Works one row as Action Scheduler would, and dies by SIGKILL on the way; started by KilledRunnerTest.
 * Arguments: row id, `write` or `answer`, which one: right after that change of the ledger, or that answer of Sellsy.
 * Prints how many there were when it survives.
 */

declare( strict_types=1 );

[ , $row, $kind, $at ] = $argv;

$url                       = (array) parse_url( (string) getenv( 'ORDERINVOICER_SITE_URL' ) );
$_SERVER['HTTP_HOST']      = $url['host'] . ':' . $url['port'];
$_SERVER['REQUEST_METHOD'] = 'GET';
$_SERVER['REQUEST_URI']    = '/';
require_once getenv( 'ORDERINVOICER_SITE_DIR' ) . '/wp-load.php';

$count = 0;
$step  = static function () use ( &$count, $at ): void {
	if ( ++$count === (int) $at ) {
		posix_kill( getmypid(), SIGKILL );
	}
};
if ( $kind === 'answer' ) {
	add_action( 'http_api_debug', $step, PHP_INT_MAX, 0 );
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
			$written = (bool) preg_match( '/^\s*(INSERT|UPDATE).*orderinvoicer_(sync|links)/s', $query );
			return $query;
		}
	);
}
do_action( 'orderinvoicer_process_sync', (int) $row );
echo (int) $count;
