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
use OrderInvoicer\Domain\Payments\MovePayments;
use OrderInvoicer\Domain\System\Clock;

/**
 * Writes down that a final invoice is credited in full and issued anew. Both are rows, so that what is cut short goes
 * on by itself. The row of the new invoice comes first. It waits for the credit note, and asks for it if that row is
 * missing (`CreateDocument`).
 */
final class OpenReissue {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly FreshOffers $fresh_offers,
		private readonly Orders $orders,
		private readonly Clock $clock,
	) {}

	/** The newest invoice, where it is final: a draft is changed instead. */
	public function invoice( int $order_id ): ?Task {
		return $this->fresh_offers->of_order( $order_id )->final_invoice();
	}

	/** The newest invoice, whether it was made or not. */
	public function newest( int $order_id ): ?Task {
		return $this->fresh_offers->of_order( $order_id )->newest_invoice();
	}

	/** Whether a payment that was recorded from here stands on the order's final invoice, and would have to follow. */
	public function has_payment( int $order_id ): bool {
		$invoice = $this->invoice( $order_id );
		return $invoice !== null
			&& MovePayments::recorded_on( $invoice, $this->ledger->for_order( $order_id ) ) !== [];
	}

	/**
	 * @param int $meant the row of the invoice that the person saw, or of its credit note, so that a second click, or a
	 *                   page that is out of date, does not credit the invoice that took its place; 0 for the newest.
	 * @return Task|null the invoice that is credited; null when there is no such final invoice, or nobody to invoice:
	 *                   the buyer was erased.
	 */
	public function open( int $order_id, int $meant ): ?Task {
		$invoice = $this->invoice( $order_id );
		if (
			$invoice === null
			|| ! $this->is_meant( $invoice, $meant )
			|| $this->orders->snapshot( $order_id )?->buyer->is_erased === true
		) {
			return null;
		}
		$this->ask( $invoice->key->replacing_invoice(), 0, moves_payments: true );
		$this->ask( $invoice->key->beside( Effect::CreateCreditNote ), $invoice->id );
		return $invoice;
	}

	/** @param int $invoice_id row of the invoice that is credited; 0 for none. */
	public function is_open( int $invoice_id ): bool {
		$invoice = $this->ledger->find( $invoice_id );
		return $invoice !== null && $this->ledger->find_by_key( $invoice->key->replacing_invoice() ) !== null;
	}

	private function is_meant( Task $invoice, int $meant ): bool {
		$row = $this->ledger->find( $meant );
		return $meant === 0
			|| $meant === $invoice->id
			|| ( $row?->key->effect === Effect::CreateCreditNote && $row->parent_id === $invoice->id );
	}

	/** What was left out on purpose is wanted after all; what was done by hand stays so. */
	private function ask( TaskKey $key, int $parent_id, bool $moves_payments = false ): void {
		$now   = $this->clock->now();
		$again = static fn ( Task $task ): ?TaskChange => TaskTransitions::due_again(
			$task,
			$now,
			asked: true,
			by_hand: ! $task->is_by_hand(),
			moves_payments: $moves_payments
		);
		$this->ledger->open( $key, $now, $parent_id, asked: true, moves_payments: $moves_payments )
			?? FreshTask::change( $this->ledger, $key, $again );
	}
}
