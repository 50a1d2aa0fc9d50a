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
			static fn ( Task $row ): bool => $row->state === TaskState::Attention
				&& $row->has_lost_its_document()
				&& $row->problem !== null
				&& $row->key->effect->creates() !== null
				&& LostDocuments::rests( $row, $standing->rows, $standing->order, $row->problem ) !== null
		);
		return array_map(
			static fn ( Task $row ): FollowUp =>
				new FollowUp( key: $row->key, parent_id: $row->parent_id, due_at: null, again: true ),
			array_values( $settled )
		);
	}
}
