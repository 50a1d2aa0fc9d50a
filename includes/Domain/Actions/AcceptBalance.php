<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Actions;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Balance\Balance;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Work\TaskRunner;

/** A person has seen that two sums differ, and that they are right. Other sums are asked about anew. */
final class AcceptBalance {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly FreshOffers $fresh_offers,
		private readonly TaskRunner $task_runner,
		private readonly Clock $clock,
	) {}

	/** @return bool false for a row that does not ask this (any more): nothing is changed. */
	public function accept( int $task_id ): bool {
		$row  = $this->fresh_offers->row( RowAct::AllRight, $task_id );
		$seen = $row === null ? '' : Balance::seen( $row );
		if (
			$row === null
			|| ! $this->ledger->save( TaskTransitions::due_again( $row, $this->clock->now(), says: $seen ) )
		) {
			return false;
		}
		$this->task_runner->process( $row->id );
		return true;
	}
}
