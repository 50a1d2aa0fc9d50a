<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Drafts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\LeaseLost;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\FollowUps\FollowUpPlanner;
use OrderInvoicer\Domain\Ledger\AttemptLog;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\OrderLinks;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Report\Report;
use OrderInvoicer\Domain\Report\ReportedDocument;
use OrderInvoicer\Domain\Report\ReportedOrder;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\JobQueue;

/**
 * The end of a task that made a document: the ledger first, then the copies that people see, then what follows.
 * Everything after the ledger may be done twice.
 */
final class DocumentCompletion {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly AttemptLog $attempts,
		private readonly OrderLinks $orders,
		private readonly FollowUpPlanner $follow_ups,
		private readonly Clock $clock,
		private readonly Report $report,
		private readonly JobQueue $queue,
	) {}

	/**
	 * @param Problem|null       $problem the document stands and gets its link, but nothing follows before a person has
	 *                                    looked.
	 * @param OrderSnapshot|null $order   whose document it is, where the task made it or changed it.
	 * @param Intent|null        $proven  what it bills, where the row does not say so yet.
	 * @param Task|null          $parent  the row that has its document, which gets the number.
	 * @throws LeaseLost
	 */
	public function done(
		Task $task,
		RemoteDocument $document,
		?Problem $problem = null,
		?OrderSnapshot $order = null,
		?Intent $proven = null,
		?Task $parent = null,
	): void {
		$this->report( $task, $document, $order );
		$made = TaskTransitions::made( $task, $document, $this->clock->now(), $problem, $proven );
		if ( $made === null || ! $this->ledger->save( $made ) ) {
			throw new LeaseLost();
		}
		$this->number( $parent, $document ); // Before the rows of the order are read.
		$this->attempts->add(
			$task->id,
			$task->attempts,
			$this->clock->now(),
			$problem === null ? 'done' : 'attention',
			$problem
		);
		if ( $problem === null ) {
			$this->copies( $made->after(), $document );
			return;
		}
		$this->orders->attach( $task->key->order_id, $document, $task->key->refund_id );
		$this->orders->note_problem( $task->key->order_id, $problem );
	}

	/** The task's document was looked for and is gone from Sellsy. */
	public function gone( Task $task ): void {
		$this->report->forget( $task->id, $task->remote_id );
	}

	/** Before the ledger says that it is done: a runner that dies in between does both again. */
	private function report( Task $task, RemoteDocument $document, ?OrderSnapshot $order ): void {
		if ( $task->key->effect->creates() !== null ) {
			$reported = ReportedDocument::from_document( $document, $order?->currency->code ?? '' );
			$this->report->keep( $task, $reported, $order === null ? null : ReportedOrder::from_order( $order ) );
		} elseif ( $task->parent_id > 0 ) {
			$this->report->update( $task->parent_id, ReportedDocument::from_document( $document ) );
		}
	}

	/**
	 * Also called by the sweeper, for rows whose runner died right after the ledger was written.
	 *
	 * @param Task $task as it is done.
	 */
	public function copies( Task $task, RemoteDocument $document ): void {
		$rows = $this->ledger->for_order( $task->key->order_id );
		foreach ( $rows as $row ) {
			$this->number( $row->id === $task->parent_id ? $row : null, $document );
		}
		if ( ! self::is_replaced( $task, $rows ) ) {
			$this->orders->attach( $task->key->order_id, $document, $task->key->refund_id );
		}
		if ( $task->key->effect->makes_final() ) {
			$this->orders->note_finalised( $task->key->order_id, $document, $task->key->refund_id );
		}
		$this->follow_ups->open( $task->key->order_id, $task->origin );
		$this->go_on( $task, $rows );
		$this->ledger->save( TaskTransitions::checked( $task, $this->clock->now() ) );
	}

	private function number( ?Task $row, RemoteDocument $document ): void {
		if ( $row !== null && ! in_array( $document->number, [ '', $row->remote_number ], true ) ) {
			$this->ledger->save( TaskTransitions::numbered( $row, $document ) );
		}
	}

	/**
	 * The order shows the one that was issued anew.
	 *
	 * @param list<Task> $rows of the order.
	 */
	private static function is_replaced( Task $task, array $rows ): bool {
		foreach ( $rows as $row ) {
			if (
				$row->key->effect === $task->key->effect
				&& $row->key->refund_id === $task->key->refund_id
				&& $row->key->revision > $task->key->revision
				&& $row->has_document()
			) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Documents of the same order that wait for this one, and what makes it final once it is as its order again; those
	 * of other orders wait for their own. A runner comes for them: this one has tried them already, or is the pass.
	 *
	 * @param list<Task> $rows of the order.
	 */
	private function go_on( Task $task, array $rows ): void {
		foreach ( $rows as $row ) {
			$waits = $row->waits_for( ProblemCode::WaitsForDocument )
				? $row->parent_id === $task->id && $row->problem?->fact( 'for' ) === 'draft'
				: $row->problem?->is( ProblemCode::WaitsForParent ) === true
					&& $task->key->effect->creates()?->is_parent() === true;
			if ( $waits && $this->ledger->save( TaskTransitions::due_again( $row, $this->clock->now() ) ) ) {
				$this->queue->wake( $row->id );
			}
		}
	}
}
