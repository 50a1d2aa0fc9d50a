<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\System;

defined( 'ABSPATH' ) || exit;

/** Lets a runner wait when it has nothing to do for a moment. */
interface Sleep {

	public function milliseconds( int $milliseconds ): void;
}
