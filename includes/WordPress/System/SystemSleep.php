<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\System;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\Sleep;

final class SystemSleep implements Sleep {

	public function milliseconds( int $milliseconds ): void {
		usleep( $milliseconds * 1000 );
	}
}
