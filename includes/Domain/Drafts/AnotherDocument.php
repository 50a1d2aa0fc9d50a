<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Drafts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Content\Invoicing;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\LeaseLost;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\SkipTask;
use OrderInvoicer\Domain\Ledger\FreshTask;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\LinkTransitions;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\OutcomeProblem;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskChange;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\OrderBook\CreditNoteTasks;
use OrderInvoicer\Domain\OrderBook\LostDocuments;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\JobQueue;
use OrderInvoicer\Domain\Watching\CarryOver;
use OrderInvoicer\Domain\Watching\DetachDocument;

/**
 * A task is to make a document again that stands no more. What was cancelled is read first: somebody may have reopened
 * it. An invoice has a number that is never given twice, so another row makes the next one, and the first stays known:
 * should somebody reopen it, both would stand. All other documents are made again by their own row.
 */
final class AnotherDocument {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly Invoicing $invoicing,
		private readonly DocumentWriter $document_writer,
		private readonly DetachDocument $detach,
		private readonly CarryOver $carry,
		private readonly JobQueue $queue,
		private readonly Clock $clock,
	) {}

	/**
	 * @param Task $task held by this runner.
	 * @return Task|RemoteDocument the row without its document, which is to make another; or the document, which stands
	 *                             again.
	 * @throws SkipTask when none is to be made by this row.
	 * @throws NeedsAttention when a person must do something first.
	 * @throws LeaseLost
	 * @throws RemoteFailure
	 */
	public function begin( Task $task, OrderSnapshot $order ): Task|RemoteDocument {
		$problem = $task->problem ?? throw new \LogicException( 'Its document stands.' );
		$kind    = $task->key->effect->creates() ?? throw new \LogicException( 'Creates no document.' );
		if ( $task->has_cancelled_document() ) {
			$document = $this->invoicing->get( $kind, $task->remote_id );
			if ( $document !== null && ! $document->is_cancelled() ) {
				return $document;
			}
		}
		$rests = LostDocuments::rests( $task, $this->ledger->for_order( $task->key->order_id ), $order, $problem );
		if ( $rests !== null ) {
			$rests === $problem ? $this->detach->take_off( $task ) : $this->document_writer->forget_gone( $task );
			throw new SkipTask( $rests, true );
		}
		if ( $kind === DocumentKind::Invoice && $task->has_cancelled_document() ) {
			$this->by_another_row( $task, $order, $problem );
		}
		$this->carry->over( $task, $task );
		return $this->document_writer->forget_gone( $task );
	}

	/** There was to be none, and a person asks for one after all: what was done about the first goes with it. */
	public function after_none( Task $task ): void {
		if ( in_array( $task->outcome, [ Outcome::NotWanted, Outcome::LeftToPerson ], true ) ) {
			$this->carry->over( $task, $task );
		}
	}

	/** @throws SkipTask|NeedsAttention */
	private function by_another_row( Task $task, OrderSnapshot $order, Problem $problem ): never {
		$credit = $this->whole_credit( $task );
		if ( $credit !== null ) {
			$number = [ 'credit_note' => $credit->remote_number ];
			throw new NeedsAttention( OutcomeProblem::problem( Outcome::Cancelled, $number + $problem->facts ) );
		}
		if ( $order->is_cancelled() ) {
			throw new NeedsAttention( $problem );
		}
		$key = $task->key->replacing_invoice();
		$this->ledger->open(
			key: $key,
			due_at: $this->clock->now(),
			parent_id: $task->id,
			asked: true,
			origin: $task->origin,
			moves_payments: $task->moves_payments
		);
		$this->wake_never( $key );
		$new = $this->ledger->find_by_key( $key ) ?? throw new \LogicException( 'A row that was opened is there.' );
		$this->carry->over( $task, $new );
		$this->queue->wake( $new->id );
		throw new SkipTask( OutcomeProblem::problem( Outcome::Replaced, $problem->facts ) );
	}

	/** It was opened to have what a person linked, and that process died. */
	private function wake_never( TaskKey $key ): void {
		$now = $this->clock->now();
		$due = static fn ( Task $task ): ?TaskChange => LinkTransitions::is_never( $task, $now )
			? TaskTransitions::due_again( $task, $now, asked: true )
			: null;
		FreshTask::change( $this->ledger, $key, $due );
	}

	/** Another invoice beside it would be credited already. */
	private function whole_credit( Task $invoice ): ?Task {
		foreach ( $this->ledger->for_order( $invoice->key->order_id ) as $row ) {
			if ( CreditNoteTasks::takes_all( $row, $invoice->id ) && ! $row->has_lost_its_document() ) {
				return $row;
			}
		}
		return null;
	}
}
