<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Watching;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\FollowUps\FollowRule;
use OrderInvoicer\Domain\FollowUps\FollowUp;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\OrderBook\LostDocuments;
use OrderInvoicer\Domain\OrderBook\OrderStanding;

/**
 * A person was asked about a document that stands no more, and nobody has to say anything now: the order has its
 * invoice, or was cancelled as well.
 */
final class LostDocumentRule implements FollowRule {

	public function follow_ups( OrderStanding $standing ): array {
		$settled = array_filter(
			$standing->rows,
			static fn ( Task $task ): bool => $task->state === TaskState::Attention
				&& $task->has_lost_its_document()
				&& $task->problem !== null
				&& $task->key->effect->creates() !== null
				&& LostDocuments::rests( $task, $standing->rows, $standing->order, $task->problem ) !== null
		);
		return array_map(
			static fn ( Task $task ): FollowUp =>
				new FollowUp( key: $task->key, parent_id: $task->parent_id, due_at: null, again: true ),
			array_values( $settled )
		);
	}
}
