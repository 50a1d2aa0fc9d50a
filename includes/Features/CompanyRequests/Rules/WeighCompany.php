<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\CompanyRequests\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\OpenReissue;
use OrderInvoicer\Domain\Failures\BrokenFilter;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\OrderBook\BillableOrder;
use OrderInvoicer\Domain\OrderBook\OrderLessRefunds;
use OrderInvoicer\Domain\Report\Report;

/** Tells an owner, before they accept, what is credited or changed and what is made. Nothing is asked of Sellsy. */
final class WeighCompany {

	public function __construct(
		private readonly CompanyRequests $requests,
		private readonly OpenReissue $open_reissue,
		private readonly Ledger $ledger,
		private readonly Report $report,
		private readonly Orders $orders,
		private readonly BillableOrder $billable_order,
	) {}

	/** What the customer typed; null where it is gone. */
	public function data( Task $task ): ?CompanyData {
		return $this->requests->find( $task->key->order_id )?->data;
	}

	/** The question, with what accepting would do now; without it where the order cannot be read, and why not. */
	public function question( int $order_id ): Problem {
		$final = $this->open_reissue->invoice( $order_id );
		$facts = $final === null ? [] : [ 'invoice' => $final->id ];
		try {
			$order  = $this->orders->snapshot( $order_id );
			$facts += $order === null ? [] : $this->weighed( $order, $final )->facts();
		} catch ( BrokenFilter $broken ) {
			$facts += $broken->problem()->facts;
		} catch ( \InvalidArgumentException ) {
			return new Problem( ProblemCode::CompanyAsked, $facts );
		}
		return new Problem( ProblemCode::CompanyAsked, $facts );
	}

	/** A person's order: their company is another customer in Sellsy. Of a company's order it is not known before. */
	public function is_for_another( int $order_id ): bool {
		try {
			return $this->orders->snapshot( $order_id )?->buyer->is_company() === false;
		} catch ( \InvalidArgumentException ) {
			return false;
		}
	}

	private function weighed( OrderSnapshot $order, ?Task $final ): CompanyConsequence {
		$invoice = $final ?? $this->open_reissue->newest( $order->id );
		$is_made = $invoice?->has_document() === true;
		$bills   = match ( true ) {
			$final !== null => OrderLessRefunds::order( $order, $this->orders->refunds( $order->id ) ),
			$is_made        => $this->billable_order->invoice( $invoice->id, $order ),
			default         => $order,
		};
		return new CompanyConsequence(
			number: $final->remote_number ?? '',
			is_made: $is_made,
			before: $is_made ? $this->left( $invoice ) : null,
			after: $bills->total->to_minor( $order->currency->decimals ),
			currency: $order->currency
		);
	}

	/** What stands of an invoice less its credit notes; null where one of them is not known. */
	private function left( Task $invoice ): ?int {
		$notes = array_filter(
			$this->ledger->for_order( $invoice->key->order_id ),
			static fn ( Task $task ): bool => $task->key->effect === Effect::CreateCreditNote
				&& $task->parent_id === $invoice->id
				&& $task->has_document()
		);
		$ids   = array_values( array_map( static fn ( Task $task ): int => $task->id, $notes ) );
		$known = $this->report->documents( [ $invoice->id, ...$ids ] );
		$left  = $known[ $invoice->id ]->incl_tax ?? null;
		foreach ( $ids as $id ) {
			$credited = $known[ $id ]->incl_tax ?? null;
			$left     = $left === null || $credited === null ? null : $left - $credited;
		}
		return $left;
	}
}
