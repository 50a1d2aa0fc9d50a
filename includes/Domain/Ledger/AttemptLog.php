<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Ledger;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\Step;

/** Append-only history: one row per try with what its Trail noted, pruned after 90 days. */
interface AttemptLog {

	/** @param string $outcome done, released, attention, skipped, or chosen: a person chose the customer. */
	public function add( int $task_id, int $attempt, \DateTimeImmutable $at, string $outcome, ?Problem $problem ): void;

	/**
	 * @return list<array{at: \DateTimeImmutable, attempt: int, outcome: string, problem: ?Problem, steps: list<Step>}>
	 *         oldest first.
	 */
	public function for_task( int $task_id ): array;

	public function prune( \DateTimeImmutable $before ): void;
}
