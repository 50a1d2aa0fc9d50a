<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Ledger;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;

/**
 * The changes of TaskTransitions for a document that stands no more, and for what went with it.
 *
 * @phpstan-import-type Fields from Task
 */
final class LossTransitions {

	public const FROM = [
		'lost'        => [ TaskState::Done, TaskState::Attention ],
		'withdrawn'   => [ TaskState::Done, TaskState::Attention ],
		'replaced'    => [ TaskState::Attention, TaskState::Skipped ],
		'reinstated'  => [ TaskState::Attention, TaskState::Skipped ],
		'given_up'    => [ TaskState::Working ],
		'begun_anew'  => [ TaskState::Done ],
		'handed_over' => [ TaskState::Queued, TaskState::Done, TaskState::Attention, TaskState::Skipped ],
	];

	/** A person must say what becomes of it. */
	public static function lost( Task $task, Problem $problem, \DateTimeImmutable $now ): ?TaskChange {
		$set = self::seen( TaskState::Attention, $problem, $now );
		return TaskChange::from( self::FROM['lost'], $task, [ 'state', 'remote_id' ], $set );
	}

	/**
	 * Nobody has to say anything: nothing is to come in its place, or it stands already.
	 *
	 * @param Problem $problem why; where it is not that of a document that stands no more, the document is forgotten.
	 */
	public static function withdrawn( Task $task, Problem $problem, \DateTimeImmutable $now ): ?TaskChange {
		$set = self::seen( TaskState::Skipped, $problem, $now );
		$set = $task->with( $set )->has_lost_its_document() ? $set : $set + self::without_document();
		return TaskChange::from( self::FROM['withdrawn'], $task, [ 'state', 'remote_id' ], $set );
	}

	/** Another row has the document in its place, whether a person was asked about it or nobody was. */
	public static function replaced( Task $task, Problem $problem, \DateTimeImmutable $now ): ?TaskChange {
		$set = self::seen( TaskState::Skipped, $problem, $now );
		return TaskChange::from( self::FROM['replaced'], $task, [ 'state', 'problem', 'remote_id' ], $set );
	}

	/**
	 * Somebody reopened it at Sellsy.
	 *
	 * @param Problem|null $problem a person must look at it: another stands in its place.
	 */
	public static function reinstated( Task $task, ?Problem $problem, \DateTimeImmutable $now ): ?TaskChange {
		$set = self::seen( $problem === null ? TaskState::Done : TaskState::Attention, $problem, $now );
		return $task->has_cancelled_document()
			? TaskChange::from( self::FROM['reinstated'], $task, [ 'state', 'problem', 'remote_id' ], $set )
			: null;
	}

	/**
	 * There is to be another one. What came of the request for one that was cancelled is known; one that is gone may
	 * have been in another account.
	 */
	public static function given_up( Task $held ): ?TaskChange {
		$set = self::without_document() + [ 'answers' => $held->answers->without( ProblemCode::PaymentGone ) ];
		if ( ! $held->has_cancelled_document() ) {
			unset( $set['sent_at'] );
		}
		if ( $held->intent->others() !== [] ) { // Some of several stand free, perhaps: that they were here stays known.
			$set['intent'] = Intent::of_payments( [ 0, ...$held->payment_ids() ], $held->intent->excl_tax );
		}
		return TaskChange::by_runner( self::FROM['given_up'], $held, $set );
	}

	/**
	 * What was done about a document is to be done about the one in its place, as soon as that asks for it. Money keeps
	 * its payment: it is set against that one.
	 */
	public static function begun_anew( Task $task, int $parent_id ): ?TaskChange {
		$set = [
			'state'     => TaskState::Skipped,
			'problem'   => new Problem( ProblemCode::StepNotWanted ),
			'parent_id' => $parent_id,
		];
		$set = $task->key->effect->is_money() ? $set : $set + self::without_document();
		return TaskChange::from( self::FROM['begun_anew'], $task, [ 'state', 'parent_id', 'remote_id' ], $set );
	}

	/** It goes with the document in the place of the one that it was about. */
	public static function handed_over( Task $task, int $parent_id ): ?TaskChange {
		$set = [ 'parent_id' => $parent_id ];
		return TaskChange::from( self::FROM['handed_over'], $task, [ 'state', 'parent_id' ], $set );
	}

	/** @return Fields */
	private static function seen( TaskState $state, ?Problem $problem, \DateTimeImmutable $now ): array {
		return [
			'state'      => $state,
			'problem'    => $problem,
			'checked_at' => $now,
		];
	}

	/** @return Fields */
	private static function without_document(): array {
		return [
			'remote_type'   => '',
			'remote_id'     => 0,
			'remote_number' => '',
			'sent_at'       => null,
		];
	}
}
