<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\OrderBook;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
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
	) {}

	/**
	 * Whether a document that stands is worth what it should be.
	 *
	 * @param Task $task the row that made the document.
	 */
	public function problem( Task $task, OrderSnapshot $order, ComputedDocument $found ): ?Problem {
		$is_whole_credit = $task->key->effect === Effect::CreateCreditNote && $task->key->refund_id === 0;
		return $is_whole_credit
			? $this->problem_of_sent( $task->intent->excl_tax, $found )
			: $this->problem_of_charged( $this->order( $task, $order ), $task->intent->excl_tax, $found );
	}

	/** What was just made: delivery notes and proformas cannot be computed beforehand as what they are. */
	public function problem_of_made( DocumentDraft $draft, ComputedDocument $made ): ?Problem {
		$decimals = $draft->currency->decimals;
		$charged  = Decimal::of_minor( $draft->totals->incl_tax, $decimals );
		return $made->incl_tax->equals( $charged )
			? $this->problem_of_sent( Decimal::of_minor( $draft->totals->excl_tax, $decimals )->to_string(), $made )
			: $this->differ( $charged, $made->incl_tax, '' );
	}

	/** @param Task $task the row that makes the document. */
	public function order( Task $task, OrderSnapshot $order ): OrderSnapshot {
		return match ( $task->key->effect->creates() ) {
			DocumentKind::Invoice    => $this->invoice( $task->id, $order ),
			DocumentKind::CreditNote =>
				$order->charging( $this->refunded( $task, $order ), $order->lines, $order->prices_include_tax ),
			default                  => $order,
		};
	}

	/** Nothing of the order is charged any more. One that was free from the start is another matter. */
	public function is_void( Task $task, OrderSnapshot $order ): bool {
		return UncoveredRefund::ends( $task, $order, $this->orders->refunds( $order->id ) )
			|| ( $order->total->is_positive() && ! $this->order( $task, $order )->total->is_positive() );
	}

	/** @param list<RefundSnapshot> $and refunds that are about to be taken off as well. */
	public function invoice( int $row_id, OrderSnapshot $order, array $and = [] ): OrderSnapshot {
		$rows = $this->ledger->for_order( $order->id );
		if (
			$and === []
			&& array_filter(
				$rows,
				static fn ( Task $task ): bool => $task->key->effect === Effect::CreateCreditNote
			) === []
		) {
			return $order;
		}
		$absorbed = CreditNoteTasks::invoice( $row_id, $rows, $this->orders->refunds( $order->id ) )->absorbed;
		return OrderLessRefunds::order( $order, [ ...$absorbed, ...$and ] );
	}

	/** A credit note's total: its refund's amount. */
	private function refunded( Task $task, OrderSnapshot $order ): Decimal {
		foreach ( $this->orders->refunds( $order->id ) as $refund ) {
			if ( $refund->id === $task->key->refund_id ) {
				return $refund->amount;
			}
		}
		return Decimal::zero();
	}

	/** @param string $excl_tax HT as it was sent, decimal string. */
	private function problem_of_charged( OrderSnapshot $order, string $excl_tax, ComputedDocument $found ): ?Problem {
		$charged = $order->total;
		if ( ! $found->incl_tax->equals( $charged ) ) {
			return $this->differ( $charged, $found->incl_tax, '' );
		}
		return $this->problem_of_sent( $excl_tax, $found );
	}

	/** Where only what was sent is known. */
	private function problem_of_sent( string $excl_tax, ComputedDocument $found ): ?Problem {
		$sent = Decimal::from_string( $excl_tax );
		return $found->excl_tax->equals( $sent ) ? null : $this->differ( $sent, $found->excl_tax, ' HT' );
	}

	private function differ( Decimal $ours, Decimal $theirs, string $side ): Problem {
		$facts = [
			'order_total'  => $ours->to_string() . $side,
			'sellsy_total' => $theirs->to_string() . $side,
		];
		return new Problem( ProblemCode::TotalsDiffer, $facts );
	}
}
