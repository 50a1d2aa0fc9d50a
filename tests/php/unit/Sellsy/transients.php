<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Resources;

// WordPress is not there in these tests: no list is ever kept.

require_once __DIR__ . '/options.php';

const ORDERINVOICER_VERSION = 'test';

// A database that refuses nothing, and was never asked.
if ( ! class_exists( \wpdb::class ) ) {
	class_alias( Database::class, 'wpdb' );
}
$GLOBALS['wpdb'] ??= new \wpdb(); // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- There is none in these tests.

final class Database {

	public bool $ready         = true;
	public string $base_prefix = 'wp_';
}

function get_transient( string $name ): false {
	return false;
}

function set_transient( string $name, mixed $value, int $seconds ): bool {
	return true;
}

/** It keeps nothing, for nobody. */
function wp_using_ext_object_cache(): bool {
	return true;
}
