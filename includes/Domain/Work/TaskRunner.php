<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Work;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Backup\LookAround;
use OrderInvoicer\Domain\Documents\RecentAnswers;
use OrderInvoicer\Domain\Failures\BrokenFilter;
use OrderInvoicer\Domain\Failures\LeaseLost;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Failures\SkipTask;
use OrderInvoicer\Domain\Failures\TryAgain;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskHandler;
use OrderInvoicer\Domain\Ledger\Trail;
use OrderInvoicer\Domain\SameOrder\TellApart;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Domain\System\Randomness;
use OrderInvoicer\Domain\System\RuntimeCache;

/**
 * Takes one row of the ledger, does its effect, and leaves the row in a state that says what happened. Never throws.
 */
final class TaskRunner {

	/** @param array<string, \Closure(): TaskHandler> $effects by Effect value: a runner needs few of them. */
	public function __construct(
		private readonly WorkGate $gate,
		private readonly Ledger $ledger,
		private readonly array $effects,
		private readonly FailureHandler $failure_handler,
		private readonly RetryPolicy $retry_policy,
		private readonly Clock $clock,
		private readonly Randomness $randomness,
		private readonly Logger $logger,
		private readonly Trail $trail,
		private readonly RuntimeCache $runtime_cache,
		private readonly LookAround $look_around,
		private readonly RecentAnswers $answers,
		private readonly TellApart $tell_apart,
	) {}

	/** @return bool false where no work is allowed now. */
	public function process( int $task_id ): bool {
		try {
			$this->runtime_cache->hold();
			if ( ! $this->gate->is_open() ) {
				return false;
			}
			$this->claim_and_work( $task_id );
			return true;
		} finally {
			$this->runtime_cache->release();
		}
	}

	/** Of what needs nothing of Sellsy: whether work is allowed there does not matter. */
	public function process_without_sellsy( int $task_id ): void {
		try {
			$this->runtime_cache->hold();
			$this->claim_and_work( $task_id );
		} finally {
			$this->runtime_cache->release();
		}
	}

	private function claim_and_work( int $task_id ): void {
		$now  = $this->clock->now();
		$task = $this->ledger->claim(
			$task_id,
			$now,
			$this->randomness->token(),
			$now->add( new \DateInterval( Task::LEASE ) )
		);
		if ( $task === null ) {
			return;
		}
		$this->trail->begin();
		$goes_on = $this->answers->go_on_with( $task->key->order_id );
		try {
			$this->work( $task, $goes_on );
		} catch ( LeaseLost ) {
			$this->logger->info( 'Another runner has taken over the task.', [ 'sync_id' => $task->id ] );
		} catch ( \Throwable $error ) {
			$this->unexpected( $task, $error );
		}
	}

	private function work( Task $task, bool $goes_on ): void {
		if ( $this->retry_policy->is_used_up( $task->attempts ) ) {
			$facts = [ 'detail' => $task->problem?->fact( 'detail' ) ?? '' ];
			$this->failure_handler->attention( $task, new Problem( ProblemCode::TriesUsedUp, $facts ) );
			return;
		}
		$needs_sellsy = $task->key->effect->needs_sellsy();
		$pause        = $needs_sellsy ? $this->gate->pause_of( $task->key->effect ) : null;
		if ( $pause !== null ) {
			$this->failure_handler->hold( $task, $pause );
			return;
		}
		// As the pause was read: no question more.
		$was_in_doubt = $needs_sellsy && $this->gate->is_in_doubt( $task->key->effect );
		try {
			if ( $needs_sellsy ) {
				$this->look_around->before( $task );
			}
			$handler = ( $this->effects[ $task->key->effect->value ] )();
			$handler->run( $this->tell_apart->before( $task, $goes_on ) );
			$this->answers->keep();
			if ( $was_in_doubt ) {
				$this->gate->goes_on( $task->key->effect );
			}
		} catch ( NeedsAttention $stopped ) {
			$this->failure_handler->attention( $task, $stopped->problem );
		} catch ( BrokenFilter $broken ) {
			$this->failure_handler->attention( $task, $broken->problem() );
		} catch ( SkipTask $skipped ) {
			$this->failure_handler->skip( $task, $skipped );
		} catch ( RetryLater $wait ) {
			$this->failure_handler->wait( $task, $wait );
		} catch ( TryAgain $failed ) {
			$this->failure_handler->retry( $task, $failed->problem );
		} catch ( RemoteFailure $failure ) {
			$this->failure_handler->remote( $task, $failure );
		}
	}

	/** Only the place is kept: messages of other people's code may hold anything. */
	private function unexpected( Task $task, \Throwable $error ): void {
		$detail = $error::class . ' ' . basename( $error->getFile() ) . ':' . $error->getLine();
		$this->logger->error(
			'A task failed unexpectedly.',
			[ 'sync_id' => $task->id ] + [ 'detail' => $detail ]
		);
		try {
			$this->failure_handler->retry(
				$task,
				new Problem( ProblemCode::UnexpectedError, [ 'detail' => $detail ] )
			);
		} catch ( \Throwable ) {
			// The database is away: the lease lapses and the sweeper finds the row.
			$this->logger->error( 'The task waits until its lease lapses.', [ 'sync_id' => $task->id ] );
		}
	}
}
