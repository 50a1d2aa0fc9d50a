<?php

declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Queue;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\Clock;

/** When the five-minute pass ran, and when Action Scheduler will start it next. */
final class SweepHealth {

	public function __construct(
		private readonly Heartbeat $heartbeat,
		private readonly Wakeups $wakeups,
		private readonly Clock $clock,
	) {}

	public function state(): PassState {
		return PassState::from_times( $this->heartbeat->last_sweep(), $this->wakeups->next(), $this->clock->now() );
	}
}
