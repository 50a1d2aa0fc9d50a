<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring\Modules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\CompleteTask;
use OrderInvoicer\Domain\OrderBook\BillableOrder;
use OrderInvoicer\Domain\OrderBook\CountedRefunds;
use OrderInvoicer\Domain\OrderBook\StandingAmounts;
use OrderInvoicer\Domain\Sales\CheckSale;
use OrderInvoicer\Domain\Sales\SaleOrders;
use OrderInvoicer\Domain\Sales\Sales;

/** An order with its tasks and refunds, and how one of its tasks is completed. */
final class OrderBookModule {

	public readonly SaleOrders $orders;
	public readonly BillableOrder $billable_order;
	public readonly CompleteTask $complete_task;
	public readonly Sales $sales;
	public readonly CheckSale $check_sale;

	public function __construct( Ports $ports ) {
		$this->sales          = new Sales(
			$ports->stored_orders(),
			$ports->ledger(),
			$ports->order_links(),
			$ports->settings()
		);
		$this->check_sale     = new CheckSale( $this->sales, $ports->clock() );
		$this->orders         = new SaleOrders(
			new CountedRefunds( $ports->stored_orders(), $ports->ledger(), $ports->clock() ),
			$this->sales,
			$ports->ledger()
		);
		$this->billable_order = new BillableOrder( $this->orders, $ports->ledger(), new StandingAmounts() );
		$this->complete_task  = new CompleteTask( $ports->ledger(), $ports->attempts(), $ports->clock() );
	}
}
