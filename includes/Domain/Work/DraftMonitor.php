<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Work;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Backup\Unrecorded;
use OrderInvoicer\Domain\Content\Invoicing;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Drafts\LostDocumentFinder;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Watching\FinalDocument;
use OrderInvoicer\Domain\Watching\GoneDocument;

/** Drafts that a person finalised or deleted in Sellsy: noticed within the hour, in small batches. */
final class DraftMonitor {

	private const BATCH = 20;
	private const EVERY = '-1 hour';

	public function __construct(
		private readonly Ledger $ledger,
		private readonly Invoicing $invoicing,
		private readonly LostDocumentFinder $sent,
		private readonly FinalDocument $final,
		private readonly GoneDocument $gone,
		private readonly Clock $clock,
		private readonly Unrecorded $unrecorded,
	) {}

	/** A failed request ends the batch: the next pass goes on with those behind it. */
	public function run(): void {
		try {
			foreach ( $this->ledger->open_drafts( $this->clock->now()->modify( self::EVERY ), self::BATCH ) as $task ) {
				$this->read( $task );
			}
		} catch ( RemoteFailure ) {
			return;
		}
	}

	private function read( Task $task ): void {
		try {
			$document = $this->invoicing->get( $task->key->effect->creates() ?? DocumentKind::Invoice, $task->remote_id );
		} catch ( RemoteFailure $failure ) {
			$this->ledger->save( TaskTransitions::checked( $task, $this->clock->now() ) );
			throw $failure;
		}
		if ( $document === null ) {
			$task->state === TaskState::Done ? $this->gone->note( $task ) : $this->look( $task );
			return;
		}
		if ( ! $document->is_draft() ) {
			$this->sent->is_for( $task, $document );
			$this->unrecorded->found_final( $task, $document );
			$this->final->note( $task, $document );
			$this->look( $task );
		}
		$this->ledger->save( TaskTransitions::checked( $task, $this->clock->now() ) );
	}

	/** A row that asked a person to delete its draft sees what they did. */
	private function look( Task $task ): void {
		if ( $task->state === TaskState::Attention ) {
			$this->ledger->save( TaskTransitions::due_again( $task, $this->clock->now() ) );
		}
	}
}
