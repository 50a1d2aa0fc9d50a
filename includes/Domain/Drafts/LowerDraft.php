<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Drafts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\LeaseLost;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\OutcomeProblem;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\OrderBook\BillableOrder;

/**
 * A refund is taken off an invoice that is still a draft. The invoice's own row is taken over for it, so that nobody
 * makes the draft final meanwhile; the refund's row is left out only once Sellsy has the lower draft.
 */
final class LowerDraft {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly BillableOrder $billable_order,
		private readonly DraftUpdater $update,
		private readonly DocumentCompletion $document_completion,
		private readonly TakeDraft $take,
	) {}

	/**
	 * @param Task $task    the refund's row.
	 * @param Task $invoice the invoice's.
	 * @throws RetryLater while another runner has the invoice.
	 */
	public function by( Task $task, Task $invoice, OrderSnapshot $order, RefundSnapshot $refund ): void {
		$held     = $this->take->take( $invoice );
		$left     = $this->billable_order->invoice( $invoice->id, $order, [ $refund ] );
		$document = $left->total->is_positive()
			? $this->update->to( $held, $order, $left )
			: $this->update->cancel( $held, $order );
		$problem  = OutcomeProblem::problem(
			Outcome::Absorbed,
			[ 'refund' => $order->currency->rounded_text( $refund->amount ) ]
		);
		if ( ! $this->ledger->save( TaskTransitions::left_out( $task, $problem ) ) ) {
			throw new LeaseLost();
		}
		$this->document_completion->done(
			$held,
			$document,
			$left->total->is_positive() ? null : DraftUpdater::to_delete( $held ),
			$order
		);
	}
}
