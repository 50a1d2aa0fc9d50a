<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application;

use OrderInvoicer\Application\Ports\AttemptLog;
use OrderInvoicer\Application\Ports\Clock;
use OrderInvoicer\Application\Ports\JobQueue;
use OrderInvoicer\Application\Ports\Ledger;
use OrderInvoicer\Domain\Sync\Effect;
use OrderInvoicer\Domain\Sync\Problem;
use OrderInvoicer\Domain\Sync\ProblemCode;
use OrderInvoicer\Domain\Sync\Sync;

/** A person did at Sellsy what this plugin could not do. The row is left out for good, and what waited for it goes on. */
final class MarkDoneByHand {

	/** What is said of rows that wait for another one of their order. */
	private const WAITING = [ ProblemCode::WaitsForParent, ProblemCode::WaitsForDocument ];

	public function __construct(
		private readonly Ledger $ledger,
		private readonly RowActs $acts,
		private readonly AttemptLog $attempts,
		private readonly JobQueue $queue,
		private readonly Clock $clock,
	) {}

	/** @return bool false for a row that does not ask this (any more): nothing is changed. */
	public function mark( int $sync_id ): bool {
		$row = $this->ledger->find( $sync_id );
		if ( $row === null || ! in_array( RowAct::DoneByHand, $this->acts->of( $row ), true ) || $this->is_of_draft( $row ) ) {
			return false;
		}
		$by_hand = new Problem( ProblemCode::DoneByHand );
		if ( ! $this->ledger->settle( $row, $by_hand ) ) {
			return false;
		}
		$this->attempts->add( $sync_id, 0, $this->clock->now(), 'skipped', $by_hand );
		$this->go_on( $row->key->order_id );
		return true;
	}

	/** Nothing can be credited of a draft: it was changed instead, and each update of it would bring that back. */
	private function is_of_draft( Sync $row ): bool {
		$invoice = $row->key->effect === Effect::CreateCreditNote ? $this->ledger->find( $row->parent_id ) : null;
		return $invoice !== null && $invoice->remote_id > 0 && $invoice->remote_number === '';
	}

	/** One wake-up is enough: it works through everything that is due. */
	private function go_on( int $order_id ): void {
		$now = $this->clock->now();
		$due = $this->ledger->follow( $order_id, $now );
		foreach ( $this->ledger->for_order( $order_id ) as $row ) {
			if ( in_array( $row->problem?->code, self::WAITING, true ) && $this->ledger->requeue( $row->id, $now ) ) {
				$due = $row->id;
			}
		}
		if ( $due !== null ) {
			$this->queue->wake( $due );
		}
	}
}
