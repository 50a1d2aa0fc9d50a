<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Actions;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Sales\Sales;
use OrderInvoicer\Domain\Settings\Biller;

/**
 * The owner says, at one sale that stands in several orders, who bills such sales: the setting is theirs from then on,
 * and this sale goes on. Others that wait are tried again as any.
 */
final class SayWhoBills {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly FreshOffers $fresh_offers,
		private readonly Orders $orders,
		private readonly Sales $sales,
		private readonly ChangeSettings $settings,
		private readonly RetryTask $retry,
	) {}

	/** @return bool false for a row that does not ask this (any more): nothing is changed. */
	public function say( int $task_id, Biller $biller ): bool {
		$row = $this->fresh_offers->row( RowAct::BillNobody, $task_id ); // It asks for all three, or for none.
		if ( $row === null ) {
			return false;
		}
		$order = $this->orders->snapshot( $row->key->order_id );
		$sale  = $order === null ? null : $this->sales->of( $order );
		$this->settings->change( [ 'split_sales' => $biller->value ] );
		$ids = $sale?->order_ids() ?? [ $row->key->order_id ];
		foreach ( array_merge( ...array_values( $this->ledger->for_orders( $ids ) ) ) as $one ) {
			if ( $one->asks( ProblemCode::WhoBills ) ) {
				$this->retry->retry( $one->id );
			}
		}
		return true;
	}
}
