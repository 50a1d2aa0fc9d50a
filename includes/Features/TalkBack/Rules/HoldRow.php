<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\TalkBack\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\FreshTask;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\LinkTransitions;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskChange;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\Randomness;

/** The ledger holds as done what came from Sellsy, so that nobody writes it back there. */
final class HoldRow {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly Clock $clock,
		private readonly Randomness $randomness,
	) {}

	/**
	 * @param Task     $document      that it came from.
	 * @param string   $remote_type   of what it stands for at Sellsy.
	 * @param bool     $even_if_done  one that was done before is done again.
	 * @param Intent   $worth         of a payment what it is worth.
	 * @return bool false: another process has the row.
	 */
	public function hold(
		TaskKey $key,
		Task $document,
		string $remote_type,
		int $remote_id,
		bool $even_if_done = false,
		Intent $worth = new Intent()
	): bool {
		$now = $this->clock->now();
		$row = $this->ledger->find_by_key( $key );
		if ( $row?->state === TaskState::Done && ! $even_if_done ) {
			return true;
		}
		$ended = [ TaskState::Skipped, ...( $even_if_done ? [ TaskState::Done ] : [] ) ];
		$again = static fn ( Task $left ): ?TaskChange => in_array( $left->state, $ended, true )
			? TaskTransitions::reopened( $left, $now, $document->id, $even_if_done )
			: null;
		$id    = $this->ledger->open( $key, $now, $document->id, false, $document->origin )
			?? FreshTask::change( $this->ledger, $key, $again )
			?? $row?->id;
		$until = $now->add( new \DateInterval( Task::LEASE ) );
		$held  = $id === null ? null : $this->ledger->claim( $id, $now, $this->randomness->token(), $until );
		return $held !== null
			&& $this->ledger->save( LinkTransitions::adopted( $held, $worth, $remote_type, $remote_id ) )
			&& $this->ledger->save( TaskTransitions::done( $held, $remote_type, $remote_id, $now ) );
	}
}
