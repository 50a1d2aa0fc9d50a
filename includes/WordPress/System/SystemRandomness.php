<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\System;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\Randomness;

final class SystemRandomness implements Randomness {

	private const BYTES = 16;

	public function token(): string {
		return bin2hex( random_bytes( self::BYTES ) );
	}

	public function up_to( int $max ): int {
		return random_int( 0, $max );
	}
}
