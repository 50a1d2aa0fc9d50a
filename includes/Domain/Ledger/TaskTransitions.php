<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Ledger;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;

/**
 * Every change of a row that stands in the ledger: from which states it is allowed, and what it sets. Each answers null
 * where the row does not allow it. A ledger saves what comes out (`Ledger::save()`) and knows no rule of its own. Rows
 * are opened and claimed by the ledger alone, because there the database elects the winner.
 *
 * @phpstan-import-type Fields from Task
 */
final class TaskTransitions {

	/** A row in work is changed by the runner that holds it. The number of its document is the exception. */
	public const FROM = [
		'ruled'      => [ TaskState::Working ],
		'sent'       => [ TaskState::Working ],
		'not_sent'   => [ TaskState::Working ],
		'remembered' => [ TaskState::Working ],
		'made'       => [ TaskState::Working ],
		'done'       => [ TaskState::Working ],
		'stopped'    => [ TaskState::Working ],
		'left_out'   => [ TaskState::Working ],
		'released'   => [ TaskState::Working ],
		'sent_anew'  => [ TaskState::Queued, TaskState::Done, TaskState::Attention, TaskState::Skipped ],
		'due_again'  => [ TaskState::Queued, TaskState::Attention, TaskState::Skipped ],
		'resumed'    => [ TaskState::Queued, TaskState::Attention ],
		'reopened'   => [ TaskState::Queued, TaskState::Done, TaskState::Attention, TaskState::Skipped ],
		'followed'   => [ TaskState::Queued, TaskState::Done, TaskState::Attention, TaskState::Skipped ],
		'taken_over' => [ TaskState::Queued, TaskState::Skipped ],
		'backfilled' => [ TaskState::Skipped ],
		'settled'    => [ TaskState::Attention ],
		'checked'    => [ TaskState::Done, TaskState::Attention ],
		'numbered'   =>
			[ TaskState::Queued, TaskState::Working, TaskState::Done, TaskState::Attention, TaskState::Skipped ],
	];

	/** The rule by which a document is about to be made; one that is made keeps its own, and who makes it final. */
	public static function ruled( Task $held, int $rule_id, bool $awaits_person ): ?TaskChange {
		$set = [ 'rule_id' => $rule_id ] + [ 'awaits_person' => $awaits_person ];
		return $held->was_at_sellsy() ? null : TaskChange::by_runner( self::FROM['ruled'], $held, $set );
	}

	/**
	 * Intent, before the POST. The lease begins anew, so that nobody takes the row while Sellsy answers. The problem of
	 * before is forgotten: what an earlier search found says nothing about this POST.
	 */
	public static function sent( Task $held, Intent $intent, \DateTimeImmutable $now ): ?TaskChange {
		$set = [
			'sent_at'      => $now,
			'intent'       => $intent,
			'problem'      => null,
			'locked_until' => $now->add( new \DateInterval( Task::LEASE ) ),
			...( $held->order_mark === '' ? [] : [ 'order_mark' => $held->order_mark ] ),
		];
		return TaskChange::by_runner( self::FROM['sent'], $held, $set );
	}

	/** Nothing came of the POST: it never left, or Sellsy refused it. */
	public static function not_sent( Task $held ): ?TaskChange {
		return TaskChange::by_runner( self::FROM['not_sent'], $held, [ 'sent_at' => null ] );
	}

	/** Made at Sellsy, but more is to be done before the row is done: the id survives a runner that dies. */
	public static function remembered( Task $held, string $remote_type, int $remote_id ): ?TaskChange {
		return TaskChange::by_runner( self::FROM['remembered'], $held, self::remote( $remote_type, $remote_id ) );
	}

	/**
	 * The row's document stands at Sellsy; its copies (order meta, follow-up rows) are still to be made.
	 *
	 * @param Problem|null $problem a person must look at it.
	 * @param Intent|null  $proven  what its answer has proven it to bill; null: what the row says.
	 */
	public static function made(
		Task $held,
		RemoteDocument $document,
		\DateTimeImmutable $now,
		?Problem $problem = null,
		?Intent $proven = null
	): ?TaskChange {
		$is_known = $held->remote_id === $document->id && $held->made_at !== null;
		$set      = [
			...self::ended( $problem === null ? TaskState::Done : TaskState::Attention, $problem ),
			...self::remote( $document->kind->value, $document->id ),
			'remote_number' => $document->number,
			'checked_at'    => null,
			...( $proven === null ? [] : [ 'intent' => $proven ] ),
			'made_at'       => $held->key->effect->creates() === null ? null : ( $is_known ? $held->made_at : $now ),
		];
		return TaskChange::by_runner( self::FROM['made'], $held, $set );
	}

	/** Done, without a document: nothing is left to do. */
	public static function done( Task $held, string $type, int $remote_id, \DateTimeImmutable $now ): ?TaskChange {
		$set = self::ended( TaskState::Done, null ) + self::remote( $type, $remote_id ) + [ 'checked_at' => $now ];
		return TaskChange::by_runner( self::FROM['done'], $held, $set );
	}

	/** A person must act. */
	public static function stopped( Task $held, Problem $problem ): ?TaskChange {
		return TaskChange::by_runner( self::FROM['stopped'], $held, self::ended( TaskState::Attention, $problem ) );
	}

	/** There is nothing to do after all. What a person said and asked for was of this time, and not of the next. */
	public static function left_out( Task $held, Problem $problem ): ?TaskChange {
		$asked = $held->asked && ! $problem->is( ProblemCode::NoLongerTriggered );
		$set   = self::ended( TaskState::Skipped, $problem ) + [ 'answers' => new Answers() ] + [ 'asked' => $asked ];
		return TaskChange::by_runner( self::FROM['left_out'], $held, $set );
	}

	/** Back to the queue; `sent_at` stays. What does not count gives the attempt back. */
	public static function released( Task $held, \DateTimeImmutable $due, Problem $why, bool $counts ): ?TaskChange {
		$set = [
			...self::ended( TaskState::Queued, $why ),
			'due_at'   => $due,
			'attempts' => $held->attempts - ( $counts ? 0 : 1 ),
		];
		return TaskChange::by_runner( self::FROM['released'], $held, $set );
	}

	/** A person wants an e-mail, also once more. Where it is not known whether one left, that is to be said first. */
	public static function sent_anew( Task $task, int $parent_id, \DateTimeImmutable $now ): ?TaskChange {
		$may = $task->state === TaskState::Done || $task->sent_at === null;
		$set = [
			...self::anew( $now ),
			'sent_at'   => null,
			'asked'     => true,
			'parent_id' => $parent_id,
		];
		$read = [ 'state', 'sent_at', 'parent_id' ];
		return $may ? TaskChange::from( self::FROM['sent_anew'], $task, $read, $set ) : null;
	}

	/**
	 * A person asks again, or what was waited for is there. `sent_at` stays, and so does the problem until the next
	 * try: it keeps when a search was first empty.
	 *
	 * @param bool   $asked   also sets that trigger and start date no longer matter.
	 * @param string $says    mark of the order that the document goes with now; empty keeps what is known.
	 * @param bool   $by_hand the person knows that somebody did it by hand; otherwise such a row stays as it is.
	 * @param bool   $moves_payments the person has read so.
	 */
	public static function due_again(
		Task $task,
		\DateTimeImmutable $now,
		bool $asked = false,
		string $says = '',
		bool $by_hand = false,
		bool $moves_payments = false
	): ?TaskChange {
		$set = [
			...self::again( $now ),
			...( $asked ? [ 'asked' => true ] : [] ),
			...( $moves_payments ? [ 'moves_payments' => true ] : [] ),
			...( $says === '' ? [] : [ 'intent' => new Intent( $task->intent->key, $task->intent->excl_tax, $says ) ] ),
		];
		$read = [ 'state', 'problem', ...( $says === '' ? [] : [ 'sent_at', 'due_at' ] ) ];
		return $task->is_left_to_people() && ! $by_hand
			? null
			: TaskChange::from( self::FROM['due_again'], $task, $read, $set );
	}

	/**
	 * A follow-up is wanted of a row that exists: it was left out, but not for what was done by hand; it is wanted
	 * earlier; it belonged to another parent, or its document is gone.
	 *
	 * @param bool $again also when it was done, or has told a person of a change in the shop.
	 */
	public static function reopened(
		Task $task,
		\DateTimeImmutable $due_at,
		int $parent_id,
		bool $again
	): ?TaskChange {
		$is_moved = $task->parent_id !== $parent_id || $task->outcome->is_gone();
		$is_news  = $again
			&& ( ! $task->was_at_sellsy() || $task->problem?->traits()->can_pass === true );
		$may      = match ( $task->state ) {
			TaskState::Skipped   => ! $task->is_left_to_people(),
			TaskState::Queued    => $is_moved || $task->due_at > $due_at,
			TaskState::Attention => $is_moved || $is_news,
			TaskState::Done      => $again,
			TaskState::Working   => false,
		};
		$read     = [ 'state', 'problem', 'due_at', 'parent_id', 'remote_id' ];
		$set      = self::begun( $task, $due_at ) + [ 'parent_id' => $parent_id ];
		return $may ? TaskChange::from( self::FROM['reopened'], $task, $read, $set ) : null;
	}

	/** The order changed: the row that looks after it is due now. */
	public static function followed( Task $task, \DateTimeImmutable $now ): ?TaskChange {
		return TaskChange::from( self::FROM['followed'], $task, [ 'state' ], self::anew( $now ) );
	}

	/** An event asks for what was left out, or for what a back-fill has not begun: it belongs to the order of today. */
	public static function taken_over( Task $task, \DateTimeImmutable $now ): ?TaskChange {
		$may = $task->state === TaskState::Queued
			? $task->origin->is_backfill() && $task->sent_at === null
			: ! $task->is_left_to_people();
		$set = self::begun( $task, $now ) + [ 'origin' => new Origin() ];
		$read = [ 'state', 'problem', 'sent_at', 'origin' ];
		return $may ? TaskChange::from( self::FROM['taken_over'], $task, $read, $set ) : null;
	}

	/** A back-fill asks for what was left out; what it left out itself stays so. */
	public static function backfilled( Task $task, Origin $origin, \DateTimeImmutable $now ): ?TaskChange {
		$may = ! $task->is_left_to_people() && $task->origin->backfill_id !== $origin->backfill_id;
		$set = self::begun( $task, $now ) + [ 'origin' => $origin ];
		return $may
			? TaskChange::from( self::FROM['backfilled'], $task, [ 'state', 'problem', 'origin' ], $set )
			: null;
	}

	/**
	 * A person says that what the row needed them for is done. A document that is gone from Sellsy is forgotten. What
	 * came of the request for one that was cancelled is known.
	 *
	 * @param Problem|null $by_hand   in our place: the row is left out for it, and only a person opens it again.
	 * @param int|null     $parent_id the row that it turned out to be about; null: as before.
	 */
	public static function settled(
		Task $task,
		\DateTimeImmutable $now,
		?Problem $by_hand = null,
		?int $parent_id = null
	): ?TaskChange {
		$set = [
			'state'      => $by_hand === null ? TaskState::Done : TaskState::Skipped,
			'problem'    => $by_hand,
			'checked_at' => $now,
			...( $parent_id === null ? [] : [ 'parent_id' => $parent_id ] ),
			...( $task->has_lost_its_document() ? self::remote( '', 0 ) : [] ),
			...( $task->has_cancelled_document() ? [ 'sent_at' => null ] : [] ),
		];
		return TaskChange::from( self::FROM['settled'], $task, [ 'state', 'problem', 'remote_id' ], $set );
	}

	/** The copies are made, or the document was looked at again: no news to anybody. */
	public static function checked( Task $task, \DateTimeImmutable $now ): ?TaskChange {
		$set = [ 'checked_at' => $now ];
		return TaskChange::from( self::FROM['checked'], $task, [ 'state', 'remote_id' ], $set, is_news: false );
	}

	/** The document got its number. That is true whoever holds the row meanwhile. */
	public static function numbered( Task $task, RemoteDocument $document ): ?TaskChange {
		$set = [ 'remote_number' => $document->number ];
		return $task->remote_id === $document->id
			? TaskChange::from( self::FROM['numbered'], $task, [ 'remote_id' ], $set )
			: null;
	}

	/** @return Fields of what is due again: it keeps its problem. */
	public static function again( \DateTimeImmutable $due_at ): array {
		return [
			'state'    => TaskState::Queued,
			'attempts' => 0,
			'due_at'   => $due_at,
		];
	}

	/** @return Fields of what begins anew: it has none. */
	public static function anew( \DateTimeImmutable $due_at ): array {
		return self::again( $due_at ) + [ 'problem' => null ];
	}

	/**
	 * @return Fields of what begins anew: one whose document stands no more says so until it has another, and one whose
	 *                sale was billed on another order, in case that sale cannot be put together again.
	 */
	private static function begun( Task $task, \DateTimeImmutable $due_at ): array {
		return $task->has_lost_its_document() || $task->outcome === Outcome::PartOfSale
			? self::again( $due_at )
			: self::anew( $due_at );
	}

	/** @return Fields */
	private static function ended( TaskState $state, ?Problem $problem ): array {
		return [
			'state'        => $state,
			'lock_token'   => '',
			'locked_until' => null,
			'problem'      => $problem,
		];
	}

	/** @return Fields */
	private static function remote( string $type, int $id ): array {
		return [ 'remote_type' => $type ] + [ 'remote_id' => $id ];
	}
}
