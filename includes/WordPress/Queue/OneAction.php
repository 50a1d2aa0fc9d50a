<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Queue;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\Clock;

/** One planned action of a hook, however often it is asked for. */
final class OneAction {

	public function __construct(
		private readonly string $hook,
		private readonly Clock $clock,
	) {}

	/** False where it could not be planned. One that is planned already stays as it is. */
	public function in_seconds( int $seconds ): bool {
		if ( did_action( 'action_scheduler_init' ) === 0 ) {
			return false;
		}
		$at = $this->clock->now()->getTimestamp() + $seconds;
		return as_has_scheduled_action( $this->hook, [], ActionSchedulerQueue::GROUP )
			|| as_schedule_single_action( $at, $this->hook, [], ActionSchedulerQueue::GROUP, true ) > 0;
	}
}
