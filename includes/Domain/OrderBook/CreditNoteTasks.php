<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\OrderBook;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Order\RefundSnapshot;

/**
 * Which refunds the credit notes of an invoice are about, and which refunds it does not bill in the first place. Read
 * from the ledger's rows.
 */
final class CreditNoteTasks {

	/**
	 * @param list<RefundSnapshot> $credited by credit notes of this invoice, oldest first.
	 * @param list<RefundSnapshot> $absorbed not billed: the draft was lowered, or the invoice before was credited.
	 */
	private function __construct(
		public readonly array $credited,
		public readonly array $absorbed,
	) {}

	/**
	 * @param int                  $invoice_row id of the row that made the invoice.
	 * @param list<Task>           $rows        all rows of the order.
	 * @param list<RefundSnapshot> $refunds     oldest first.
	 * @param int|null             $but         a credit note's row that is not counted: the one about to be made.
	 */
	public static function invoice( int $invoice_row, array $rows, array $refunds, ?int $but = null ): self {
		$credited = [];
		$absorbed = [];
		foreach ( $rows as $row ) {
			if ( $row->key->effect !== Effect::CreateCreditNote || $row->key->refund_id === 0 || $row->id === $but ) {
				continue;
			}
			$note = self::note_of( $row, $rows );
			if (
				$row->rests( Outcome::Absorbed )
				|| ( $row->is_by_hand() && $row->parent_id !== $invoice_row )
				|| ( $note !== null && $note->parent_id !== $invoice_row )
			) {
				$absorbed[ $row->key->refund_id ] = true;
			} elseif ( $note !== null ) {
				$credited[ $row->key->refund_id ] = true;
			}
		}
		return new self( self::only( $refunds, $credited ), self::only( $refunds, $absorbed ) );
	}

	/**
	 * Its refund was deleted in the shop and entered again: its credit note tells of that one.
	 *
	 * @param list<Task>           $rows    all rows of the order.
	 * @param list<RefundSnapshot> $refunds that are there.
	 */
	private static function is_taken_over( Task $task, array $rows, array $refunds ): bool {
		$there = array_map( static fn ( RefundSnapshot $refund ): int => $refund->id, $refunds );
		foreach ( $rows as $other ) {
			if (
				$other->id !== $task->id
				&& in_array( $other->key->refund_id, $there, true )
				&& self::note_of( $other, $rows )?->id === $task->id
			) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Credit notes, by hand or not, whose refund was deleted in the shop, and which count for no other.
	 *
	 * @param list<Task>           $rows    all rows of the order.
	 * @param list<RefundSnapshot> $refunds that are there.
	 * @return list<Task>
	 */
	public static function left_behind( array $rows, array $refunds ): array {
		return array_values(
			array_filter( $rows, static fn ( Task $task ): bool => self::has_lost_its_refund( $task, $rows, $refunds ) )
		);
	}

	/**
	 * Its refund was deleted in the shop, and no other has come in its place. Where the invoice was credited in full or
	 * issued anew since, it is history: the new one says by itself where it is not what the order asks for.
	 *
	 * @param list<Task>           $rows    all rows of the order.
	 * @param list<RefundSnapshot> $refunds that are there.
	 */
	public static function is_undone( Task $task, array $rows, array $refunds ): bool {
		$credited = array_column( $rows, null, 'id' )[ $task->parent_id ]->key->revision ?? 0;
		foreach ( $rows as $other ) {
			$is_newer = $other->key->effect === Effect::CreateInvoice && $other->key->revision > $credited;
			if ( $is_newer || ( self::takes_all( $other, $task->parent_id ) && ! $other->has_lost_its_document() ) ) {
				return false;
			}
		}
		return self::has_lost_its_refund( $task, $rows, $refunds );
	}

	/** All that is left of that invoice is credited in one go, by hand or not, or is being credited. */
	public static function takes_all( Task $task, int $invoice_row ): bool {
		$is_whole = $task->key->effect === Effect::CreateCreditNote
			&& $task->key->refund_id === 0
			&& $task->parent_id === $invoice_row;
		return $is_whole
			&& (
				$task->is_by_hand()
				|| ( $task->state !== TaskState::Skipped && $task->was_begun() )
			);
	}

	/** @param list<Task> $rows all rows of the order. */
	public static function is_all_credited( int $invoice_row, array $rows ): bool {
		return array_filter( $rows, static fn ( Task $task ): bool => self::takes_all( $task, $invoice_row ) ) !== [];
	}

	/**
	 * A credit note tells of its refund, its own or another's.
	 *
	 * @param list<Task> $rows all rows of the order.
	 */
	public static function is_told_of( Task $task, array $rows ): bool {
		return self::note_of( $task, $rows ) !== null;
	}

	/**
	 * @param list<Task>           $rows
	 * @param list<RefundSnapshot> $refunds
	 */
	private static function has_lost_its_refund( Task $task, array $rows, array $refunds ): bool {
		$is_note = $task->key->effect === Effect::CreateCreditNote
			&& $task->key->refund_id > 0
			&& ( $task->has_document() || $task->is_by_hand() );
		return $is_note
			&& ! in_array( $task->key->refund_id, array_column( $refunds, 'id' ), true )
			&& ! self::is_taken_over( $task, $rows, $refunds );
	}

	/**
	 * Somebody made a credit note of this invoice by hand: what the invoice still holds per tax is not known here.
	 *
	 * @param list<Task> $rows all rows of the order.
	 */
	public static function has_by_hand( int $invoice_row, array $rows ): bool {
		return array_filter(
			$rows,
			static fn ( Task $task ): bool =>
				$task->key->effect === Effect::CreateCreditNote
					&& $task->parent_id === $invoice_row
					&& $task->is_by_hand()
		) !== [];
	}

	/**
	 * The row whose credit note tells of this row's refund: a refund that was entered again has that of the deleted
	 * one.
	 *
	 * @param list<Task> $rows
	 */
	private static function note_of( Task $task, array $rows ): ?Task {
		if ( $task->has_document() ) {
			return $task;
		}
		$id = $task->rests( Outcome::Covered ) ? (int) $task->problem?->fact( 'id' ) : null;
		foreach ( $rows as $other ) {
			if (
				$other->key->effect === Effect::CreateCreditNote
				&& $other->remote_id === $id
				&& $other->has_document()
			) {
				return $other;
			}
		}
		return null;
	}

	/**
	 * @param list<RefundSnapshot> $refunds
	 * @param array<int, true>     $ids
	 * @return list<RefundSnapshot>
	 */
	private static function only( array $refunds, array $ids ): array {
		return array_values(
			array_filter( $refunds, static fn ( RefundSnapshot $refund ): bool => isset( $ids[ $refund->id ] ) )
		);
	}
}
