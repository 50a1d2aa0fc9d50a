<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application\Refund;

use OrderInvoicer\Application\Ports\Clock;
use OrderInvoicer\Application\Ports\Ledger;
use OrderInvoicer\Application\Ports\Orders;
use OrderInvoicer\Application\ProcessSync;
use OrderInvoicer\Application\RowAct;
use OrderInvoicer\Application\RowActs;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Domain\Order\OrderMark;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Sync\Sync;

/**
 * A person has looked at what was edited in the order since its invoice became final, an address perhaps, and leaves the
 * invoice as it is. What is edited later is said again.
 */
final class KeepInvoice {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly RowActs $acts,
		private readonly Orders $orders,
		private readonly WhatIsBilled $billed,
		private readonly ProcessSync $process,
		private readonly Clock $clock,
	) {}

	/** @return bool false where the row does not ask this (any more), or the order has come to another total since: nothing is changed. */
	public function keep( int $sync_id ): bool {
		$row   = $this->ledger->find( $sync_id );
		$order = $row === null ? null : $this->orders->snapshot( $row->key->order_id );
		if ( $row === null || $order === null || ! in_array( RowAct::Keep, $this->acts->of( $row ), true ) ) {
			return false;
		}
		$billed = $this->billed->invoice( $row->id, $order );
		if ( ! $this->has_the_total( $row, $billed ) || ! $this->ledger->requeue( $row->id, $this->clock->now(), says: OrderMark::of( $billed )->text() ) ) {
			return false;
		}
		$this->process->process( $row->id );
		return true;
	}

	private function has_the_total( Sync $row, OrderSnapshot $billed ): bool {
		$decimals = $billed->currency->decimals;
		return $billed->total->round( $decimals, Rounding::HalfUp )->to_scale( $decimals ) === $row->problem?->fact( 'document_total' );
	}
}
