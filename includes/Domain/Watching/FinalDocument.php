<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Watching;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\OrderLinks;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Report\Report;
use OrderInvoicer\Domain\Report\ReportedDocument;
use OrderInvoicer\Domain\System\Clock;

/** Somebody made one of our drafts final in Sellsy, and whoever reads it first sees so: what waits for it goes on. */
final class FinalDocument {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly OrderLinks $orders,
		private readonly Clock $clock,
		private readonly Report $report,
	) {}

	/** @param Task $task that made the document. */
	public function note( Task $task, RemoteDocument $document ): void {
		// First: until the ledger has the number, the draft is looked at again.
		$this->report->update( $task->id, ReportedDocument::from_document( $document ) );
		$this->ledger->save( TaskTransitions::numbered( $task, $document ) );
		$this->orders->note_finalised( $task->key->order_id, $document, $task->key->refund_id );
		$this->ledger->follow( $task->key->order_id, $this->clock->now() );
		if ( $task->state === TaskState::Attention ) { // It asked a person about its draft.
			$this->ledger->save( TaskTransitions::due_again( $task, $this->clock->now() ) );
		}
	}
}
