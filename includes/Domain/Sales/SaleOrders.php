<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Sales;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\OrderBook\CountedRefunds;

/**
 * The shop's orders with what happened to the whole sale: an order that bills for others of its sale has their refunds
 * as its own, each once, is paid where they are, and ends with its parent. All arithmetic asks here.
 */
final class SaleOrders implements Orders {

	/** The order that was read last: whether it has a parent is not read again. */
	private ?OrderSnapshot $last = null;

	public function __construct(
		private readonly CountedRefunds $counted_refunds,
		private readonly Sales $sales,
		private readonly Ledger $ledger,
	) {}

	public function snapshot( int $order_id ): ?OrderSnapshot {
		$this->last = $this->counted_refunds->snapshot( $order_id );
		return $this->last === null ? null : $this->as_one( $this->last );
	}

	public function snapshots( array $order_ids ): array {
		return $this->counted_refunds->snapshots( $order_ids );
	}

	public function children( int $order_id ): array {
		return $this->counted_refunds->children( $order_id );
	}

	public function refunds( int $order_id ): array {
		$is_alone = $this->last?->id === $order_id
			&& $this->last->kin->parent_id === 0
			&& $this->counted_refunds->children( $order_id ) === [];
		$order    = $is_alone ? null : $this->counted_refunds->snapshot( $order_id );
		$sale     = $order === null ? null : $this->sales->of( $order );
		return $order === null || $sale === null || $sale->counted_on( $order_id ) === []
			? $this->counted_refunds->refunds( $order_id )
			: $this->of_sale( $sale, $order );
	}

	/**
	 * Rows that look at the order again as soon as a refund counts that nobody was told of.
	 *
	 * @return list<array{TaskKey, \DateTimeImmutable}> key, and when it is due.
	 */
	public function to_come( int $order_id ): array {
		return $this->counted_refunds->to_come( $order_id );
	}

	/** @return list<int> the orders whose documents tell of what happens to that one, which has none of its own. */
	public function told_by( OrderSnapshot $order ): array {
		return $this->sales->of( $order )?->told_by( $order->id ) ?? [];
	}

	/** Paid and cancelled as the sale is. An order without others costs no question. */
	private function as_one( OrderSnapshot $order ): OrderSnapshot {
		$may_differ = $order->kin->parent_id > 0 || ( $order->kin->split_by !== '' && $order->paid_at === null );
		$sale       = $may_differ ? $this->sales->of( $order ) : null;
		$others     = $sale?->counted_on( $order->id ) ?? [];
		if ( $sale === null || $others === [] ) {
			return $order;
		}
		$paid_at = array_filter( array_map( static fn ( OrderSnapshot $one ): mixed => $one->paid_at, $others ) );
		return $order->as_of_sale(
			$order->id !== $sale->parent->id && $sale->parent->is_cancelled() ? $sale->parent->status : $order->status,
			$order->paid_at ?? ( count( $paid_at ) === count( $others ) ? max( $paid_at ) : null )
		);
	}

	/** @return list<RefundSnapshot> */
	private function of_sale( Sale $sale, OrderSnapshot $billed ): array {
		$is_parent = $billed->id === $sale->parent->id;
		$children  = $is_parent ? $sale->counted_on( $billed->id ) : $sale->children;
		$rows      = $this->credit_notes( $sale );
		$claims    = [];
		foreach ( [ $sale->parent, ...$children ] as $order ) {
			foreach ( $this->counted_refunds->refunds( $order->id ) as $refund ) {
				$claims[] = Claim::refund( $order->id, $refund );
			}
			$has_ended = $is_parent && $order->id !== $billed->id && $order->is_cancelled();
			if ( $has_ended && ( ! $sale->parent->is_cancelled() || isset( $rows[ $order->id ] ) ) ) {
				$claims[] = Claim::end_of( $order );
			}
		}
		$place = static fn ( Claim $claim ): array => [
			$rows[ $claim->refund->id ]->id ?? PHP_INT_MAX,
			$claim->is_end,
			$claim->refund->created_at,
			$claim->refund->id,
		];
		usort( $claims, static fn ( Claim $a, Claim $b ): int => $place( $a ) <=> $place( $b ) );
		$refunds = new SaleRefunds(
			parent: $sale->parent,
			children: $children,
			claims: $claims,
			is_other: self::answers( $rows )
		);
		return $refunds->of( $billed );
	}

	/** @return array<int, Task> the first row of each refund, by refund: what was told first counts first. */
	private function credit_notes( Sale $sale ): array {
		$first = [];
		foreach ( $this->ledger->for_orders( $sale->order_ids() ) as $rows ) {
			foreach ( $rows as $row ) {
				$id = $row->key->refund_id;
				if (
					$row->key->effect === Effect::CreateCreditNote
					&& $id > 0
					&& $row->id < ( $first[ $id ]->id ?? PHP_INT_MAX )
				) {
					$first[ $id ] = $row;
				}
			}
		}
		return $first;
	}

	/**
	 * @param array<int, Task> $rows
	 * @return array<int, bool> what people said, by refund.
	 */
	private static function answers( array $rows ): array {
		$answers = [];
		foreach ( $rows as $id => $row ) {
			if ( $row->asked || $row->rests( Outcome::SameRefund ) ) {
				$answers[ $id ] = $row->outcome !== Outcome::SameRefund;
			}
		}
		return $answers;
	}
}
