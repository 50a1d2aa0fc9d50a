<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\System;

use OrderInvoicer\Domain\System\Sleep;

defined( 'ABSPATH' ) || exit;

/**
 * In the plugin's place, where Sellsy is the sandbox: that one takes as many requests of API v1 as come, so what keeps
 * to a pace there waits for nothing. Who waits for longer, for a minute's allowance or a search that lags, waits.
 */
final class SystemSleep implements Sleep {

	/** Milliseconds from one request of API v1 to the next (V1Pace). */
	private const APART = 250;

	public function milliseconds( int $milliseconds ): void {
		if ( $milliseconds > self::APART ) {
			usleep( $milliseconds * 1000 );
		}
	}
}
