<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Work;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Backup\Unrecorded;
use OrderInvoicer\Domain\Content\Invoicing;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Drafts\ReconcileDocument;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Sync;
use OrderInvoicer\Domain\Ledger\SyncState;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Watching\NoticeFinal;
use OrderInvoicer\Domain\Watching\NoticeGone;

/** Drafts that a person finalised or deleted in Sellsy: noticed within the hour, in small batches. */
final class ReadDrafts {

	private const BATCH = 20;
	private const EVERY = '-1 hour';

	public function __construct(
		private readonly Ledger $ledger,
		private readonly Invoicing $invoicing,
		private readonly ReconcileDocument $sent,
		private readonly NoticeFinal $final,
		private readonly NoticeGone $gone,
		private readonly Clock $clock,
		private readonly Unrecorded $unrecorded,
	) {}

	/** A failed request ends the batch: the next pass goes on with those behind it. */
	public function run(): void {
		try {
			foreach ( $this->ledger->open_drafts( $this->clock->now()->modify( self::EVERY ), self::BATCH ) as $sync ) {
				$this->read( $sync );
			}
		} catch ( RemoteFailure ) {
			return;
		}
	}

	private function read( Sync $sync ): void {
		try {
			$document = $this->invoicing->get( $sync->key->effect->creates() ?? DocumentKind::Invoice, $sync->remote_id );
		} catch ( RemoteFailure $failure ) {
			if ( $failure->kind !== FailureKind::NotFound ) {
				$this->ledger->mark_checked( $sync->id, $this->clock->now() );
				throw $failure;
			}
			$sync->state === SyncState::Done ? $this->gone->of( $sync ) : $this->look( $sync );
			return;
		}
		if ( ! $document->is_draft() ) {
			$this->sent->is_for( $sync, $document );
			$this->unrecorded->found_final( $sync, $document );
			$this->final->of( $sync, $document );
			$this->look( $sync );
		}
		$this->ledger->mark_checked( $sync->id, $this->clock->now() );
	}

	/** A row that asked a person to delete its draft sees what they did. */
	private function look( Sync $sync ): void {
		if ( $sync->state === SyncState::Attention ) {
			$this->ledger->requeue( $sync->id, $this->clock->now() );
		}
	}
}
