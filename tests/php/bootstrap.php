<?php
/**
 * Suites that need no WordPress: Domain and Application are plain PHP.
 */

declare( strict_types=1 );

require_once dirname( __DIR__, 2 ) . '/vendor/autoload.php';
