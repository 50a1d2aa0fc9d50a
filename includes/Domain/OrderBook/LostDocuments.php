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
	 * @param Task               $row      of the document.
	 * @param list<Task>         $rows     all rows of the order.
	 * @param OrderSnapshot|null $order    null where it cannot be read.
	 * @param Problem            $problem  what became of the document.
	 */
	public static function rests( Task $row, array $rows, ?OrderSnapshot $order, Problem $problem ): ?Problem {
		$kind = $row->key->effect->creates();
		return match ( true ) {
			in_array( $kind, self::OVERTAKEN, true ) && self::is_invoiced( $rows ) =>
				OutcomeProblem::problem( Outcome::NotWanted ),
			$kind === DocumentKind::CreditNote && self::has_lost_its_invoice( $row, $rows ) =>
				new Problem( ProblemCode::InvoiceMissing ),
			$kind === DocumentKind::Invoice && $row->remote_number === '' && $order?->is_cancelled() === true =>
				new Problem( ProblemCode::NothingCharged ), // A draft that is gone of a sale that is off.
			$kind !== DocumentKind::Invoice || ! $problem->is( ProblemCode::DocumentCancelled ) => null,
			self::is_replaced( $row, $rows ), self::went_with_its_order( $row, $rows, $order ) => $problem,
			default => null,
		};
	}

	/** @param list<Task> $rows */
	private static function is_invoiced( array $rows ): bool {
		return array_filter(
			$rows,
			static fn ( Task $row ): bool =>
				$row->key->effect === Effect::CreateInvoice && ( $row->has_document() || $row->is_by_hand() )
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
			static fn ( Task $row ): bool => $row->key->effect === Effect::CreateInvoice
				&& $row->key->revision > $invoice->key->revision
				&& $row->has_document()
		) !== [];
	}

	/**
	 * The sale is off in the shop as well, and neither money nor a credit note stands for it.
	 *
	 * @param list<Task> $rows
	 */
	private static function went_with_its_order( Task $invoice, array $rows, ?OrderSnapshot $order ): bool {
		$stands = static fn ( Task $row ): bool => match ( $row->key->effect ) {
			Effect::CreateCreditNote => $row->parent_id === $invoice->id
				&& ( $row->has_document() || $row->is_by_hand() || $row->is_unknown() ),
			Effect::RecordPayment    => $row->was_at_sellsy() || $row->is_unknown(),
			default                  => false,
		};
		return $order !== null
			&& $order->is_cancelled()
			&& $order->paid_at === null
			&& array_filter( $rows, $stands ) === [];
	}
}
