<?php
/**
 * Suites that need no WordPress: Domain and Application are plain PHP.
 */

declare( strict_types=1 );

// Files outside Domain and Application refuse to be read without it.
defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );

require_once dirname( __DIR__, 2 ) . '/vendor/autoload.php';
