<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Workflow;

use OrderInvoicer\Domain\Sync\Effect;
use OrderInvoicer\Domain\Sync\ProblemCode;
use OrderInvoicer\Domain\Sync\Sync;
use OrderInvoicer\Domain\Sync\SyncKey;
use OrderInvoicer\Domain\Sync\SyncState;

/**
 * An order was cancelled and is no more: the draft that was to be deleted is its invoice again, and a final one that was
 * credited because of it is followed by another.
 */
final class Reinstating implements FollowRule {

	public function of( OrderStanding $standing ): array {
		$row = $standing->row( Effect::CreateInvoice );
		return match ( true ) {
			$row === null                              => [],
			$this->is_to_be_deleted( $row, $standing ) => $standing->billed( $row )->total->is_positive() ? [ new FollowUp( $row->key, $row->parent_id, null, true ) ] : [],
			$this->is_credited( $row, $standing )      => [ new FollowUp( new SyncKey( $row->key->order_id, Effect::CreateInvoice, 0, '', $row->key->revision + 1 ) ) ],
			default                                    => [],
		};
	}

	private function is_to_be_deleted( Sync $row, OrderStanding $standing ): bool {
		return $row->state === SyncState::Attention && $row->problem?->code === ProblemCode::DraftToDelete && $standing->order->status !== Crediting::CANCELLED;
	}

	/** All that was left of it, for good, and not because a person wants another one anyway. */
	private function is_credited( Sync $invoice, OrderStanding $standing ): bool {
		foreach ( $standing->rows as $row ) {
			$is_whole = $row->key->effect === Effect::CreateCreditNote && $row->key->refund_id === 0 && $row->key->revision === $invoice->key->revision;
			if ( $is_whole && ! $row->asked && $standing->stands( $row ) && $row->remote_number !== '' ) {
				return WorkflowSelector::is_sold( $standing->order->status );
			}
		}
		return false;
	}
}
