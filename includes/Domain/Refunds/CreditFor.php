<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Refunds;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Drafts\AcceptedRounding;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\OrderBook\CreditNoteTasks;
use OrderInvoicer\Domain\OrderBook\BillableOrder;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\Taxes\ReadTaxes;

/** What a credit note says, given what was credited on the same invoice before. */
final class CreditFor {

	public function __construct(
		private readonly Orders $orders,
		private readonly Ledger $ledger,
		private readonly ReadTaxes $taxes,
		private readonly BillableOrder $billable_order,
		private readonly CreditedOrder $credited,
		private readonly CreditableBalance $creditable_balance,
		private readonly AcceptedRounding $rounding,
	) {}

	/**
	 * @throws NeedsAttention
	 * @throws RemoteFailure
	 */
	public function credit(
		Task $task,
		Task $invoice,
		OrderSnapshot $order,
		RefundSnapshot $refund,
		Settings $settings,
	): Credit {
		$before = CreditNoteTasks::invoice(
			$invoice->id,
			$this->ledger->for_order( $order->id ),
			$this->orders->refunds( $order->id ),
			$task->id
		)->credited;
		return $this->after( $before, $invoice, $order, $refund, $settings );
	}

	/**
	 * @param list<RefundSnapshot> $before credited on that invoice first, oldest first.
	 * @throws NeedsAttention
	 * @throws RemoteFailure
	 */
	public function after(
		array $before,
		Task $invoice,
		OrderSnapshot $order,
		RefundSnapshot $refund,
		Settings $settings,
	): Credit {
		$credit = $this->credited->credit_for(
			$this->billable_order->invoice( $invoice->id, $order ),
			$before,
			$refund,
			$this->taxes->map( $settings ),
			$this->rounding->settings( $order->id, $settings )->rounding_cap
		);
		if ( $invoice->was_at_sellsy() ) {
			$this->creditable_balance->check( $invoice, $before, $refund, $order->currency->decimals );
		}
		return $credit;
	}
}
