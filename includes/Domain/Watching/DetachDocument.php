<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Watching;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\OrderLinks;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Report\Report;

/** A document stands no more: the order shows the newest of its kind that is left, or none. */
final class DetachDocument {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly OrderLinks $links,
		private readonly Report $report,
	) {}

	/** @param Task $task as it was while it had the document. */
	public function detach( Task $task ): void {
		if ( $task->key->effect->creates() !== null && $task->was_at_sellsy() ) {
			$this->report->forget( $task->id, $task->remote_id );
			$this->take_off( $task );
		}
	}

	/** What it was worth, and how it was seen, stays known. */
	public function take_off( Task $task ): void {
		$kind = $task->key->effect->creates();
		if ( $kind === null || ! $task->was_at_sellsy() ) {
			return;
		}
		$left = 0;
		foreach ( $this->ledger->for_order( $task->key->order_id ) as $other ) {
			$left = $other->id !== $task->id
				&& $other->key->effect === $task->key->effect
				&& $other->has_document()
					? max( $left, $other->remote_id )
					: $left;
		}
		$this->links->detach( $task->key->order_id, $kind, $task->remote_id, $left, $task->key->refund_id );
	}
}
