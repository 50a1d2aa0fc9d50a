<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health;

use OrderInvoicer\Application\Ports\Clock;
use OrderInvoicer\Jobs\SweepSchedule;

defined( 'ABSPATH' ) || exit;

/** Whether Action Scheduler has the five-minute pass in its plan, and keeps to it. */
final class SweepHealth {

	/** Twice its interval: WP-Cron needs a visitor. */
	private const LATE = '-10 minutes';

	public function __construct(
		private readonly SweepSchedule $schedule,
		private readonly Clock $clock,
	) {}

	/** @return string on_time, late or missing. */
	public function state(): string {
		$next = $this->schedule->next();
		return match ( true ) {
			$next === null => 'missing',
			$next < $this->clock->now()->modify( self::LATE ) => 'late',
			default => 'on_time',
		};
	}
}
