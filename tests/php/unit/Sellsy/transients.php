<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy;

// WordPress is not there in these tests: no list is ever kept.

const ORDERINVOICER_VERSION = 'test';

function get_transient( string $name ): false {
	return false;
}

function set_transient( string $name, mixed $value, int $seconds ): bool {
	return true;
}

function get_option( string $name, mixed $otherwise ): mixed {
	return $otherwise;
}
