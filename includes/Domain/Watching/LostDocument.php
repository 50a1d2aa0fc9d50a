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
	 * @param Task $task that made the document; nothing is changed unless it is done.
	 */
	public function gone( Task $task ): void {
		$this->report->forget( $task->id, $task->remote_id );
		if ( $task->state === TaskState::Done ) {
			$this->lose( $task, OutcomeProblem::problem( Outcome::Gone, [ 'id' => $task->remote_id ] ), null );
		}
	}

	/**
	 * It was cancelled, and is told of once.
	 *
	 * @param Task $task that made the document; what it asked of it does not matter any more.
	 */
	public function cancelled( Task $task, RemoteDocument $document ): void {
		if ( $task->has_document() ) {
			$this->lose( $task, self::of_cancelled( $document ), $document );
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

	private function lose( Task $task, Problem $problem, ?RemoteDocument $cancelled ): void {
		$now   = $this->clock->now();
		$rests = LostDocuments::rests(
			$task,
			$this->ledger->for_order( $task->key->order_id ),
			$task->key->effect->creates() === DocumentKind::Invoice ? $this->order( $task ) : null,
			$problem
		);
		if ( $rests === null ) {
			if ( $this->ledger->save( LossTransitions::lost( $task, $problem, $now ) ) ) {
				$this->orders->note_problem( $task->key->order_id, $problem );
				$this->ledger->follow( $task->key->order_id, $now );
			}
		} elseif ( $this->ledger->save( LossTransitions::withdrawn( $task, $rests, $now ) ) ) {
			$rests === $problem ? $this->detach->take_off( $task ) : $this->detach->detach( $task );
			if ( $cancelled !== null ) {
				$this->orders->note_noticed( $task->key->order_id, $cancelled, Noticed::Cancelled );
			}
			$this->ledger->follow( $task->key->order_id, $now );
		}
	}

	/** Null also for one that cannot be read: then a person is asked. */
	private function order( Task $task ): ?OrderSnapshot {
		try {
			return $this->stored_orders->snapshot( $task->key->order_id );
		} catch ( \InvalidArgumentException ) {
			return null;
		}
	}
}
