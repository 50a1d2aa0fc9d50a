<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\OrderSheet;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\FollowUps\CreditAllocationRule;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;

/** An order, its documents and those to come, at one moment. */
final class OrderSheet {

	private const SOON = '+1 minute';

	/** What should have gone on before that waits for something else. */
	private const LONG = '-10 minutes';

	/** What follows a row that is done is opened a moment later. */
	private const JUST_NOW = '-20 seconds';

	/**
	 * @param list<Task>                $rows      all rows of the order, newest revision last.
	 * @param array<int, SheetDocument> $documents by id of the row that made it; none of which nothing is known.
	 * @param list<Foreseen>            $foreseen
	 * @param array<int, SheetRule>     $rules     of documents that exist, by id of their row.
	 * @param array<int, SheetRule>     $fitting   where the order as it is would take another one.
	 */
	public function __construct(
		public readonly array $rows,
		public readonly array $documents,
		public readonly array $foreseen,
		public readonly \DateTimeImmutable $now,
		public readonly array $rules = [],
		public readonly array $fitting = [],
	) {}

	/**
	 * Of each kind, what counts comes before what is history: credited in full, or cancelled.
	 *
	 * @param list<Task> $rows by kind, the oldest of each first.
	 * @return list<Task>
	 */
	public function valid_first( array $rows ): array {
		$by_kind = [];
		foreach ( $rows as $row ) {
			$by_kind[ $row->key->effect->value ][ (int) $this->is_history( $row ) ][] = $row;
		}
		$sorted = [];
		foreach ( $by_kind as $kind ) {
			array_push( $sorted, ...( $kind[0] ?? [] ), ...( $kind[1] ?? [] ) );
		}
		return $sorted;
	}

	private function is_history( Task $task ): bool {
		return $task->has_cancelled_document() || ( $this->documents[ $task->id ]->is_credited ?? false );
	}

	/**
	 * The row by which what paid an invoice that was credited in full went over to the one in its place; null where it
	 * did not.
	 */
	public function went_over( Task $payment ): ?Task {
		if (
			$payment->key->effect !== Effect::RecordPayment
			|| $payment->state !== TaskState::Done
			|| ( $this->documents[ $payment->parent_id ]->is_credited ?? false ) === false
		) {
			return null;
		}
		$notes = [];
		foreach ( $this->rows as $row ) {
			if ( $row->key->effect === Effect::CreateCreditNote && $row->parent_id === $payment->parent_id ) {
				$notes[] = $row->id;
			}
		}
		foreach ( $this->rows as $row ) {
			$is_moved   = $row->key->effect === Effect::RecordPayment
				&& $row->key->part === $payment->key->part
				&& $row->key->revision > $payment->key->revision;
			$is_set_off = $row->key->effect === Effect::LinkCreditNote
				&& $row->key->part === CreditAllocationRule::NEW_INVOICE
				&& in_array( $row->parent_id, $notes, true );
			if ( $row->state === TaskState::Done && ( $is_moved || $is_set_off ) ) {
				return $row;
			}
		}
		return null;
	}

	/** It will look different in a moment. */
	public function is_moving(): bool {
		$soon = $this->now->modify( self::SOON );
		$long = $this->now->modify( self::LONG );
		$done = $this->now->modify( self::JUST_NOW );
		return array_filter(
			$this->rows,
			static fn ( Task $task ): bool => match ( $task->state ) {
				TaskState::Queued  => $task->due_at <= $soon && $task->due_at > $long,
				TaskState::Working => $task->updated_at > $long,
				TaskState::Done    => $task->updated_at > $done,
				default            => false,
			}
		) !== [];
	}
}
