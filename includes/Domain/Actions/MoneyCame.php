<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Actions;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Seen\PaidOrders;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\JobQueue;

/** "The money is there": a person says so of an order that a proforma brought into a paid status. */
final class MoneyCame {

	public function __construct(
		private readonly PaidOrders $paid_orders,
		private readonly Ledger $ledger,
		private readonly JobQueue $queue,
		private readonly Clock $clock,
	) {}

	/** @return bool false: the order waits for no such payment (any more), and nothing is changed. */
	public function say( int $order_id ): bool {
		$now = $this->clock->now();
		if ( ! $this->paid_orders->believe( $order_id, $now ) ) {
			return false;
		}
		$row = $this->ledger->follow( $order_id, $now );
		if ( $row !== null ) {
			$this->queue->wake( $row );
		}
		return true;
	}
}
