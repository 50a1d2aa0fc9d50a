<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Work;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Backup\Unrecorded;
use OrderInvoicer\Domain\Content\Invoicing;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Drafts\LostDocumentFinder;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Report\Report;
use OrderInvoicer\Domain\Report\ReportedDocument;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Watching\FinalDocument;
use OrderInvoicer\Domain\Watching\LostDocument;

/** One draft is read afresh: it still is one, somebody made it final, or it is gone. */
final class DraftReader {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly Invoicing $invoicing,
		private readonly LostDocumentFinder $lost_document_finder,
		private readonly FinalDocument $final,
		private readonly LostDocument $lost,
		private readonly Clock $clock,
		private readonly Unrecorded $unrecorded,
		private readonly Report $report,
	) {}

	/**
	 * One request.
	 *
	 * @throws RemoteFailure nothing is known of this draft; the next ones have their turn.
	 */
	public function read( Task $task ): void {
		$document = $this->document( $task );
		if ( $this->is_touched( $task ) ) {
			return; // A task is at it, or was: the answer may be older than what it did.
		}
		if ( $document === null ) {
			$task->state === TaskState::Done ? $this->lost->gone( $task ) : $this->look( $task );
			return;
		}
		$this->note( $task, $document );
		$this->ledger->save( TaskTransitions::checked( $task, $this->clock->now() ) );
	}

	/**
	 * @return RemoteDocument|null null: it is gone.
	 * @throws RemoteFailure
	 */
	private function document( Task $task ): ?RemoteDocument {
		try {
			return $this->invoicing->get( $task->key->effect->creates() ?? DocumentKind::Invoice, $task->remote_id );
		} catch ( RemoteFailure $failure ) {
			$this->ledger->save( TaskTransitions::checked( $task, $this->clock->now() ) );
			throw $failure;
		}
	}

	private function note( Task $task, RemoteDocument $document ): void {
		if ( $document->is_cancelled() && $document->kind->is_validated() ) {
			$this->ledger->save( TaskTransitions::numbered( $task, $document ) );
			$this->lost->cancelled( $task, $document );
		} elseif ( ! $document->is_draft() ) {
			$this->lost_document_finder->is_for( $task, $document );
			$this->unrecorded->found_final( $task, $document );
			$this->final->note( $task, $document );
		} elseif ( ! $document->kind->needs_v1() ) {
			// Somebody may have changed what it is worth.
			$this->report->update( $task->id, ReportedDocument::from_document( $document ) );
		}
	}

	private function is_touched( Task $seen ): bool {
		$now   = $this->ledger->find( $seen->id );
		$facts = static fn ( Task $task ): array => [
			$task->state,
			$task->remote_id,
			$task->remote_number,
			$task->made_at?->getTimestamp(),
		];
		return $now === null || $facts( $now ) !== $facts( $seen );
	}

	/** A row that asked a person to delete its draft sees what they did. */
	private function look( Task $task ): void {
		if ( $task->state === TaskState::Attention ) {
			$this->ledger->save( TaskTransitions::due_again( $task, $this->clock->now() ) );
		}
	}
}
