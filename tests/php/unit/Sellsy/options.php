<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Auth;

// WordPress is not there in these tests: no option is ever set.

function get_option( string $name, mixed $otherwise ): mixed {
	return $otherwise;
}
