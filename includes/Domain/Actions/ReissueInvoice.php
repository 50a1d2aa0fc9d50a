<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Actions;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\FreshTask;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskChange;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Work\TaskRunner;
use OrderInvoicer\Domain\Work\DueTaskRunner;

/**
 * A person says "credit and re-issue": all that is left of the final invoice is credited, then the order is invoiced
 * anew as it is now. Both are rows, so that what is cut short goes on by itself. The row of the new invoice comes
 * first. It waits for the credit note, and asks for it if that row is missing (`CreditBefore`).
 */
final class ReissueInvoice {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly Orders $orders,
		private readonly TaskRunner $process,
		private readonly DueTaskRunner $due,
		private readonly Clock $clock,
	) {}

	/** The newest invoice, where it is final: a draft is changed instead. */
	public function invoice( int $order_id ): ?Task {
		$newest = null;
		foreach ( $this->ledger->for_order( $order_id ) as $row ) {
			$newest = $row->key->effect === Effect::CreateInvoice ? $row : $newest;
		}
		return $newest !== null && $newest->remote_id > 0 && $newest->remote_number !== '' ? $newest : null;
	}

	/**
	 * @param int $meant the row of the invoice that the person saw, or of its credit note, so that a second click, or a
	 *                   page that is out of date, does not credit the invoice that took its place; 0 for the newest.
	 * @return Task|null the new invoice's row after the try; null when there is no such final invoice, or nobody to
	 *         invoice: the buyer was erased.
	 */
	public function now( int $order_id, int $meant = 0 ): ?Task {
		$invoice = $this->invoice( $order_id );
		if (
			$invoice === null
			|| ! $this->is_meant( $invoice, $meant )
			|| $this->orders->snapshot( $order_id )?->buyer->is_erased === true
		) {
			return null;
		}
		$new = $this->ask( $invoice->key->replacing_invoice(), 0 );
		$this->ask(
			new TaskKey(
				order_id: $order_id,
				effect: Effect::CreateCreditNote,
				refund_id: 0,
				part: '',
				revision: $invoice->key->revision
			),
			$invoice->id
		);
		$this->due->of_order( $order_id );
		$again = fn ( Task $row ): ?TaskChange =>
			TaskTransitions::due_again( $row, $this->clock->now(), $row->id === $new );
		// It may say that it differs from the order, which no longer matters.
		FreshTask::change( $this->ledger, $invoice->id, $again );
		$this->process->process( $invoice->id );
		FreshTask::change( $this->ledger, $new, $again ); // It has waited for the credit note.
		$this->process->process( $new );
		$this->due->of_order( $order_id );
		return $this->ledger->find( $new );
	}

	private function is_meant( Task $invoice, int $meant ): bool {
		$row = $this->ledger->find( $meant );
		return $meant === 0
			|| $meant === $invoice->id
			|| ( $row?->key->effect === Effect::CreateCreditNote && $row->parent_id === $invoice->id );
	}

	/** What was left out on purpose is wanted after all; what was done by hand stays so. */
	private function ask( TaskKey $key, int $parent_id ): int {
		$now   = $this->clock->now();
		$again = static fn ( Task $row ): ?TaskChange =>
			TaskTransitions::due_again( $row, $now, true, by_hand: ! $row->is_by_hand() );
		return $this->ledger->open( $key, $now, $parent_id, true )
			?? FreshTask::change( $this->ledger, $key, $again )
			?? $this->ledger->find_by_key( $key )->id ?? 0;
	}
}
