<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Ledger;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;

/** The changes of TaskTransitions for a document that somebody else made, and that a person links or unlinks. */
final class LinkTransitions {

	public const FROM = [
		'held'      => [ TaskState::Queued, TaskState::Attention, TaskState::Skipped ],
		'put_back'  => [ TaskState::Skipped ],
		'broken'    => [ TaskState::Skipped ],
		'linked'    => [ TaskState::Skipped ],
		'asked'     => [ TaskState::Queued, TaskState::Attention, TaskState::Skipped ],
		'unlinked'  => [ TaskState::Done, TaskState::Attention ],
		'forgotten' => [ TaskState::Done, TaskState::Attention ],
		'adopted'   => [ TaskState::Working ],
	];

	/** When a row is due that is opened only to be held: a process that dies in between leaves nothing to a runner. */
	public static function never( \DateTimeImmutable $now ): \DateTimeImmutable {
		return $now->modify( '+100 years' );
	}

	/** It was opened only to be held, and that process died. */
	public static function is_never( Task $task, \DateTimeImmutable $now ): bool {
		return $task->state === TaskState::Queued && $task->due_at > $now->modify( '+50 years' );
	}

	/**
	 * While a document is linked its row stands as if it were unlinked: whatever breaks off meanwhile, neither a runner
	 * nor an event makes a second one.
	 *
	 * @param int                       $parent_id 0: as before.
	 * @param array<string, string|int> $facts     of BeingLinked: by them it is finished if this process dies.
	 */
	public static function held( Task $task, string $token, int $parent_id, array $facts ): ?TaskChange {
		$set = [
			'state'        => TaskState::Skipped,
			'lock_token'   => $token,
			'locked_until' => null,
			'problem'      => OutcomeProblem::problem( Outcome::Linking, $facts ),
			'parent_id'    => $parent_id === 0 ? $task->parent_id : $parent_id,
		];
		$read = [ 'state', 'problem', 'due_at', 'sent_at', 'remote_id' ];
		return TaskChange::from( self::FROM['held'], $task, $read, $set );
	}

	/**
	 * Nothing was linked: the row is as it was before it was held.
	 *
	 * @param Task|null $before null where there was none: none is made unless somebody asks.
	 */
	public static function put_back( Task $held, ?Task $before ): ?TaskChange {
		$set = [
			'state'      => $before->state ?? TaskState::Skipped,
			'lock_token' => '',
			'problem'    => $before === null ? OutcomeProblem::problem( Outcome::NotWanted ) : $before->problem,
			'parent_id'  => $before->parent_id ?? $held->parent_id,
		];
		return TaskChange::from( self::FROM['put_back'], $held, [ 'state', 'lock_token' ], $set );
	}

	/**
	 * The process that linked it died, and it cannot be finished: a person must say.
	 *
	 * @param array<string, string> $why facts of LinkBroken; empty: it has changed since.
	 */
	public static function broken( Task $held, array $why = [] ): ?TaskChange {
		$set = [
			'state'      => TaskState::Attention,
			'lock_token' => '',
			'problem'    => OutcomeProblem::problem( Outcome::LinkBroken, $why + ( $held->problem->facts ?? [] ) ),
		];
		return TaskChange::from( self::FROM['broken'], $held, [ 'state', 'problem', 'lock_token' ], $set );
	}

	/**
	 * What it would make may stand at Sellsy already: a person must say.
	 *
	 * @param bool $is_wanted false: nobody wants it made as things stand, and a person may say so later.
	 */
	public static function asked( Task $task, Problem $problem, int $parent_id, bool $is_wanted ): ?TaskChange {
		$set = [
			'state'     => $is_wanted ? TaskState::Attention : TaskState::Skipped,
			'problem'   => $problem,
			'parent_id' => $parent_id,
		];
		return TaskChange::from( self::FROM['asked'], $task, [ 'state', 'problem', 'remote_id' ], $set );
	}

	/**
	 * The document is the row's. Nothing was sent for it.
	 *
	 * @param string $says mark of the order; empty where nobody asks whether the document still fits it.
	 */
	public static function linked(
		Task $held,
		RemoteDocument $document,
		string $says,
		\DateTimeImmutable $now
	): ?TaskChange {
		$set = [
			'state'         => TaskState::Done,
			'lock_token'    => '',
			'locked_until'  => null,
			'problem'       => null,
			'remote_type'   => $document->kind->value,
			'remote_id'     => $document->id,
			'remote_number' => $document->number,
			'sent_at'       => null,
			'intent'        => new Intent( Intent::LINKED, $document->amounts->excl_tax->to_string(), $says ),
			'checked_at'    => null,
			'made_at'       => $now,
		];
		return TaskChange::by_runner( self::FROM['linked'], $held, $set );
	}

	/** It is not the row's after all; one that this plugin made stays its own. */
	public static function unlinked( Task $task, \DateTimeImmutable $now ): ?TaskChange {
		$set = [
			'state'         => TaskState::Skipped,
			'problem'       => OutcomeProblem::problem( Outcome::NotWanted ),
			'remote_type'   => '',
			'remote_id'     => 0,
			'remote_number' => '',
			'sent_at'       => null,
			'intent'        => new Intent(),
			'checked_at'    => $now,
			'made_at'       => null,
		];
		$from = $task->is_linked() ? self::FROM['unlinked'] : [];
		return TaskChange::from( $from, $task, [ 'state', 'remote_id' ], $set );
	}

	/** A payment that was recorded on a document that was unlinked: for another document it begins anew. */
	public static function forgotten( Task $payment, \DateTimeImmutable $now ): ?TaskChange {
		$set = [
			'state'       => TaskState::Skipped,
			'problem'     => new Problem( ProblemCode::StepNotWanted ),
			'remote_type' => '',
			'remote_id'   => 0,
			'sent_at'     => null,
			'intent'      => new Intent(),
			'answers'     => new Answers(),
			'checked_at'  => $now,
		];
		return TaskChange::from( self::FROM['forgotten'], $payment, [ 'state', 'remote_id' ], $set );
	}

	/** Somebody recorded the row's payment at Sellsy: nothing was sent, and it is never moved, taken off or deleted. */
	public static function adopted( Task $held, Intent $worth, string $remote_type, int $remote_id ): ?TaskChange {
		$set = [
			'intent'      => $worth,
			'remote_type' => $remote_type,
			'remote_id'   => $remote_id,
			'sent_at'     => null,
		];
		return TaskChange::by_runner( self::FROM['adopted'], $held, $set );
	}
}
