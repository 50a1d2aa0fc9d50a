<?php
/**
 * PHP's own web server has no rewrite rules: existing files as they are, everything else through WordPress.
 */

declare( strict_types=1 );

$root = rtrim( (string) $_SERVER['DOCUMENT_ROOT'], '/' );
$path = rawurldecode( (string) parse_url( (string) $_SERVER['REQUEST_URI'], PHP_URL_PATH ) );

if ( '/' !== $path && file_exists( $root . $path ) ) {
	if ( ! is_dir( $root . $path ) ) {
		return false;
	}
	if ( ! str_ends_with( $path, '/' ) ) {
		header( 'Location: ' . $path . '/', true, 301 );
		return true;
	}
	if ( is_file( $root . $path . 'index.php' ) ) {
		$_SERVER['SCRIPT_NAME']     = $path . 'index.php';
		$_SERVER['PHP_SELF']        = $path . 'index.php';
		$_SERVER['SCRIPT_FILENAME'] = $root . $path . 'index.php';
		chdir( $root . $path );
		require $root . $path . 'index.php';
		return true;
	}
}

$_SERVER['SCRIPT_NAME']     = '/index.php';
$_SERVER['PHP_SELF']        = '/index.php';
$_SERVER['SCRIPT_FILENAME'] = $root . '/index.php';
chdir( $root );
require $root . '/index.php';
