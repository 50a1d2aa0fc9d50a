<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Queue;

defined( 'ABSPATH' ) || exit;

/** Our actions in Action Scheduler, and what calls it. */
final class ScheduleFacts {

	/** Counted no further: a queue that stalled may hold very many. */
	private const MOST = 500;

	/** @return array<string, int> */
	public function counts(): array {
		$now = time();
		return [
			'pending'  => $this->count( [ 'status' => 'pending' ] ),
			'past_due' => $this->count(
				[
					'status'       => 'pending',
					'date'         => gmdate( 'Y-m-d H:i:s', $now - MINUTE_IN_SECONDS ),
					'date_compare' => '<=',
				]
			),
			'running'  => $this->count( [ 'status' => 'in-progress' ] ),
			'failed'   => $this->count( [ 'status' => 'failed' ] ),
		];
	}

	/** What WP-Cron has to do first; null where it has nothing. Action Scheduler has it call every minute. */
	public function wp_cron_due(): ?\DateTimeImmutable {
		$times = array_filter( array_keys( _get_cron_array() ), is_int( ... ) );
		return $times === [] ? null : new \DateTimeImmutable( '@' . min( $times ) );
	}

	public function has_sweep(): bool {
		return as_has_scheduled_action( Wakeups::SWEEP, [], Wakeups::GROUP );
	}

	/** @param array<string, string> $filter */
	private function count( array $filter ): int {
		return count(
			as_get_scheduled_actions(
				$filter + [
					'group'    => Wakeups::GROUP,
					'per_page' => self::MOST,
				],
				'ids'
			)
		);
	}
}
