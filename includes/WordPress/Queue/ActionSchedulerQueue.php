<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Queue;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\System\JobQueue;
use OrderInvoicer\Domain\System\Logger;

/**
 * Wake-up calls through Action Scheduler, made once the shopper has the response: whatever waits then is woken by one
 * action, because its callback works through everything that is due. Actions are not unique: Action Scheduler's own
 * uniqueness ignores the arguments.
 */
final class ActionSchedulerQueue implements JobQueue {

	public const GROUP = Wakeups::GROUP;
	public const HOOK  = Wakeups::TASKS;

	/** Of the feature Doctor. Here, because every request knows this class, and none the feature. */
	public const DOCTOR = Wakeups::DOCTOR;

	/** After everything that other code prints or does at shutdown. */
	private const LAST = 9999;

	private int $to_wake = 0;

	/** @var array<string, \Closure(): void> by name. */
	private array $acts = [];

	/** @param \Closure(): Logger $logger of what goes wrong. */
	public function __construct(
		private readonly AfterResponse $after_response,
		private readonly \Closure $logger,
	) {}

	public function wake( int $task_id ): void {
		add_action( 'shutdown', [ $this, 'handle_shutdown' ], self::LAST );
		$this->to_wake = $task_id;
	}

	public function once_answered( string $name, \Closure $act ): void {
		if ( ! $this->after_response->is_awaited() ) {
			$act();
			return;
		}
		add_action( 'shutdown', [ $this, 'handle_shutdown' ], self::LAST );
		$this->acts[ $name ] = $act;
	}

	public function start(): void {
		add_action( 'shutdown', [ $this, 'handle_shutdown_to_start' ], self::LAST );
	}

	/** @internal */
	public function handle_shutdown_to_start(): void {
		$this->after_response->finish_response();
		$this->after_response->start_runner();
	}

	public function wake_at( int $task_id, \DateTimeImmutable $at ): bool {
		return $this->enqueue(
			static fn(): int => as_schedule_single_action( $at->getTimestamp(), self::HOOK, [ $task_id ], self::GROUP )
		);
	}

	/** @internal */
	public function handle_shutdown(): void {
		$this->after_response->finish_response();
		$this->act();
		$task_id       = $this->to_wake;
		$this->to_wake = 0;
		if ( $task_id === 0 ) {
			return;
		}
		$this->enqueue( static fn(): int => as_enqueue_async_action( self::HOOK, [ $task_id ], self::GROUP ) );
		$this->after_response->start_runner();
	}

	private function act(): void {
		while ( $this->acts !== [] ) {
			$act = array_shift( $this->acts );
			try {
				$act();
			} catch ( \Throwable $error ) {
				( $this->logger )()->error( 'A change was not looked at; the pass finds it.', [], $error );
			}
		}
	}

	/** @param callable(): int $enqueue answers 0 where it failed. */
	private function enqueue( callable $enqueue ): bool {
		if ( did_action( 'action_scheduler_init' ) === 0 ) {
			return false; // Too early: the sweeper finds the row.
		}
		try {
			return $enqueue() > 0;
		} catch ( \Throwable $error ) {
			( $this->logger )()->error( 'A wake-up call was lost; the sweeper finds the row.', [], $error );
			return false;
		}
	}
}
