<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\System;

defined( 'ABSPATH' ) || exit;

/** A runner that has nothing to do for a moment. */
interface Sleep {

	public function milliseconds( int $milliseconds ): void;
}
