<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Linking;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\AttemptLog;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\LinkTransitions;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Watching\DetachDocument;

/**
 * A person takes back that a document is this order's. Nothing changes at Sellsy. The order is left without one: none
 * is made in its place unless somebody asks, because nobody knows what is to come of it.
 */
final class UnlinkDocument {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly DetachDocument $detach,
		private readonly AttemptLog $attempts,
		private readonly Clock $clock,
	) {}

	/**
	 * @return bool false for a document that this plugin made, or that a credit note or another document was made of:
	 *         nothing is changed.
	 */
	public function unlink( int $task_id ): bool {
		$row = $this->ledger->find( $task_id );
		$now = $this->clock->now();
		if (
			$row === null
			|| $this->has_children( $row )
			|| ! $this->ledger->save( LinkTransitions::unlinked( $row, $now ) )
		) {
			return false;
		}
		$this->detach->detach( $row );
		$this->attempts->add( $row->id, 0, $now, 'skipped', LinkTransitions::left() );
		return true;
	}

	private function has_children( Task $row ): bool {
		foreach ( $this->ledger->for_order( $row->key->order_id ) as $other ) {
			if (
				$other->parent_id === $row->id
				&& $other->key->effect->creates() !== null
				&& ( $other->remote_id > 0 || $other->sent_at !== null )
			) {
				return true;
			}
		}
		return false;
	}
}
