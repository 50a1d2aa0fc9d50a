<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Ledger;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;

/** The changes of TaskTransitions for an order that follows its document, or came from a copy of the shop. */
final class FollowTransitions {

	public const FROM = [
		'begun'     => [ TaskState::Working ],
		'noticed'   => [ TaskState::Queued, TaskState::Done, TaskState::Attention, TaskState::Skipped ],
		'set_aside' => [ TaskState::Queued ],
	];

	/** The status in which the order was found at the first try. It stays when the row is looked at again. */
	public static function begun( Task $held, string $status ): ?TaskChange {
		$set = [ 'intent' => new Intent( $status ) ];
		return TaskChange::by_runner( self::FROM['begun'], $held, $set, is_news: false );
	}

	/** Before anybody begins with it, a person must say whether it is to be. */
	public static function set_aside( Task $task, Problem $why ): ?TaskChange {
		$set = [ 'state' => TaskState::Attention ] + [ 'problem' => $why ];
		return TaskChange::from( self::FROM['set_aside'], $task, [ 'state', 'problem' ], $set );
	}

	/** The document did it once more: where its order stands now is what counts. */
	public static function noticed( Task $task, \DateTimeImmutable $now, int $parent_id ): ?TaskChange {
		$again = TaskTransitions::reopened( $task, $now, $parent_id, again: true );
		return $again?->and( [ 'intent' => new Intent() ] );
	}
}
