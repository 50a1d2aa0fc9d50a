<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Actions;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Sync;
use OrderInvoicer\Domain\Ledger\SyncKey;
use OrderInvoicer\Domain\Ledger\SyncState;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Work\ProcessSync;
use OrderInvoicer\Domain\Work\RunDue;

/** A person makes a draft final, whatever the settings say of it. Everything that is checked before still is. */
final class FinaliseNow {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly ProcessSync $process,
		private readonly RunDue $due,
		private readonly Clock $clock,
	) {}

	/** A document of ours that Sellsy keeps as a draft until it is validated. */
	public static function is_possible( Sync $row ): bool {
		$kind = $row->key->effect->creates();
		return $kind !== null && $kind->is_validated() && $row->state === SyncState::Done && $row->remote_id > 0 && $row->remote_number === '';
	}

	/**
	 * @param int $sync_id the row that made the document.
	 * @return Sync|null the row that makes it final, after the try; null where there is no draft.
	 */
	public function finalise( int $sync_id ): ?Sync {
		$row = $this->ledger->find( $sync_id );
		return $row === null || ! self::is_possible( $row ) ? null : $this->finalise_row( $row );
	}

	/** The order may have been edited a moment ago: its draft comes first. */
	private function finalise_row( Sync $row ): ?Sync {
		$kind = $row->key->effect->creates() ?? throw new \LogicException( 'The row makes no document.' );
		$key  = new SyncKey( $row->key->order_id, Effect::validate( $kind ), $row->key->refund_id, $row->key->part, $row->key->revision );
		$now  = $this->clock->now();
		$this->ledger->follow( $key->order_id, $now );
		$this->due->of_order( $key->order_id );
		$id = $this->ledger->open( $key, $now, $row->id, true );
		if ( $id === null ) {
			$id = $this->ledger->find_by_key( $key )->id ?? 0;
			$this->ledger->requeue( $id, $now, true, by_hand: true ); // It still is a draft, whatever somebody said.
		}
		$this->process->process( $id );
		$this->due->of_order( $key->order_id );
		return $this->ledger->find( $id );
	}
}
