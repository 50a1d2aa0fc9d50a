<?php
/**
 * One of several processes that pass at the same moment; started by OwnerEmailsTest. Prints as JSON the subjects
 * that it sent.
 */

declare( strict_types=1 );

use OrderInvoicer\WordPress\Queue\Wakeups;

$url                       = (array) parse_url( (string) getenv( 'ORDERINVOICER_SITE_URL' ) );
$_SERVER['HTTP_HOST']      = $url['host'] . ':' . $url['port'];
$_SERVER['REQUEST_METHOD'] = 'GET';
$_SERVER['REQUEST_URI']    = '/';
require_once getenv( 'ORDERINVOICER_SITE_DIR' ) . '/wp-load.php';
require_once dirname( __DIR__ ) . '/no-other-runner.php';

$sent = [];
add_filter(
	'pre_wp_mail',
	static function ( mixed $answer, array $mail ) use ( &$sent ): bool {
		usleep( 300000 );
		$sent[] = $mail['subject'];
		return true;
	},
	PHP_INT_MAX,
	2
);
require dirname( __DIR__ ) . '/at-once.php';
do_action( Wakeups::SWEEP );
echo wp_json_encode( $sent );
