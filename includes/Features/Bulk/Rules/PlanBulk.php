<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Bulk\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Order\Orders;

/** Says what an act would do, before anything is done. Nothing is written, and Sellsy is asked nothing. */
final class PlanBulk {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly Orders $stored_orders,
		private readonly PlanCreation $creation,
		private readonly PlanFinals $finals,
		private readonly PlanRetries $retries,
	) {}

	/** @param list<int> $order_ids */
	public function read( array $order_ids ): BulkOrders {
		$ids = array_values( array_unique( $order_ids ) );
		return new BulkOrders( $ids, $this->ledger->for_orders( $ids ), $this->stored_orders->snapshots( $ids ) );
	}

	public function plan( BulkRequest $request, BulkOrders $orders ): BulkPlan {
		$steps  = [];
		$left   = [];
		$totals = $request->act === BulkAct::Create ? [] : $this->finals->totals( $orders );
		foreach ( $orders->ids as $id ) {
			$rows    = $orders->rows[ $id ] ?? [];
			$order   = $orders->snapshots[ $id ] ?? null;
			$planned = $order === null ? LeftOut::Gone : match ( $request->act ) {
				BulkAct::Create   => $this->creation->of_order( $request->kind, $order, $rows ),
				BulkAct::Finalise => $this->finals->of_order( $order, $rows, $totals ),
				BulkAct::Retry    => $this->retries->of_order( $order, $rows, $totals ),
			};
			if ( $planned instanceof LeftOut ) {
				$left[ $planned->value ][] = $id;
			} else {
				array_push( $steps, ...$planned );
			}
		}
		return new BulkPlan( $steps, $left );
	}
}
