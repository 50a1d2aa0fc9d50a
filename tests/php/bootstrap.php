<?php
/**
 * Suites that need no WordPress: Domain is plain PHP.
 */

declare( strict_types=1 );

// Files refuse to be read without it.
defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );

require_once dirname( __DIR__, 2 ) . '/vendor/autoload.php';
