<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Drafts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\Randomness;

/** The runner of another row takes over the draft's own row while it changes the draft, so that nobody else does. */
final class TakeDraft {

	private const WAIT = 10;

	public function __construct(
		private readonly Ledger $ledger,
		private readonly Clock $clock,
		private readonly Randomness $randomness,
	) {}

	/**
	 * @return Task the row as it is held.
	 * @throws RetryLater while another runner has it.
	 */
	public function take( Task $task ): Task {
		$now   = $this->clock->now();
		$until = $now->add( new \DateInterval( Task::LEASE ) );
		$this->ledger->save( TaskTransitions::reopened( $task, $now, $task->parent_id, true ) );
		return $this->ledger->claim( $task->id, $now, $this->randomness->token(), $until )
			?? throw new RetryLater( self::comes_first(), self::WAIT );
	}

	/** As it was; or due, where a change was begun whose end is not known. */
	public function give_back( Task $held ): void {
		$is_changing = $this->ledger->find( $held->id )?->intent->snapshot_hash !== $held->intent->snapshot_hash;
		$now         = $this->clock->now();
		$this->ledger->save(
			$is_changing
				? TaskTransitions::released( $held, $now, self::comes_first(), false )
				: TaskTransitions::done( $held, $held->remote_type, $held->remote_id, $now )
		);
	}

	private static function comes_first(): Problem {
		return new Problem( ProblemCode::WaitsForDocument, [ 'for' => 'draft' ] );
	}
}
