<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Drafts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\LeaseLost;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\FollowUps\OpenFollowUps;
use OrderInvoicer\Domain\Ledger\AttemptLog;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\OrderLinks;
use OrderInvoicer\Domain\Ledger\Sync;
use OrderInvoicer\Domain\System\Clock;

/**
 * Rows 13 and 14 of the straight line: the ledger first, then the copies that people see, then what follows. Everything
 * after the ledger may be done twice.
 */
final class FinishDocument {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly AttemptLog $attempts,
		private readonly OrderLinks $orders,
		private readonly OpenFollowUps $follow_ups,
		private readonly Clock $clock,
	) {}

	/**
	 * @param Problem|null $problem the document stands and gets its link, but nothing follows before a person has looked.
	 * @throws LeaseLost
	 */
	public function done( Sync $sync, RemoteDocument $document, ?Problem $problem = null ): void {
		if ( ! $this->ledger->mark_done( $sync->id, $sync->lock_token, $document, $problem ) ) {
			throw new LeaseLost();
		}
		$this->attempts->add( $sync->id, $sync->attempts, $this->clock->now(), $problem === null ? 'done' : 'attention', $problem );
		if ( $problem === null ) {
			$this->copies( $sync, $document );
			return;
		}
		$this->orders->attach( $sync->key->order_id, $document, $sync->key->refund_id );
		$this->orders->note_problem( $sync->key->order_id, $problem );
	}

	/** Also called by the sweeper, for rows whose runner died right after the ledger was written. */
	public function copies( Sync $sync, RemoteDocument $document ): void {
		if ( $sync->parent_id > 0 && $document->number !== '' ) {
			$this->ledger->update_remote( $sync->parent_id, $document );
		}
		if ( ! $this->is_replaced( $sync ) ) {
			$this->orders->attach( $sync->key->order_id, $document, $sync->key->refund_id );
		}
		if ( in_array( $sync->key->effect, [ Effect::ValidateInvoice, Effect::ValidateCreditNote ], true ) ) {
			$this->orders->note_finalised( $sync->key->order_id, $document, $sync->key->refund_id );
		}
		$this->follow_ups->open( $sync->key->order_id, $sync->origin );
		if ( $document->kind->is_parent() ) {
			$this->go_on( $sync->key->order_id );
		}
		$this->ledger->mark_checked( $sync->id, $this->clock->now() );
	}

	/** The order shows the one that was issued anew. */
	private function is_replaced( Sync $sync ): bool {
		foreach ( $this->ledger->for_order( $sync->key->order_id ) as $row ) {
			if ( $row->key->effect === $sync->key->effect && $row->key->refund_id === $sync->key->refund_id && $row->key->revision > $sync->key->revision && $row->remote_id > 0 && ! $row->has_lost_its_document() ) {
				return true;
			}
		}
		return false;
	}

	/** Documents of the same order that wait for this one; those of other orders wait for their own. */
	private function go_on( int $order_id ): void {
		foreach ( $this->ledger->for_order( $order_id ) as $row ) {
			if ( $row->problem?->code === ProblemCode::WaitsForParent ) {
				$this->ledger->requeue( $row->id, $this->clock->now() );
			}
		}
	}
}
