<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Work;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Failures\SkipTask;
use OrderInvoicer\Domain\Ledger\AttemptLog;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\OrderLinks;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Pauses\FailureCount;
use OrderInvoicer\Domain\Pauses\FailurePause;
use OrderInvoicer\Domain\Pauses\Pause;
use OrderInvoicer\Domain\Pauses\Pauses;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\JobQueue;
use OrderInvoicer\Domain\System\Randomness;

/** What becomes of a claimed row that could not be finished. */
final class FailureHandler {

	/** Failures without a proper answer in a row that open the breaker. */
	private const BREAKER = 3;

	/** Seconds until a row goes on that only the older API refused. */
	private const OTHER_LIMIT = 5;

	/** Seconds between two looks at what is waited for. */
	private const LONGEST = 900;

	public function __construct(
		private readonly Ledger $ledger,
		private readonly AttemptLog $attempts,
		private readonly Pauses $pauses,
		private readonly FailureCount $failures,
		private readonly RetryPolicy $retry_policy,
		private readonly FailurePause $failure_pause,
		private readonly OrderLinks $orders,
		private readonly JobQueue $queue,
		private readonly Clock $clock,
		private readonly Randomness $randomness,
	) {}

	public function remote( Task $task, RemoteFailure $failure ): void {
		match ( $failure->kind ) {
			FailureKind::RateLimited => $this->limited( $task, $failure ),
			FailureKind::Unauthorized,
			FailureKind::AccountBlocked => $this->pause( $task, $failure ),
			FailureKind::NotSent, FailureKind::OutcomeUnknown => $this->no_answer( $task, $failure ),
			FailureKind::V1Missing,
			FailureKind::NotFound,
			FailureKind::Rejected => $this->attention( $task, $failure->problem() ),
		};
	}

	/** The older API has a limit of its own, which is over in a second: nobody else waits for it. */
	private function limited( Task $task, RemoteFailure $failure ): void {
		$failure->status === 200
			? $this->release( $task, $failure->problem(), self::OTHER_LIMIT, false )
			: $this->pause( $task, $failure );
	}

	public function attention( Task $task, Problem $problem ): void {
		$loss    = $this->of_loss( $task );
		$problem = $loss === null || $loss->is_like( $problem ) ? $problem : $loss;
		if ( $this->ledger->save( TaskTransitions::stopped( $task, $problem ) ) ) {
			$this->log( $task, 'attention', $problem );
			$this->orders->note_problem( $task->key->order_id, $problem );
		}
	}

	public function skip( Task $task, SkipTask $skip ): void {
		if ( ! $this->ledger->save( TaskTransitions::left_out( $task, $skip->problem ) ) ) {
			return;
		}
		$this->log( $task, 'skipped', $skip->problem );
		$follow = $skip->concerns_others ? $this->ledger->follow( $task->key->order_id, $this->clock->now() ) : null;
		if ( $follow !== null ) {
			$this->queue->wake( $follow );
		}
	}

	/**
	 * Costs no try. What waits for the same thing again is looked at less and less often, never more than twice as late
	 * as it could have been: some wait for a person. Making final stays in sequence and keeps its short waits.
	 */
	public function wait( Task $task, RetryLater $wait ): void {
		$problem    = $wait->problem;
		$seconds    = $wait->seconds;
		$is_patient = $problem->traits()->is_patient
			&& ! $wait->is_punctual
			&& ! $task->key->effect->makes_final();
		$waits      = $is_patient && $task->problem?->is_like( $problem ) === true
			? 1 + (int) ( $task->problem->facts['waits'] ?? 0 )
			: 0;
		$again      = $waits === 0 ? $problem : $problem->and( [ 'waits' => $waits ] );
		$this->release(
			$task,
			$again,
			max( $seconds, min( self::LONGEST, $seconds * 2 ** min( $waits, 10 ) ) ),
			false
		);
	}

	/** Its kind of work waits: the row only gets its time, for it is not it that failed. The sweeper finds it. */
	public function hold( Task $task, Pause $pause ): void {
		$until = $pause->until ?? $this->clock->now();
		$why   = $this->of_loss( $task ) ?? $pause->problem;
		$this->ledger->save( TaskTransitions::released( $task, $until, $why, false ) );
	}

	/** A document that stands no more stays so, whatever went wrong before another was begun. */
	private function of_loss( Task $task ): ?Problem {
		$now = $task->has_lost_its_document() ? $this->ledger->find( $task->id ) : null;
		return $now?->has_lost_its_document() === true ? $now->problem : null;
	}

	/** Costs a try; the last one leaves it to a person. */
	public function retry( Task $task, Problem $problem ): void {
		$delay = $this->retry_policy->delay(
			$task->attempts,
			$this->randomness->up_to( RetryPolicy::MAX_JITTER_PERCENT )
		);
		if ( $delay === null ) {
			$this->attention(
				$task,
				new Problem(
					ProblemCode::TriesUsedUp,
					[
						'detail' =>
							(string) ( $problem->facts['route'] ?? $problem->facts['detail'] ?? $problem->code->value ),
					]
				)
			);
			return;
		}
		$this->release( $task, $problem, $delay, true );
	}

	private function no_answer( Task $task, RemoteFailure $failure ): void {
		if ( $this->failures->add() < self::BREAKER ) {
			$this->retry( $task, $failure->problem() );
			return;
		}
		$this->pause( $task, $failure );
	}

	/** All rows stand still, or those of its kind; this one comes back when the others do. */
	private function pause( Task $task, RemoteFailure $failure ): void {
		$this->pauses->begin( $this->failure_pause->after( $failure, $this->clock->now(), $task->key->effect ) );
		$seconds = $this->failure_pause->seconds( $failure );
		$this->release( $task, $failure->problem(), $seconds, false );
	}

	private function release( Task $task, Problem $problem, int $seconds, bool $counts ): void {
		$due_at = $this->clock->now()->modify( "+$seconds seconds" );
		$why    = $this->of_loss( $task ) ?? $problem;
		if ( $this->ledger->save( TaskTransitions::released( $task, $due_at, $why, $counts ) ) ) {
			$this->log( $task, 'released', $problem );
			$this->queue->wake_at( $task->id, $due_at );
		}
	}

	private function log( Task $task, string $outcome, Problem $problem ): void {
		$this->attempts->add( $task->id, $task->attempts, $this->clock->now(), $outcome, $problem );
	}
}
