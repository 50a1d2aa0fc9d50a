<?php

declare( strict_types=1 );

namespace OrderInvoicer\Domain\Actions;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\FreshTask;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskChange;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Work\DueTaskRunner;
use OrderInvoicer\Domain\Work\TaskRunner;

/**
 * A person says "credit and re-issue": all that is left of the final invoice is credited, then the order is invoiced
 * anew as it is now.
 */
final class ReissueInvoice {

	public function __construct(
		private readonly OpenReissue $open_reissue,
		private readonly FreshOffers $fresh_offers,
		private readonly Ledger $ledger,
		private readonly TaskRunner $task_runner,
		private readonly DueTaskRunner $due,
		private readonly Clock $clock,
	) {}

	/**
	 * @param int $meant as `OpenReissue::open()` takes it.
	 * @return Task|null the new invoice's row after the try; null where nothing is credited.
	 */
	public function now( int $order_id, int $meant = 0 ): ?Task {
		$invoice = $this->open_reissue->open( $order_id, $meant );
		return $invoice === null ? null : $this->work( $invoice->id );
	}

	/** Of the invoice that the row asks about; null where it offers that not (any more). */
	public function of_row( Task $task ): ?Task {
		$row = $this->fresh_offers->row( RowAct::Reissue, $task->id );
		return $row === null ? null : $this->now( $row->key->order_id, $row->id );
	}

	/**
	 * Works at once what was written down.
	 *
	 * @param int $invoice_id row of the invoice that is credited.
	 * @return Task|null the new invoice's row after the try; null where it was not written down.
	 */
	public function work( int $invoice_id ): ?Task {
		$invoice = $this->ledger->find( $invoice_id );
		$new     = $invoice === null ? null : $this->ledger->find_by_key( $invoice->key->replacing_invoice() );
		if ( $invoice === null || $new === null ) {
			return null;
		}
		$this->due->of_order( $invoice->key->order_id );
		$again = fn ( Task $task ): ?TaskChange =>
			TaskTransitions::due_again( $task, $this->clock->now(), $task->id === $new->id );
		// It may say that it differs from the order, which no longer matters.
		FreshTask::change( $this->ledger, $invoice->id, $again );
		$this->task_runner->process( $invoice->id );
		FreshTask::change( $this->ledger, $new->id, $again ); // It has waited for the credit note.
		$this->task_runner->process( $new->id );
		$this->due->of_order( $invoice->key->order_id );
		return $this->ledger->find( $new->id );
	}
}
