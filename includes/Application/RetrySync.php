<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application;

use OrderInvoicer\Application\Ports\Clock;
use OrderInvoicer\Application\Ports\JobQueue;
use OrderInvoicer\Application\Ports\Ledger;
use OrderInvoicer\Domain\Sync\SyncState;

/** A person has repaired the cause: the row is due again with fresh tries. */
final class RetrySync {

	private const BATCH = 100;

	public function __construct(
		private readonly Ledger $ledger,
		private readonly JobQueue $queue,
		private readonly Clock $clock,
	) {}

	public function retry( int $sync_id ): void {
		if ( $this->ledger->requeue( $sync_id, $this->clock->now() ) ) {
			$this->queue->wake( $sync_id );
		}
	}

	/** @return int rows that needed a person and are due again. */
	public function retry_all(): int {
		$retried = 0;
		while ( true ) {
			$rows = $this->ledger->page( [ SyncState::Attention ], self::BATCH, 0 );
			foreach ( $rows as $row ) {
				$this->ledger->requeue( $row->id, $this->clock->now() );
			}
			$retried += count( $rows );
			if ( count( $rows ) < self::BATCH ) {
				break;
			}
		}
		if ( isset( $row ) ) {
			$this->queue->wake( $row->id );
		}
		return $retried;
	}
}
