<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Account;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Pauses\FailurePause;
use OrderInvoicer\Domain\Pauses\Pauses;
use OrderInvoicer\Domain\System\Clock;

/**
 * Keeps a shop connected that has no orders for weeks. If that fails, its owner is told before the next order comes.
 */
final class KeepAccess {

	public function __construct(
		private readonly LastingAccess $access,
		private readonly Pauses $pauses,
		private readonly FailurePause $failure_pause,
		private readonly Clock $clock,
	) {}

	public function run(): void {
		try {
			$this->access->keep_alive();
		} catch ( RemoteFailure $failure ) {
			$this->pauses->begin( $this->failure_pause->after( $failure, $this->clock->now() ) );
		}
	}
}
