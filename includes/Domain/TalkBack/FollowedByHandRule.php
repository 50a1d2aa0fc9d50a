<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\TalkBack;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\FollowUps\FollowRule;
use OrderInvoicer\Domain\FollowUps\FollowUp;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\OrderBook\OrderStanding;

/** An order could not come into a status, and a person gave it another one since: its row is looked at again. */
final class FollowedByHandRule implements FollowRule {

	public function follow_ups( OrderStanding $standing ): array {
		$wanted = [];
		foreach ( $standing->rows as $row ) {
			$refused = $row->key->effect === Effect::FollowDocument && $row->state === TaskState::Attention
				? $row->problem?->fact( FollowDocument::WAS ) ?? ''
				: '';
			if ( $refused !== '' && $refused !== $standing->order->status ) {
				$wanted[] = new FollowUp( key: $row->key, parent_id: $row->parent_id, again: true );
			}
		}
		return $wanted;
	}
}
