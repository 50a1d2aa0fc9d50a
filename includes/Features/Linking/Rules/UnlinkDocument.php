<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Linking\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\AttemptLog;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\LinkTransitions;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\OutcomeProblem;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Watching\DetachDocument;

/**
 * A person takes back that a document is this order's. Nothing changes at Sellsy. The order is left without one: none
 * is made in its place unless somebody asks, because nobody knows what is to come of it. A payment that was recorded on
 * it stays there too: another document that is linked instead has none yet.
 */
final class UnlinkDocument {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly DetachDocument $detach,
		private readonly AttemptLog $attempts,
		private readonly Clock $clock,
	) {}

	/**
	 * @return bool false for a document that this plugin made, that a credit note or another document was made of, or
	 *         about which something is being done: nothing is changed.
	 */
	public function unlink( int $task_id ): bool {
		$row = $this->ledger->find( $task_id );
		$now = $this->clock->now();
		if (
			$row === null
			|| array_filter( $this->children( $row ), self::is_kept_by( ... ) ) !== []
			|| ! $this->ledger->save( LinkTransitions::unlinked( $row, $now ) )
		) {
			return false;
		}
		foreach ( $this->children( $row ) as $child ) {
			$is_payment = $child->key->effect === Effect::RecordPayment;
			$this->ledger->save( $is_payment ? LinkTransitions::forgotten( $child, $now ) : null );
		}
		$this->detach->detach( $row );
		$this->attempts->add( $row->id, 0, $now, 'skipped', OutcomeProblem::problem( Outcome::NotWanted ) );
		return true;
	}

	/** @return list<Task> rows about the row's document. */
	private function children( Task $task ): array {
		return array_values(
			array_filter(
				$this->ledger->for_order( $task->key->order_id ),
				static fn ( Task $other ): bool => $other->parent_id === $task->id
			)
		);
	}

	/** Another document was made of it, something is under way, or nobody knows what came of a request. */
	private static function is_kept_by( Task $child ): bool {
		$is_sent = $child->sent_at !== null;
		return $child->is_under_way()
			|| ( $child->key->effect->creates() !== null && ( $child->was_at_sellsy() || $is_sent ) )
			|| ( $child->state === TaskState::Attention && ! $child->was_at_sellsy() && $is_sent );
	}
}
