<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Actions;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\OrderLinks;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Order\Orders;

/** What an act asks before it does anything: the offers as they are now, whatever the person has seen. */
final class FreshOffers {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly Orders $orders,
		private readonly OrderLinks $links,
	) {}

	/** The row as it is now; null where the act is not offered (any more): then nothing is changed. */
	public function row( RowAct $act, int $task_id ): ?Task {
		$task = $this->ledger->find( $task_id );
		if ( $task === null || ! RowActs::are_about( $act, $task ) ) {
			return null;
		}
		$order_id = $task->key->order_id;
		$status   = $act->depends_on_status() ? $this->status( $order_id ) : null;
		$kind     = $act === RowAct::MakeNow ? $task->key->effect->creates() : null;
		$offers   = new Offers(
			$status === false ? null : $status,
			$this->ledger->for_order( $order_id ),
			$kind === null ? [] : $this->urls( $kind, $order_id )
		);
		return $status !== false && $offers->accepts( $act, $task ) ? $task : null;
	}

	/** @param string|null $status as `status()` answers it. */
	public function of_document( DocumentKind $kind, int $order_id, ?string $status ): Offer {
		$rows = $this->ledger->for_order( $order_id );
		return ( new Offers( $status, $rows, $this->urls( $kind, $order_id ) ) )->make( $kind );
	}

	public function of_order( int $order_id ): Offers {
		return new Offers( null, $this->ledger->for_order( $order_id ) );
	}

	/** @return array<string, string> */
	private function urls( DocumentKind $kind, int $order_id ): array {
		return [ $kind->value => $this->links->url( $order_id, $kind ) ];
	}

	/**
	 * @return string|false|null null for an order whose amounts cannot be read: its row says that it stopped, where
	 *                           otherwise nobody would. False when there is no such order (any more).
	 */
	public function status( int $order_id ): string|false|null {
		try {
			return $this->orders->snapshot( $order_id )->status ?? false;
		} catch ( \InvalidArgumentException ) {
			return null;
		}
	}
}
