<?php
declare( strict_types=1 );

namespace OrderInvoicer\Jobs;

use OrderInvoicer\Application\Ports\JobQueue;
use OrderInvoicer\Application\Ports\Logger;

defined( 'ABSPATH' ) || exit;

/**
 * Wake-up calls through Action Scheduler, and a runner that starts after the response. Actions are not unique: Action
 * Scheduler's own uniqueness ignores the arguments and would drop the second order.
 */
final class ActionSchedulerQueue implements JobQueue {

	public const GROUP = 'orderinvoicer';
	public const HOOK  = 'orderinvoicer_process_sync';

	public function __construct(
		private readonly AfterResponse $after_response,
		private readonly Logger $logger,
	) {}

	public function wake( int $sync_id ): void {
		$this->enqueue( static fn(): int => as_enqueue_async_action( self::HOOK, [ $sync_id ], self::GROUP ) );
		$this->after_response->start_runner();
	}

	public function wake_at( int $sync_id, \DateTimeImmutable $at ): void {
		$this->enqueue( static fn(): int => as_schedule_single_action( $at->getTimestamp(), self::HOOK, [ $sync_id ], self::GROUP ) );
	}

	/** @param callable(): int $enqueue */
	private function enqueue( callable $enqueue ): void {
		if ( did_action( 'action_scheduler_init' ) === 0 ) {
			return; // Too early: the sweeper finds the row.
		}
		try {
			$enqueue();
		} catch ( \Throwable $error ) {
			$this->logger->error( 'A wake-up call was lost; the sweeper finds the row.', [ 'error' => $error::class ] );
		}
	}
}
