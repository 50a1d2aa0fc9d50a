<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Actions;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Order\OrderFingerprint;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\OrderBook\BillableOrder;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Work\TaskRunner;

/**
 * An order was edited after its invoice became final: an address, perhaps. A person has looked at it and leaves the
 * invoice as it is. A later edit is reported again.
 */
final class AcceptDifference {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly FreshOffers $fresh_offers,
		private readonly Orders $orders,
		private readonly BillableOrder $billable_order,
		private readonly TaskRunner $task_runner,
		private readonly Clock $clock,
	) {}

	/**
	 * @return bool false where the row does not ask this (any more), or the order was edited once more since: nothing
	 *         is changed.
	 */
	public function keep( int $task_id ): bool {
		$row   = $this->fresh_offers->row( RowAct::Keep, $task_id );
		$order = $row === null ? null : $this->orders->snapshot( $row->key->order_id );
		if ( $row === null || $order === null ) {
			return false;
		}
		$is   = OrderFingerprint::from_order( $this->billable_order->invoice( $row->id, $order ) );
		$kept = TaskTransitions::due_again( $row, $this->clock->now(), says: $is->text() );
		if ( $is->fingerprint() !== $row->problem?->fact( 'order' ) || ! $this->ledger->save( $kept ) ) {
			return false;
		}
		$this->task_runner->process( $row->id );
		return true;
	}
}
