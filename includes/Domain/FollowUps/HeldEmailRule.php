<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\FollowUps;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\OrderBook\AwaitedDocument;
use OrderInvoicer\Domain\OrderBook\OrderStanding;

/** E-mails that wait for their document leave as soon as it is final. */
final class HeldEmailRule implements FollowRule {

	public function follow_ups( OrderStanding $standing ): array {
		$wanted = [];
		foreach ( $standing->rows as $row ) {
			if (
				$row->key->effect === Effect::HeldEmail
				&& $row->state === TaskState::Queued
				&& AwaitedDocument::final( $row->key, $standing->rows ) !== null
			) {
				$wanted[] = new FollowUp( key: $row->key, parent_id: $row->parent_id );
			}
		}
		return $wanted;
	}
}
