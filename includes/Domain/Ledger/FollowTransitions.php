<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Ledger;

defined( 'ABSPATH' ) || exit;

/** The changes of TaskTransitions for an order that follows its document. */
final class FollowTransitions {

	public const FROM = [
		'begun'   => [ TaskState::Working ],
		'noticed' => [ TaskState::Queued, TaskState::Done, TaskState::Attention, TaskState::Skipped ],
	];

	/** The status in which the order was found at the first try. It stays when the row is looked at again. */
	public static function begun( Task $held, string $status ): ?TaskChange {
		return $held->lock_token === '' || ! in_array( $held->state, self::FROM['begun'], true )
			? null
			: new TaskChange(
				seen: $held,
				as_seen: [ 'state', 'lock_token' ],
				set: [ 'intent' => new Intent( $status ) ],
				is_news: false
			);
	}

	/** The document did it once more: where its order stands now is what counts. */
	public static function noticed( Task $row, \DateTimeImmutable $now, int $parent_id ): ?TaskChange {
		$again = TaskTransitions::reopened( $row, $now, $parent_id, again: true );
		return $again === null
			? null
			: new TaskChange(
				seen: $row,
				as_seen: $again->as_seen,
				set: [
					...$again->set,
					'intent' => new Intent(),
				]
			);
	}
}
