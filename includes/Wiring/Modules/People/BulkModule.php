<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring\Modules\People;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Wiring\Modules\OrderBookModule;
use OrderInvoicer\Wiring\Modules\OrderEventsModule;
use OrderInvoicer\Wiring\Modules\Ports;
use OrderInvoicer\Domain\Actions\RowActs;
use OrderInvoicer\Domain\Bulk\CarryOutBulk;
use OrderInvoicer\Domain\Bulk\MendedRows;
use OrderInvoicer\Domain\Bulk\PlanBulk;
use OrderInvoicer\Domain\Bulk\PlanCreation;
use OrderInvoicer\Domain\Bulk\PlanFinals;
use OrderInvoicer\Domain\Bulk\PlanRetries;
use OrderInvoicer\Domain\Bulk\PlanRetryAll;

/** One act for many orders: what it would do, and doing it. */
final class BulkModule {

	public readonly PlanBulk $plan_bulk;
	public readonly PlanRetryAll $plan_retry_all;
	public readonly MendedRows $mended_rows;
	public readonly CarryOutBulk $carry_out_bulk;

	public function __construct( Ports $ports, OrderBookModule $order_book, OrderEventsModule $order_events ) {
		$acts     = new RowActs();
		$ledger   = $ports->ledger();
		$settings = $ports->settings();
		$clock    = $ports->clock();
		$retries  = new PlanRetries( $settings, $acts, $clock );

		$this->plan_bulk      = new PlanBulk(
			$ledger,
			$ports->stored_orders(),
			new PlanCreation(
				$settings,
				$ports->order_links(),
				$ports->order_events(),
				$order_events->order_event_handler,
				$order_book->sales
			),
			new PlanFinals( $ports->report(), $acts, $clock ),
			$retries
		);
		$this->plan_retry_all = new PlanRetryAll( $ledger, $ports->stored_orders(), $ports->report(), $retries );
		$this->mended_rows    = new MendedRows( $settings );
		$this->carry_out_bulk = new CarryOutBulk( $ledger, $ports->queue(), $clock );
	}
}
