<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application;

use OrderInvoicer\Application\Ports\Clock;
use OrderInvoicer\Application\Ports\Ledger;
use OrderInvoicer\Application\Ports\Orders;
use OrderInvoicer\Domain\Sync\Effect;
use OrderInvoicer\Domain\Sync\Sync;
use OrderInvoicer\Domain\Sync\SyncKey;

/** A person asks for this order's invoice: whatever trigger and start date say, but never a second one. */
final class SyncOrder {

	public function __construct(
		private readonly Orders $orders,
		private readonly Ledger $ledger,
		private readonly ProcessSync $process,
		private readonly Clock $clock,
	) {}

	/** @return Sync|null the row after the try; null when there is no such order. */
	public function now( int $order_id ): ?Sync {
		if ( $this->orders->snapshot( $order_id ) === null ) {
			return null;
		}
		$key = new SyncKey( $order_id, Effect::CreateInvoice );
		$now = $this->clock->now();
		$id  = $this->ledger->open( $key, $now, 0, true );
		if ( $id === null ) {
			$id = $this->ledger->find_by_key( $key )->id ?? 0;
			$this->ledger->requeue( $id, $now, true );
		}
		$this->process->process( $id );
		$this->finalise( $id );
		return $this->ledger->find( $id );
	}

	/** The invoice was asked for now, so its validation is not left to the queue either. */
	private function finalise( int $invoice_row ): void {
		$invoice = $this->ledger->find( $invoice_row );
		if ( $invoice === null ) {
			return;
		}
		$validation = $this->ledger->find_by_key( new SyncKey( $invoice->key->order_id, Effect::ValidateInvoice, 0, '', $invoice->key->revision ) );
		if ( $validation !== null ) {
			$this->process->process( $validation->id );
		}
	}
}
