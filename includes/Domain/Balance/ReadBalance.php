<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Balance;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\OrderBook\OrderStanding;
use OrderInvoicer\Domain\Report\Report;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;

/** From our own tables and the shop; nothing is asked of Sellsy. */
final class ReadBalance {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly Report $report,
		private readonly Orders $orders,
		private readonly SettingsStore $settings,
		private readonly Clock $clock,
	) {}

	/**
	 * @return Balance|null null where the order is gone.
	 * @throws \InvalidArgumentException where it cannot be read.
	 */
	public function of_order( int $order_id ): ?Balance {
		$order = $this->orders->snapshot( $order_id );
		if ( $order === null ) {
			return null;
		}
		$rows     = $this->ledger->for_order( $order_id );
		$standing = new OrderStanding(
			order: $order,
			refunds: $this->orders->refunds( $order_id ),
			rows: $rows,
			settings: $this->settings->get(),
			now: $this->clock->now()
		);
		$made     = array_filter( $rows, static fn ( Task $task ): bool => $task->was_at_sellsy() );
		return Balance::of( $standing, $this->report->documents( array_column( $made, 'id' ) ) );
	}
}
