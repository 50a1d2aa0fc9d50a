<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Watching;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\Noticed;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\LossTransitions;
use OrderInvoicer\Domain\Ledger\OrderLinks;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\OutcomeProblem;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\OrderBook\LostDocuments;
use OrderInvoicer\Domain\Report\Report;
use OrderInvoicer\Domain\System\Clock;

/**
 * Somebody deleted or cancelled one of our documents at Sellsy: it stands no more, and a person must say what becomes
 * of it, unless that is clear.
 */
final class LostDocument {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly Orders $stored_orders,
		private readonly OrderLinks $orders,
		private readonly DetachDocument $detach,
		private readonly Clock $clock,
		private readonly Report $report,
	) {}

	/**
	 * It was deleted.
	 *
	 * @param Task $row that made the document; nothing is changed unless it is done.
	 */
	public function gone( Task $row ): void {
		$this->report->forget( $row->id, $row->remote_id );
		if ( $row->state === TaskState::Done ) {
			$this->lose( $row, OutcomeProblem::problem( Outcome::Gone, [ 'id' => $row->remote_id ] ), null );
		}
	}

	/**
	 * It was cancelled, and is told of once.
	 *
	 * @param Task $row that made the document; what it asked of it does not matter any more.
	 */
	public function cancelled( Task $row, RemoteDocument $document ): void {
		if ( $row->has_document() ) {
			$this->lose( $row, self::of_cancelled( $document ), $document );
		}
	}

	public static function of_cancelled( RemoteDocument $document ): Problem {
		$facts = [
			'id'     => $document->id,
			'kind'   => $document->kind->value,
			'number' => $document->number,
		];
		return OutcomeProblem::problem( Outcome::Cancelled, $facts );
	}

	private function lose( Task $row, Problem $problem, ?RemoteDocument $cancelled ): void {
		$now   = $this->clock->now();
		$rests = LostDocuments::rests(
			$row,
			$this->ledger->for_order( $row->key->order_id ),
			$row->key->effect->creates() === DocumentKind::Invoice ? $this->order( $row ) : null,
			$problem
		);
		if ( $rests === null ) {
			if ( $this->ledger->save( LossTransitions::lost( $row, $problem, $now ) ) ) {
				$this->orders->note_problem( $row->key->order_id, $problem );
				$this->ledger->follow( $row->key->order_id, $now );
			}
		} elseif ( $this->ledger->save( LossTransitions::withdrawn( $row, $rests, $now ) ) ) {
			$rests === $problem ? $this->detach->take_off( $row ) : $this->detach->detach( $row );
			if ( $cancelled !== null ) {
				$this->orders->note_noticed( $row->key->order_id, $cancelled, Noticed::Cancelled );
			}
			$this->ledger->follow( $row->key->order_id, $now );
		}
	}

	/** Null also for one that cannot be read: then a person is asked. */
	private function order( Task $row ): ?OrderSnapshot {
		try {
			return $this->stored_orders->snapshot( $row->key->order_id );
		} catch ( \InvalidArgumentException ) {
			return null;
		}
	}
}
