<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Drafts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\ParentRef;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\OrderLinks;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\System\Clock;

/**
 * The document of the same order that another is made from: the nearest one that the ledger knows. A parent that is
 * still to come is waited for; when it is done, it wakes the task that waits. If a person asks for the document, it
 * does not wait for a parent that has stopped. A parent is brought up to date first: once it is invoiced, Sellsy no
 * longer changes it. A document of a back-fill says at once that it needs a person: many documents that wait in silence
 * would hold up the back-fill.
 */
final class ChooseParent {

	private const WAIT         = 60;
	private const WAIT_STOPPED = 900;

	public function __construct(
		private readonly Ledger $ledger,
		private readonly Clock $clock,
		private readonly LostDocumentFinder $lost_document_finder,
		private readonly OrderLinks $orders,
	) {}

	/**
	 * @throws RetryLater
	 * @throws NeedsAttention
	 */
	public function parent_document( Task $task, DocumentKind $kind, OrderSnapshot $order ): ?ParentRef {
		if ( $task->key->revision > 0 ) {
			return null; // A replacement: the chain was made with the first one.
		}
		if ( $task->was_at_sellsy() ) {
			return null; // It stands: Sellsy takes a parent when a document is made, and not later.
		}
		foreach ( $kind->parents() as $parent ) {
			$this->bring_up_to_date( $this->row( $task, $parent ), $parent, $order );
		}
		foreach ( $kind->parents() as $parent ) {
			$row = $this->row( $task, $parent );
			if ( $row !== null && ! ( $task->asked && $row->state === TaskState::Attention ) ) {
				return $this->standing( $row, $parent, $task->origin->is_backfill() );
			}
		}
		return null;
	}

	/**
	 * One that could not follow has told a person, and holds up nothing.
	 *
	 * @throws RetryLater while it is behind its order, or at work.
	 */
	private function bring_up_to_date( ?Task $task, DocumentKind $kind, OrderSnapshot $order ): void {
		if ( $task === null || ! $task->was_at_sellsy() || $kind->needs_v1() ) {
			return;
		}
		if ( $task->state === TaskState::Done && $task->intent->is_behind( $order ) ) {
			$this->ledger->save( TaskTransitions::reopened( $task, $this->clock->now(), $task->parent_id, true ) );
			throw $this->wait_for( $kind );
		}
		if ( $task->is_under_way() ) {
			throw $this->wait_for( $kind );
		}
	}

	private function wait_for( DocumentKind $kind ): RetryLater {
		return new RetryLater( new Problem( ProblemCode::WaitsForParent, [ 'kind' => $kind->value ] ), self::WAIT );
	}

	/**
	 * The order may name another buyer by now than the parent does: Sellsy makes nothing of one customer from another's
	 * document, but leaves a draft below its parent that is given to another. A parent in another account names nobody
	 * that is known here.
	 *
	 * @throws RetryLater while the parent of a draft that stands is at work: it may follow the order as well.
	 */
	public function for_customer( Task $task, ?ParentRef $parent, CustomerRef $customer ): ?ParentRef {
		$stands = $task->was_at_sellsy();
		$above  = $stands ? $this->lost_document_finder->hangs_below( $task ) : $parent;
		$row    = $above === null ? null : $this->row( $task, $above->kind );
		$named  = $row === null
			|| $row->remote_id !== $above?->id
			? null
			: $this->lost_document_finder->sent_for( $row );
		if ( $above === null || $row === null || $named === null || $named->facts() === $customer->facts() ) {
			return $parent;
		}
		if ( $stands && $row->is_under_way() ) {
			throw $this->wait_for( $above->kind );
		}
		$facts = [ 'kind' => $above->kind->value ] + [ 'number' => $row->remote_number ];
		$facts += $stands ? [ 'draft' => $task->remote_id ] : [];
		$this->orders->note_problem( $task->key->order_id, new Problem( ProblemCode::ParentOfAnother, $facts ) );
		return null;
	}

	private function row( Task $task, DocumentKind $kind ): ?Task {
		return self::newest( $this->ledger->for_order( $task->key->order_id ), $kind );
	}

	/**
	 * The row of the nearest document of the same order that this kind is made from, or would be.
	 *
	 * @param list<Task> $rows of the order.
	 */
	public static function nearest( array $rows, DocumentKind $kind ): ?Task {
		foreach ( $kind->parents() as $parent ) {
			$row = self::newest( $rows, $parent );
			if ( $row !== null ) {
				return $row;
			}
		}
		return null;
	}

	/**
	 * Null also for one that was left out, or stands no more: nothing is to come before a person has said so.
	 *
	 * @param list<Task> $rows of the order.
	 */
	private static function newest( array $rows, DocumentKind $kind ): ?Task {
		$found = null;
		foreach ( $rows as $row ) {
			$is_over = $row->state === TaskState::Skipped
				|| ( $row->has_lost_its_document() && ! $row->is_under_way() );
			if ( $row->key->effect === Effect::create( $kind ) && ! $is_over ) {
				$found = $row;
			}
		}
		return $found;
	}

	/** Nothing is made from a draft that is not what the order says, and never was. */
	private function standing( Task $task, DocumentKind $kind, bool $is_backfill ): ParentRef {
		$is_wrong = $task->state === TaskState::Attention
			&& $task->outcome === Outcome::Made
			&& $task->intent->snapshot_hash === '';
		if ( $task->was_at_sellsy() && ! $is_wrong ) {
			return new ParentRef( $kind, $task->remote_id );
		}
		$has_stopped = $task->state === TaskState::Attention;
		$facts       = [ 'kind' => $kind->value ]
			+ ( $has_stopped && $task->problem !== null ? [ 'problem' => $task->problem->code->value ] : [] );
		$problem     = new Problem( ProblemCode::WaitsForParent, $facts );
		throw $has_stopped && $is_backfill
			? new NeedsAttention( $problem )
			: new RetryLater( $problem, $has_stopped ? self::WAIT_STOPPED : self::WAIT );
	}
}
