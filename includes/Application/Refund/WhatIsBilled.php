<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application\Refund;

use OrderInvoicer\Application\Ports\Ledger;
use OrderInvoicer\Application\Ports\Orders;
use OrderInvoicer\Domain\Document\DocumentKind;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Refund\BilledOrder;
use OrderInvoicer\Domain\Refund\CreditNotesOf;
use OrderInvoicer\Domain\Refund\RefundSnapshot;
use OrderInvoicer\Domain\Sync\Effect;
use OrderInvoicer\Domain\Sync\Sync;

/**
 * What a document of an order charges: an invoice the whole order, whatever was refunded since, except for refunds that
 * were taken off its draft or credited on an earlier invoice; a credit note its refund. Everything else the order as it is.
 */
final class WhatIsBilled {

	public function __construct(
		private readonly Orders $orders,
		private readonly Ledger $ledger,
	) {}

	/** @param Sync $row the row that makes the document. */
	public function of( Sync $row, OrderSnapshot $order ): OrderSnapshot {
		return match ( $row->key->effect->creates() ) {
			DocumentKind::Invoice    => $this->invoice( $row->id, $order ),
			DocumentKind::CreditNote => $order->charging( $this->credited( $row, $order ), $order->lines, $order->prices_include_tax ),
			default                  => $order,
		};
	}

	/** @param list<RefundSnapshot> $and refunds that are about to be taken off as well. */
	public function invoice( int $row_id, OrderSnapshot $order, array $and = [] ): OrderSnapshot {
		$rows = $this->ledger->for_order( $order->id );
		if ( $and === [] && array_filter( $rows, static fn ( Sync $row ): bool => $row->key->effect === Effect::CreateCreditNote ) === [] ) {
			return $order;
		}
		$absorbed = CreditNotesOf::invoice( $row_id, $rows, $this->orders->refunds( $order->id ) )->absorbed;
		return BilledOrder::of( $order, [ ...$absorbed, ...$and ] );
	}

	/** A credit note's total: its refund's amount, or what is left of the invoice. */
	private function credited( Sync $row, OrderSnapshot $order ): Decimal {
		$refunds = $this->orders->refunds( $order->id );
		foreach ( $refunds as $refund ) {
			if ( $refund->id === $row->key->refund_id ) {
				return $refund->amount;
			}
		}
		$credited = CreditNotesOf::invoice( $row->parent_id, $this->ledger->for_order( $order->id ), $refunds, $row->id )->credited;
		return array_reduce( $credited, static fn ( Decimal $left, RefundSnapshot $refund ): Decimal => $left->minus( $refund->amount ), $this->invoice( $row->parent_id, $order )->total );
	}
}
