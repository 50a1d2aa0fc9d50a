<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application;

use OrderInvoicer\Application\Ports\Clock;
use OrderInvoicer\Application\Ports\Invoicing;
use OrderInvoicer\Application\Ports\Ledger;
use OrderInvoicer\Application\Ports\OrderLinks;
use OrderInvoicer\Domain\Document\DocumentKind;
use OrderInvoicer\Domain\Sync\Problem;
use OrderInvoicer\Domain\Sync\ProblemCode;
use OrderInvoicer\Domain\Sync\Sync;
use OrderInvoicer\Domain\Sync\SyncState;

/** Drafts that a person finalised or deleted in Sellsy: noticed within the hour, in small batches. */
final class ReadDrafts {

	private const BATCH = 20;
	private const EVERY = '-1 hour';

	public function __construct(
		private readonly Ledger $ledger,
		private readonly Invoicing $invoicing,
		private readonly OrderLinks $orders,
		private readonly Clock $clock,
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
			// A row that asked a person to delete it closes itself.
			$sync->state === SyncState::Done ? $this->gone( $sync ) : $this->ledger->requeue( $sync->id, $this->clock->now() );
			return;
		}
		if ( ! $document->is_draft() ) {
			$this->ledger->update_remote( $sync->id, $document );
			$this->orders->note_finalised( $sync->key->order_id, $document, $sync->key->refund_id );
			$this->ledger->follow( $sync->key->order_id, $this->clock->now() );
		}
		$this->ledger->mark_checked( $sync->id, $this->clock->now() );
	}

	private function gone( Sync $sync ): void {
		$problem = new Problem( ProblemCode::DocumentGone, [ 'id' => $sync->remote_id ] );
		$this->ledger->reject_done( $sync->id, $problem, $this->clock->now() );
		$this->orders->note_problem( $sync->key->order_id, $problem );
	}
}
