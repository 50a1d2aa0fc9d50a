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

	/**
	 * In place of what is planned.
	 *
	 * @param int|null $seconds null: none.
	 */
	public function instead( ?int $seconds ): void {
		if ( did_action( 'action_scheduler_init' ) === 0 ) {
			return;
		}
		as_unschedule_all_actions( $this->hook, [], Wakeups::GROUP );
		$seconds === null || $this->in_seconds( $seconds );
	}

	/**
	 * One that is planned already stays as it is. One that runs is none: it plans the next one while it runs, and
	 * Action Scheduler itself would take that for a second one.
	 *
	 * @return bool false where it could not be planned.
	 */
	public function in_seconds( int $seconds ): bool {
		if ( did_action( 'action_scheduler_init' ) === 0 ) {
			return false;
		}
		$planned = as_get_scheduled_actions(
			[
				'hook'     => $this->hook,
				'group'    => Wakeups::GROUP,
				'status'   => \ActionScheduler_Store::STATUS_PENDING,
				'per_page' => 1,
			],
			'ids'
		);
		$at      = $this->clock->now()->getTimestamp() + $seconds;
		return $planned !== []
			|| as_schedule_single_action( $at, $this->hook, [], Wakeups::GROUP ) > 0;
	}
}
