<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Application\Ports\Clock;
use OrderInvoicer\Application\Ports\LastingAccess;
use OrderInvoicer\Application\Ports\Pauses;
use OrderInvoicer\Domain\Sync\Pause;

/** A shop without orders for weeks stays connected; where it does not, its owner hears of it before the next order. */
final class KeepAccess {

	public function __construct(
		private readonly LastingAccess $access,
		private readonly Pauses $pauses,
		private readonly FailurePause $waits,
		private readonly Clock $clock,
	) {}

	public function run(): void {
		try {
			$this->access->keep_alive();
		} catch ( RemoteFailure $failure ) {
			$now = $this->clock->now();
			$this->pauses->begin( new Pause( $this->waits->cause( $failure ), $now, $now->modify( "+{$this->waits->seconds( $failure )} seconds" ) ) );
		}
	}
}
