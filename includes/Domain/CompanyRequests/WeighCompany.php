<?php

declare( strict_types=1 );

namespace OrderInvoicer\Domain\CompanyRequests;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\OrderBook\BillableOrder;
use OrderInvoicer\Domain\OrderBook\OrderLessRefunds;
use OrderInvoicer\Domain\Report\Report;

/** Tells an owner, before they accept, what is credited or changed and what is made. Nothing is asked of Sellsy. */
final class WeighCompany {

	public function __construct(
		private readonly CompanyRequests $requests,
		private readonly Ledger $ledger,
		private readonly Report $report,
		private readonly Orders $orders,
		private readonly BillableOrder $billed,
	) {}

	/** @return CompanyConsequence|null null where request or order is gone. */
	public function of( Task $row ): ?CompanyConsequence {
		$order_id = $row->key->order_id;
		$request  = $this->requests->find( $order_id );
		$order    = $request === null ? null : $this->orders->snapshot( $order_id );
		if ( $request === null || $order === null ) {
			return null;
		}
		// What the row asks about; where another invoice stands by now, accepting asks anew.
		$final   = $this->ledger->find( (int) $row->problem?->fact( 'invoice' ) );
		$invoice = $final ?? $this->newest( $order_id );
		$is_made = $invoice !== null && $invoice->remote_id > 0;
		$bills   = match ( true ) {
			$final !== null => OrderLessRefunds::order( $order, $this->orders->refunds( $order_id ) ),
			$is_made        => $this->billed->invoice( $invoice->id, $order ),
			default         => $order,
		};
		return new CompanyConsequence(
			data: $request->data,
			number: $final->remote_number ?? '',
			is_made: $is_made,
			before: $is_made ? $this->report->documents( [ $invoice->id ] )[ $invoice->id ]->incl_tax ?? null : null,
			after: $bills->total->rounded_minor( $order->currency->decimals, Rounding::HalfUp ),
			currency: $order->currency
		);
	}

	private function newest( int $order_id ): ?Task {
		$newest = null;
		foreach ( $this->ledger->for_order( $order_id ) as $row ) {
			$newest = $row->key->effect === Effect::CreateInvoice ? $row : $newest;
		}
		return $newest;
	}
}
