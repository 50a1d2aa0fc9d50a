<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Order;

defined( 'ABSPATH' ) || exit;

/** The shop's orders, read afresh. */
interface Orders {

	/** Null when the order is gone (deleted or in the bin). */
	public function snapshot( int $order_id ): ?OrderSnapshot;

	/**
	 * Several at once, which is far cheaper than one by one.
	 *
	 * @param list<int> $order_ids
	 * @return array<int, OrderSnapshot> by id; without those that are gone or whose stored amounts are no numbers.
	 */
	public function snapshots( array $order_ids ): array;

	/** @return list<int> ids of the orders whose parent it is, refunds aside; empty for most. */
	public function children( int $order_id ): array;

	/** @return list<RefundSnapshot> oldest first; empty also when the order is gone. */
	public function refunds( int $order_id ): array;
}
