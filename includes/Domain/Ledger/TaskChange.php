<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Ledger;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\ProblemCode;

/**
 * One change of a row, made by TaskTransitions: what it sets, and what of the row must still be as it was seen.
 *
 * @phpstan-import-type Fields from Task
 */
final class TaskChange {

	/**
	 * @param Task         $seen    the row on which the change was decided.
	 * @param list<string> $as_seen fields of Task that the decision rests on: if one differs by now, nothing is saved.
	 * @param Fields       $set     what is not named stays as the ledger has it.
	 * @param bool         $is_news a change that people see in the row's time.
	 */
	public function __construct(
		public readonly Task $seen,
		public readonly array $as_seen,
		public readonly array $set,
		public readonly bool $is_news,
	) {}

	/**
	 * @param list<TaskState> $from  the states that allow it; in any other it is none.
	 * @param list<string>    $read  as `as_seen`.
	 * @param Fields          $set
	 */
	public static function from( array $from, Task $task, array $read, array $set, bool $is_news = true ): ?self {
		return in_array( $task->state, $from, true )
			? new self( seen: $task, as_seen: $read, set: $set, is_news: $is_news )
			: null;
	}

	/**
	 * By the runner that holds the row; nobody else may.
	 *
	 * @param list<TaskState> $from
	 * @param Fields          $set
	 */
	public static function by_runner( array $from, Task $held, array $set, bool $is_news = true ): ?self {
		return self::from( $held->lock_token === '' ? [] : $from, $held, [ 'state', 'lock_token' ], $set, $is_news );
	}

	/**
	 * By it a person answers the question that the row was seen with.
	 *
	 * @param bool $is_done the person wants done what the question offers; otherwise the row just goes on.
	 */
	public function answering( bool $is_done ): self {
		$question = in_array( $this->seen->state, [ TaskState::Attention, TaskState::Skipped ], true )
			? $this->seen->problem
			: null;
		return $question === null
			? $this
			: $this->and( [ 'answers' => $this->seen->answers->with( $question, $is_done ) ] );
	}

	/** What was said to this question counts this once. */
	public function using_up( ProblemCode $question ): self {
		return $this->and( [ 'answers' => $this->seen->answers->without( $question ) ] );
	}

	/** @param Fields $set */
	public function and( array $set ): self {
		return new self( seen: $this->seen, as_seen: $this->as_seen, set: $set + $this->set, is_news: $this->is_news );
	}

	/** @return Fields&array{outcome?: Outcome} with what comes of it, as far as this change says so. */
	public function written(): array {
		$says = array_intersect( OutcomeProblem::TOLD_BY, array_keys( $this->set ) ) !== [];
		return $this->set + ( $says ? [ 'outcome' => $this->after()->outcome ] : [] );
	}

	/** The row that was seen, changed. */
	public function after(): Task {
		return $this->seen->with( $this->set );
	}
}
