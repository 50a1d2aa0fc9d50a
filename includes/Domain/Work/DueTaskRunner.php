<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Work;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\RecentAnswers;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\RemoteIds\RemoteIdStore;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\JobQueue;
use OrderInvoicer\Domain\System\Randomness;
use OrderInvoicer\Domain\System\Sleep;

/**
 * Works through everything that is due, the oldest order first and each to its end, until nothing is left or the time
 * is up: in a burst the first invoice does not wait for the last draft. The next row is asked for after each one, so
 * that an order of today never waits for more than one of a back-fill. Those of a back-fill keep the pace of Sellsy's
 * allowance (MinuteQuota). What makes documents final is worked by one runner, whoever took the turn first; the others
 * go past it, so that waiting costs nothing.
 */
final class DueTaskRunner {

	/** Milliseconds after which a runner that waits for Sellsy's allowance looks for orders of today. */
	private const LOOK = 1000;

	/**
	 * The turn to make documents final, for as long as a runner runs. Making one final still claims a lock of its own,
	 * because a person's request does not come through here.
	 */
	private const KIND = 'lock';
	private const NAME = 'finalise';

	/** Longer than the run, for the task that it is at when its time is up. */
	private const LONGER = 'PT2M';

	public const ALL_OF = [ 'sources' => WorkSource::class ];

	/** @param list<WorkSource> $sources */
	public function __construct(
		private readonly Ledger $ledger,
		private readonly DueTasks $tasks,
		private readonly RemoteIdStore $remote_id_store,
		private readonly Randomness $randomness,
		private readonly TaskRunner $task_runner,
		private readonly array $sources,
		private readonly WorkGate $gate,
		private readonly Clock $clock,
		private readonly CallsLeft $calls,
		private readonly Sleep $sleep,
		private readonly JobQueue $queue,
		private readonly RecentAnswers $answers,
		private readonly HeldEmailRunner $held,
	) {}

	/** What one order needs now, follow-ups included. */
	public function of_order( int $order_id ): void {
		$seen = [];
		do {
			$id = $this->first_of_order( $order_id, $seen );
			if ( $id !== null ) {
				$this->task_runner->process( $id );
				$seen[] = $id;
			}
		} while ( $id !== null );
		$this->answers->forget();
	}

	/**
	 * @param list<int> $seen not these.
	 * @return int|null what becomes final stands behind all else of its order: an edit comes before it.
	 */
	private function first_of_order( int $order_id, array $seen ): ?int {
		$now   = $this->clock->now();
		$due   = array_filter(
			$this->ledger->for_order( $order_id ),
			static fn ( Task $task ): bool => $task->is_due( $now ) && ! in_array( $task->id, $seen, true )
		);
		$place = static fn ( Task $task ): array => [ $task->key->effect->makes_final(), $task->due_at, $task->id ];
		usort( $due, static fn ( Task $one, Task $other ): int => $place( $one ) <=> $place( $other ) );
		return $due[0]->id ?? null;
	}

	/** @return int rows worked. */
	public function run( int $seconds ): int {
		$until = $this->clock->now()->modify( "+$seconds seconds" );
		$seen  = [];
		do {
			$has_turn = $this->run_with_turn( $until, $seen );
			// A runner that found the turn taken, just before it was given back, has left its rows to this one.
			$left = $this->tasks->next( $this->clock->now(), $seen, $has_turn );
		} while ( $has_turn === true && $left !== null && $this->clock->now() < $until );
		if ( $left !== null && $this->clock->now() >= $until ) {
			$this->queue->wake( $left->id );
		}
		$this->answers->forget();
		return count( $seen );
	}

	/**
	 * @param list<int> $seen rows worked; those that are due again at once, or that another runner has, do not come
	 *                        twice.
	 * @return bool|null whether it had the turn to make final; null: nothing was to be made final, or no work is
	 *         allowed.
	 */
	private function run_with_turn( \DateTimeImmutable $until, array &$seen ): ?bool {
		$turn = null;
		try {
			while ( $this->clock->now() < $until ) {
				$next = $this->tasks->next( $this->clock->now(), $seen, $turn === null ? null : $turn !== '' );
				if ( $next === null && ! $this->feeds() ) {
					break;
				}
				if ( $next === null ) {
					continue;
				}
				$turn    = $next->makes_final() ? $turn ?? $this->take_turn( $until ) : $turn;
				$is_ours = ! $next->makes_final() || $turn !== '';
				if ( $is_ours && ! ( $this->waits( $next ) ? $this->gate->is_open() : $this->work( $next, $seen ) ) ) {
					$this->held->run();
					return null;
				}
			}
		} finally {
			if ( $turn !== null && $turn !== '' ) {
				$this->release_turn( $turn );
			}
		}
		return $turn === null ? null : $turn !== '';
	}

	private function feeds(): bool {
		foreach ( $this->sources as $source ) {
			if ( $source->may_feed() && $this->gate->is_open() && $source->feed() ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * What makes a document final may come before older rows of other orders, but not before those of its own.
	 *
	 * @param list<int> $seen
	 * @return bool whether work is allowed.
	 */
	private function work( DueTask $task, array &$seen ): bool {
		do {
			$alone = ! $task->makes_final() || $task->is_alone;
			$id    = ( $alone ? null : $this->first_of_order( $task->order_id, $seen ) ) ?? $task->id;
			if ( ! $this->task_runner->process( $id ) ) {
				return false;
			}
			$seen[] = $id;
		} while ( ! in_array( $task->id, $seen, true ) );
		return true;
	}

	/** Slept a little, because this row is a back-fill's and Sellsy's allowance is to last. */
	private function waits( DueTask $task ): bool {
		$wait = $task->is_backfill ? ( $this->calls->this_minute()?->wait( $this->clock->now() ) ?? 0 ) : 0;
		if ( $wait > 0 ) {
			$this->sleep->milliseconds( min( $wait, self::LOOK ) );
		}
		return $wait > 0;
	}

	/**
	 * A token where it is this runner's now, else empty.
	 *
	 * @param \DateTimeImmutable $until the end of the run: one that dies holds up the others no longer than need be.
	 */
	private function take_turn( \DateTimeImmutable $until ): string {
		$token   = $this->randomness->token();
		$until   = $until->add( new \DateInterval( self::LONGER ) );
		$is_ours = $this->remote_id_store->claim( '', self::KIND, self::NAME, $token, $this->clock->now(), $until );
		return $is_ours ? $token : '';
	}

	private function release_turn( string $token ): void {
		$this->remote_id_store->release( '', self::KIND, self::NAME, $token );
	}
}
