<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\System;

defined( 'ABSPATH' ) || exit;

interface Randomness {

	/** 32 hexadecimal characters. */
	public function token(): string;

	/** 0 to `max`, both included. */
	public function up_to( int $max ): int;
}
