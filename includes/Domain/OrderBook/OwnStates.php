<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\OrderBook;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;

/** States of documents that the owner's own rules set: nobody has to hear of them. */
final class OwnStates {

	/**
	 * @param Task       $document its row.
	 * @param list<Task> $rows     all rows of the order.
	 * @param string     $state    Sellsy's word.
	 */
	public static function has_set( Task $document, array $rows, string $state ): bool {
		$set = "{$document->key->effect->creates()?->value}:$state";
		foreach ( $rows as $row ) {
			if (
				$row->key->effect === Effect::ChangeState
				&& $row->key->part === $set
				&& in_array( $row->state, [ TaskState::Working, TaskState::Done ], true )
			) {
				return true;
			}
		}
		return false;
	}
}
