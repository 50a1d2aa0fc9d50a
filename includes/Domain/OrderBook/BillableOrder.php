<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\OrderBook;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundSnapshot;

/**
 * What a document of an order charges. An invoice charges the whole order, whatever was refunded since, less the
 * refunds that were taken off its draft or credited on an earlier invoice. A credit note charges its refund. All other
 * documents charge the order as it is.
 */
final class BillableOrder {

	public function __construct(
		private readonly Orders $orders,
		private readonly Ledger $ledger,
		private readonly StandingAmounts $amounts,
	) {}

	/**
	 * Whether a document that stands is worth what it should be.
	 *
	 * @param Task $row the row that made the document.
	 */
	public function problem( Task $row, OrderSnapshot $order, ComputedDocument $found ): ?Problem {
		$is_whole_credit = $row->key->effect === Effect::CreateCreditNote && $row->key->refund_id === 0;
		return $is_whole_credit
			? $this->amounts->problem_of_sent( $row->intent->excl_tax, $found )
			: $this->amounts->problem( $this->order( $row, $order ), $row->intent->excl_tax, $found );
	}

	public function problem_of_made( DocumentDraft $draft, ComputedDocument $made ): ?Problem {
		return $this->amounts->problem_of_made( $draft, $made );
	}

	/** @param Task $row the row that makes the document. */
	public function order( Task $row, OrderSnapshot $order ): OrderSnapshot {
		return match ( $row->key->effect->creates() ) {
			DocumentKind::Invoice    => $this->invoice( $row->id, $order ),
			DocumentKind::CreditNote =>
				$order->charging( $this->refunded( $row, $order ), $order->lines, $order->prices_include_tax ),
			default                  => $order,
		};
	}

	/** Nothing of the order is charged any more. One that was free from the start is another matter. */
	public function is_void( Task $row, OrderSnapshot $order ): bool {
		return UncoveredRefund::ends( $row, $order, $this->orders->refunds( $order->id ) )
			|| ( $order->total->is_positive() && ! $this->order( $row, $order )->total->is_positive() );
	}

	/** @param list<RefundSnapshot> $and refunds that are about to be taken off as well. */
	public function invoice( int $row_id, OrderSnapshot $order, array $and = [] ): OrderSnapshot {
		$rows = $this->ledger->for_order( $order->id );
		if (
			$and === []
			&& array_filter(
				$rows,
				static fn ( Task $row ): bool => $row->key->effect === Effect::CreateCreditNote
			) === []
		) {
			return $order;
		}
		$absorbed = CreditNoteTasks::invoice( $row_id, $rows, $this->orders->refunds( $order->id ) )->absorbed;
		return OrderLessRefunds::order( $order, [ ...$absorbed, ...$and ] );
	}

	/** A credit note's total: its refund's amount. */
	private function refunded( Task $row, OrderSnapshot $order ): Decimal {
		foreach ( $this->orders->refunds( $order->id ) as $refund ) {
			if ( $refund->id === $row->key->refund_id ) {
				return $refund->amount;
			}
		}
		return Decimal::zero();
	}
}
