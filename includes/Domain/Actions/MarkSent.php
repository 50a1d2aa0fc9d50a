<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Actions;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\AttemptLog;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\System\Clock;

/** It was not known whether an e-mail left. A person looked in Sellsy and says that it did. */
final class MarkSent {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly FreshOffers $fresh_offers,
		private readonly AttemptLog $attempts,
		private readonly Clock $clock,
	) {}

	/** @return bool false for a row that does not ask this (any more): nothing is changed. */
	public function mark( int $task_id ): bool {
		$row = $this->fresh_offers->row( RowAct::MarkSent, $task_id );
		$now = $this->clock->now();
		if ( $row === null || ! $this->ledger->save( TaskTransitions::settled( $row, $now ) ) ) {
			return false;
		}
		$this->attempts->add( $task_id, 0, $now, 'done', null );
		return true;
	}
}
