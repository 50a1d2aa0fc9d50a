<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\OrderBook;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\OutcomeProblem;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Order\OrderSnapshot;

/** Documents that stand no more, and whether a person has to say what becomes of one. */
final class LostDocuments {

	/** An order's invoice takes their place. */
	private const OVERTAKEN = [ DocumentKind::Estimate, DocumentKind::Order, DocumentKind::Proforma ];

	/**
	 * What its row rests with where nobody is asked; null: a person is.
	 *
	 * @param Task               $task      of the document.
	 * @param list<Task>         $rows     all rows of the order.
	 * @param OrderSnapshot|null $order    null where it cannot be read.
	 * @param Problem            $problem  what became of the document.
	 */
	public static function rests( Task $task, array $rows, ?OrderSnapshot $order, Problem $problem ): ?Problem {
		$kind = $task->key->effect->creates();
		return match ( true ) {
			$kind !== null && self::is_overtaken( $kind, $rows ) =>
				OutcomeProblem::problem( Outcome::NotWanted ),
			$kind === DocumentKind::CreditNote && self::has_lost_its_invoice( $task, $rows ) =>
				new Problem( ProblemCode::InvoiceMissing ),
			$kind === DocumentKind::Invoice && $task->remote_number === '' && $order?->is_cancelled() === true =>
				new Problem( ProblemCode::NothingCharged ), // A draft that is gone of a sale that is off.
			$kind !== DocumentKind::Invoice || ! $problem->is( ProblemCode::DocumentCancelled ) => null,
			self::is_replaced( $task, $rows ), self::went_with_its_order( $task, $rows, $order ) => $problem,
			default => null,
		};
	}

	/**
	 * The order's invoice stands in its place.
	 *
	 * @param list<Task> $rows all rows of the order.
	 */
	public static function is_overtaken( DocumentKind $kind, array $rows ): bool {
		return in_array( $kind, self::OVERTAKEN, true ) && array_filter(
			$rows,
			static fn ( Task $task ): bool =>
				$task->key->effect === Effect::CreateInvoice && ( $task->has_document() || $task->is_by_hand() )
		) !== [];
	}

	/**
	 * Once there is an invoice again, what was refunded is credited on that one.
	 *
	 * @param list<Task> $rows
	 */
	private static function has_lost_its_invoice( Task $credit, array $rows ): bool {
		return ( array_column( $rows, null, 'id' )[ $credit->parent_id ] ?? null )?->has_cancelled_document() === true;
	}

	/** @param list<Task> $rows */
	private static function is_replaced( Task $invoice, array $rows ): bool {
		return array_filter(
			$rows,
			static fn ( Task $task ): bool => $task->key->effect === Effect::CreateInvoice
				&& $task->key->revision > $invoice->key->revision
				&& $task->has_document()
		) !== [];
	}

	/**
	 * The sale is off in the shop as well, and neither money nor a credit note stands for it.
	 *
	 * @param list<Task> $rows
	 */
	private static function went_with_its_order( Task $invoice, array $rows, ?OrderSnapshot $order ): bool {
		$stands = static fn ( Task $task ): bool => match ( $task->key->effect ) {
			Effect::CreateCreditNote => $task->parent_id === $invoice->id
				&& ( $task->has_document() || $task->is_by_hand() || $task->is_unknown() ),
			Effect::RecordPayment    => $task->was_at_sellsy() || $task->is_unknown(),
			default                  => false,
		};
		return $order !== null
			&& $order->is_cancelled()
			&& $order->paid_at === null
			&& array_filter( $rows, $stands ) === [];
	}
}
