<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Watching;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\FreshTask;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\LossTransitions;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskChange;
use OrderInvoicer\Domain\Ledger\TaskState;

/**
 * Another document takes the place of one that stands no more: the payments and credit notes of that one become its
 * own. They are set against it once it is final. May be done twice.
 *
 * @assumes cancelling
 */
final class CarryOver {

	/** Done once for each document of a row. */
	private const STEPS = [
		Effect::ValidateInvoice,
		Effect::ValidateCreditNote,
		Effect::ChangeState,
		Effect::SendDocument,
		Effect::NotifyCustomer,
		Effect::LinkCreditNote,
	];

	public function __construct( private readonly Ledger $ledger ) {}

	/**
	 * @param Task $from the row of the document that stands no more.
	 * @param Task $to   the row of the one in its place; the same row where it makes it itself.
	 */
	public function over( Task $from, Task $to ): void {
		$is_same = $from->id === $to->id;
		foreach ( $this->ledger->for_order( $from->key->order_id ) as $row ) {
			if ( $row->parent_id !== $from->id || ( ! $is_same && self::was_to_take_all( $row ) ) ) {
				continue;
			}
			$is_money  = $row->key->effect->is_money();
			$is_credit = $row->key->effect === Effect::CreateCreditNote;
			if ( $row->state === TaskState::Done && ( $is_money || ( $is_same && self::is_step( $row ) ) ) ) {
				$this->begin_anew( $row, $to->id );
			} elseif ( ( $is_money || $is_credit ) && ! $is_same ) {
				$over = static fn ( Task $one ): ?TaskChange => LossTransitions::handed_over( $one, $to->id );
				FreshTask::change( $this->ledger, $row->id, $over );
			}
			if ( $is_credit ) {
				$this->set_off_anew( $row );
			}
		}
	}

	/** A credit note of the invoice is set against the one in its place. */
	private function set_off_anew( Task $credit ): void {
		foreach ( $this->ledger->for_order( $credit->key->order_id ) as $row ) {
			if ( $row->parent_id === $credit->id && $row->key->effect === Effect::LinkCreditNote ) {
				$this->begin_anew( $row, $credit->id );
			}
		}
	}

	/** Nothing of an invoice that was cancelled is left to be credited; of the next one nobody asked for that. */
	private static function was_to_take_all( Task $task ): bool {
		return $task->key->effect === Effect::CreateCreditNote && $task->key->refund_id === 0 && ! $task->was_begun();
	}

	private static function is_step( Task $task ): bool {
		return in_array( $task->key->effect, self::STEPS, true );
	}

	private function begin_anew( Task $task, int $parent_id ): void {
		$anew = static fn ( Task $one ): ?TaskChange => LossTransitions::begun_anew( $one, $parent_id );
		FreshTask::change( $this->ledger, $task->id, $anew );
	}
}
