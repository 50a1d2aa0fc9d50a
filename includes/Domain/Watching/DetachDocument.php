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

	/** @param Task $row as it was while it had the document. */
	public function detach( Task $row ): void {
		if ( $row->key->effect->creates() !== null && $row->was_at_sellsy() ) {
			$this->report->forget( $row->id, $row->remote_id );
			$this->take_off( $row );
		}
	}

	/** What it was worth, and how it was seen, stays known. */
	public function take_off( Task $row ): void {
		$kind = $row->key->effect->creates();
		if ( $kind === null || ! $row->was_at_sellsy() ) {
			return;
		}
		$left = 0;
		foreach ( $this->ledger->for_order( $row->key->order_id ) as $other ) {
			$left = $other->id !== $row->id
				&& $other->key->effect === $row->key->effect
				&& $other->has_document()
					? max( $left, $other->remote_id )
					: $left;
		}
		$this->links->detach( $row->key->order_id, $kind, $row->remote_id, $left, $row->key->refund_id );
	}
}
