<?php
/**
 * One of several processes is ready, and waits for the others (SideBySide); a process alone goes on.
 */

declare( strict_types=1 );

$orderinvoicer_together = (string) getenv( 'ORDERINVOICER_START' );
if ( $orderinvoicer_together === '' ) {
	return;
}
touch( "$orderinvoicer_together/ready-" . getmypid() );
while ( ! is_file( "$orderinvoicer_together/go" ) ) {
	usleep( 200 );
}
