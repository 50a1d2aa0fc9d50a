<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application;

use OrderInvoicer\Application\Ports\Clock;
use OrderInvoicer\Application\Ports\Ledger;
use OrderInvoicer\Application\Ports\Orders;
use OrderInvoicer\Domain\Document\DocumentKind;
use OrderInvoicer\Domain\Sync\Effect;
use OrderInvoicer\Domain\Sync\Sync;
use OrderInvoicer\Domain\Sync\SyncKey;

/** A person asks for a document of this order: whatever trigger and start date say, but never a second one. */
final class SyncOrder {

	public function __construct(
		private readonly Orders $orders,
		private readonly Ledger $ledger,
		private readonly ProcessSync $process,
		private readonly RunDue $due,
		private readonly Clock $clock,
	) {}

	/**
	 * What follows, such as making it final, is not left to the queue either.
	 *
	 * @param bool $by_hand the person knows that somebody did it by hand; otherwise it is not made.
	 * @return Sync|null the row after the try; null when there is no such order.
	 */
	public function now( int $order_id, DocumentKind $kind = DocumentKind::Invoice, bool $by_hand = false ): ?Sync {
		if ( ! $this->is_there( $order_id ) ) {
			return null;
		}
		$key = new SyncKey( $order_id, Effect::create( $kind ) );
		$now = $this->clock->now();
		$id  = $this->ledger->open( $key, $now, 0, true );
		if ( $id === null ) {
			$id = $this->ledger->find_by_key( $key )->id ?? 0;
			$this->ledger->requeue( $id, $now, true, by_hand: $by_hand );
		}
		$this->process->process( $id );
		$this->due->of_order( $order_id );
		return $this->ledger->find( $id );
	}

	/** One whose amounts cannot be read is there too: its row says that it stopped, where otherwise nobody would. */
	private function is_there( int $order_id ): bool {
		try {
			return $this->orders->snapshot( $order_id ) !== null;
		} catch ( \InvalidArgumentException ) {
			return true;
		}
	}
}
