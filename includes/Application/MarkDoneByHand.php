<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application;

use OrderInvoicer\Application\Ports\AttemptLog;
use OrderInvoicer\Application\Ports\Clock;
use OrderInvoicer\Application\Ports\JobQueue;
use OrderInvoicer\Application\Ports\Ledger;
use OrderInvoicer\Application\Ports\Orders;
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
		private readonly Orders $orders,
		private readonly AttemptLog $attempts,
		private readonly JobQueue $queue,
		private readonly Clock $clock,
	) {}

	/** @return bool false for a row that does not ask this (any more): nothing is changed. */
	public function mark( int $sync_id ): bool {
		$row = $this->ledger->find( $sync_id );
		if ( $row === null || ! in_array( RowAct::DoneByHand, $this->acts->of( $row ), true ) ) {
			return false;
		}
		$by_hand = $this->problem( $row );
		if ( ! $this->ledger->settle( $row, $by_hand ) ) {
			return false;
		}
		$this->attempts->add( $sync_id, 0, $this->clock->now(), 'skipped', $by_hand );
		$this->go_on( $row->key->order_id );
		return true;
	}

	/** A refund may be deleted in the shop later; its amount stays credited. */
	private function problem( Sync $row ): Problem {
		foreach ( $row->key->effect === Effect::CreateCreditNote ? $this->orders->refunds( $row->key->order_id ) : [] as $refund ) {
			if ( $refund->id === $row->key->refund_id ) {
				return new Problem( ProblemCode::DoneByHand, [ 'refund' => $refund->amount->to_string() ] );
			}
		}
		return new Problem( ProblemCode::DoneByHand );
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
