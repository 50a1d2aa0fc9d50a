<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\TalkBack\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\FollowUps\FollowRule;
use OrderInvoicer\Domain\FollowUps\FollowUp;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\OrderBook\OrderStanding;

/**
 * What the row of an order that follows its document told a person is over: it could not come into a status and was
 * given another one since, or it was accepted and its money is there.
 */
final class FollowedByHandRule implements FollowRule {

	public function follow_ups( OrderStanding $standing ): array {
		$wanted = [];
		foreach ( $standing->rows as $row ) {
			$problem = $row->key->effect === Effect::FollowDocument && $row->state === TaskState::Attention
				? $row->problem
				: null;
			$refused = $problem?->fact( MoveOrder::WAS ) ?? '';
			$is_paid = $problem?->is( ProblemCode::AcceptedNotPaid ) === true
				&& (int) $problem->fact( 'orders' ) <= 1 // It tells of no other order.
				&& ! $standing->order->payment->is_accepted;
			if ( $is_paid || ( $refused !== '' && $refused !== $standing->order->status ) ) {
				$wanted[] = new FollowUp( key: $row->key, parent_id: $row->parent_id, again: true );
			}
		}
		return $wanted;
	}
}
