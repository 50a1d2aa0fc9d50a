<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Actions;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Drafts\AcceptedRounding;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\Orders;

/**
 * The row "Rounding" of an order with hundreds of lines would be larger than the owner allows. A person looked at it
 * and accepts this one: as much as that, for this order, and for no other.
 */
final class AcceptRounding {

	public function __construct(
		private readonly FreshOffers $fresh_offers,
		private readonly Orders $orders,
		private readonly AcceptedRounding $accepted,
		private readonly RetryTask $retry,
	) {}

	/**
	 * @param string $shown the amount that the person saw: another one is asked anew.
	 * @return bool false for a row that does not ask this (any more): nothing is changed.
	 */
	public function accept( int $task_id, string $shown ): bool {
		$row   = $this->fresh_offers->row( RowAct::AcceptRounding, $task_id );
		$order = $row === null ? null : $this->orders->snapshot( $row->key->order_id );
		if ( $row === null || $order === null || RowAct::AcceptRounding->shown( $row ) !== $shown ) {
			return false;
		}
		$rest = Decimal::from_string( $shown )->abs();
		$this->accepted->accept( $order->id, $rest->to_minor( $order->currency->decimals ) );
		$this->retry->retry( $row->id );
		return true;
	}
}
