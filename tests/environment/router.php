<?php
/**
 * PHP's own web server has no rewrite rules: existing files as they are, everything else through WordPress.
 */

declare( strict_types=1 );

const ORDERINVOICER_KEPT_TYPES = [
	'css'   => 'text/css; charset=utf-8',
	'js'    => 'text/javascript; charset=utf-8',
	'svg'   => 'image/svg+xml',
	'woff2' => 'font/woff2',
];

/** PHP's own server sends no Cache-Control: a browser would fetch scripts, styles and fonts again for each page. */
function orderinvoicer_send_file( string $file ): bool {
	$type = ORDERINVOICER_KEPT_TYPES[ pathinfo( $file, PATHINFO_EXTENSION ) ] ?? '';
	if ( '' === $type ) {
		return false;
	}
	header( "Content-Type: $type" );
	header( 'Content-Length: ' . filesize( $file ) );
	header( 'Cache-Control: max-age=3600' );
	readfile( $file );
	return true;
}

$root = rtrim( (string) $_SERVER['DOCUMENT_ROOT'], '/' );
$request_path = rawurldecode( (string) parse_url( (string) $_SERVER['REQUEST_URI'], PHP_URL_PATH ) );

if ( '/' !== $request_path && file_exists( $root . $request_path ) ) {
	if ( ! is_dir( $root . $request_path ) ) {
		return orderinvoicer_send_file( $root . $request_path );
	}
	if ( ! str_ends_with( $request_path, '/' ) ) {
		header( 'Location: ' . $request_path . '/', true, 301 );
		return true;
	}
	if ( is_file( $root . $request_path . 'index.php' ) ) {
		$_SERVER['SCRIPT_NAME']     = $request_path . 'index.php';
		$_SERVER['PHP_SELF']        = $request_path . 'index.php';
		$_SERVER['SCRIPT_FILENAME'] = $root . $request_path . 'index.php';
		chdir( $root . $request_path );
		require $root . $request_path . 'index.php';
		return true;
	}
}

$_SERVER['SCRIPT_NAME']     = '/index.php';
$_SERVER['PHP_SELF']        = '/index.php';
$_SERVER['SCRIPT_FILENAME'] = $root . '/index.php';
chdir( $root );
require $root . '/index.php';
