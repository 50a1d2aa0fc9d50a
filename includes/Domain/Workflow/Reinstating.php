<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Workflow;

use OrderInvoicer\Domain\Sync\Effect;
use OrderInvoicer\Domain\Sync\ProblemCode;
use OrderInvoicer\Domain\Sync\SyncState;

/** A draft was to be deleted because nothing of the order was charged any more; now something is again. */
final class Reinstating implements FollowRule {

	public function of( OrderStanding $standing ): array {
		$row = $standing->row( Effect::CreateInvoice );
		if ( $row?->state !== SyncState::Attention || $row->problem?->code !== ProblemCode::DraftToDelete || $standing->order->status === Crediting::CANCELLED ) {
			return [];
		}
		return $standing->billed( $row )->total->is_positive() ? [ new FollowUp( $row->key, $row->parent_id, null, true ) ] : [];
	}
}
