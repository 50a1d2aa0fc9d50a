<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Actions;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Work\DueTaskRunner;
use OrderInvoicer\Domain\Work\TaskRunner;

/** A person read what a row asks about a payment, and has it done with the amount that they saw. */
final class AskedPayment {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly FreshOffers $fresh_offers,
		private readonly TaskRunner $task_runner,
		private readonly DueTaskRunner $due,
		private readonly Clock $clock,
	) {}

	/**
	 * Sellsy and the order do not say the same of it: this amount is recorded.
	 *
	 * @param string $shown the amount that the person saw: another one is asked anew.
	 * @return bool false for a row that does not ask this (any more): nothing is changed.
	 */
	public function record( int $task_id, string $shown ): bool {
		return $this->take_up( $task_id, RowAct::RecordPayment, $shown ) !== null;
	}

	/**
	 * What was paid for an invoice goes over to the one in its place, which is for another customer. Where a person
	 * asked for that invoice, they have read so before.
	 *
	 * @param string $shown as above.
	 * @return Task|null the row after the try; null where it does not ask this (any more): nothing is changed.
	 */
	public function move( int $task_id, string $shown ): ?Task {
		$row = $this->take_up( $task_id, RowAct::MovePayment, $shown );
		if ( $row === null ) {
			return null;
		}
		$this->due->of_order( $row->key->order_id );
		return $this->ledger->find( $row->id );
	}

	/** @return Task|null the row as it asked. */
	private function take_up( int $task_id, RowAct $act, string $shown ): ?Task {
		$row   = $this->fresh_offers->row( $act, $task_id );
		$again = $row === null || $act->shown( $row ) !== $shown
			? null
			: TaskTransitions::due_again( $row, $this->clock->now(), asked: true );
		if ( $act === RowAct::RecordPayment ) {
			$again = $again?->answering( is_done: true ); // For this question alone.
		}
		if ( ! $this->ledger->save( $again ) ) {
			return null;
		}
		$this->task_runner->process( $task_id );
		return $row;
	}
}
