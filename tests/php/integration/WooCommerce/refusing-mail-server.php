<?php
declare( strict_types=1 );

/**
 * A mail server that takes messages, but not for addresses that begin with "gone@". Says its port first, then one line
 * for each message that it has: who it is for, and its subject.
 */

$server = stream_socket_server( 'tcp://127.0.0.1:0' );
if ( $server === false ) {
	exit( 1 );
}
// phpcs:disable WordPress.Security.EscapeOutput, WordPress.WP.AlternativeFunctions -- WordPress is not there.
echo substr( (string) strrchr( (string) stream_socket_get_name( $server, false ), ':' ), 1 ) . "\n";
while ( true ) {
	$client = stream_socket_accept( $server, 600 );
	if ( $client === false ) {
		exit( 0 );
	}
	$for     = [];
	$subject = '';
	$is_data = false;
	fwrite( $client, "220 ready\r\n" );
	while ( true ) {
		$line = fgets( $client );
		if ( $line === false ) {
			break;
		}
		if ( $is_data ) {
			$subject = str_starts_with( $line, 'Subject: ' ) ? trim( substr( $line, 9 ) ) : $subject;
			if ( rtrim( $line ) === '.' ) {
				$is_data = false;
				echo implode( ' ', $for ) . ": $subject\n";
				fwrite( $client, "250 taken\r\n" );
			}
			continue;
		}
		if ( preg_match( '/^RCPT TO:<([^>]+)>/i', $line, $match ) === 1 ) {
			$is_gone = str_starts_with( $match[1], 'gone@' );
			$for     = $is_gone ? $for : [ ...$for, $match[1] ];
			fwrite( $client, $is_gone ? "550 no such user\r\n" : "250 known\r\n" );
			continue;
		}
		$is_data = stripos( $line, 'DATA' ) === 0;
		fwrite( $client, $is_data ? "354 go on\r\n" : "250 well\r\n" );
		if ( stripos( $line, 'QUIT' ) === 0 ) {
			break;
		}
	}
	fclose( $client );
}
