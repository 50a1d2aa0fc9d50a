<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Order;

defined( 'ABSPATH' ) || exit;

/** The shop's orders, read afresh. */
interface Orders {

	/** Null when the order is gone (deleted or in the bin). */
	public function snapshot( int $order_id ): ?OrderSnapshot;

	/** @return list<RefundSnapshot> oldest first; empty also when the order is gone. */
	public function refunds( int $order_id ): array;
}
