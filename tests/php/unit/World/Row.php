<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World;

use OrderInvoicer\Domain\Actions\Offer;
use OrderInvoicer\Domain\Actions\Offers;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\OutcomeProblem;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;

/** A row of the ledger without a ledger. */
final class Row {

	public const AT = '2026-11-24 10:00:00';

	/**
	 * Done on order 1, without a document, unless said otherwise.
	 *
	 * @param mixed ...$other fields of the row and of its key, by name.
	 */
	public static function of( Effect $effect, mixed ...$other ): Task {
		$of_key = [
			'order_id'  => 1,
			'effect'    => $effect,
			'refund_id' => 0,
			'part'      => '',
			'revision'  => 0,
		];
		$now    = new \DateTimeImmutable( self::AT );
		$row    = new Task(
			id: 1,
			key: new TaskKey( ...array_replace( $of_key, array_intersect_key( $other, $of_key ) ) ),
			parent_id: 0,
			state: TaskState::Done,
			attempts: 1,
			due_at: $now,
			lock_token: '',
			locked_until: null,
			sent_at: null,
			intent: new Intent(),
			remote_type: '',
			remote_id: 0,
			remote_number: '',
			problem: null,
			created_at: $now,
			updated_at: $now
		);
		return new Task(
			...[
				...array_diff_key( get_object_vars( $row ), [ 'outcome' => '' ] ),
				...array_diff_key( $other, $of_key ),
			]
		);
	}

	/**
	 * What may be done with it.
	 *
	 * @param list<Task> $rows of its order, where others stand beside it.
	 * @return list<string> RowAct values.
	 */
	public static function acts( Task $task, array $rows = [], ?string $status = null ): array {
		$may = array_filter(
			( new Offers( $status, $rows ) )->of_row( $task ),
			static fn ( Offer $offer ): bool => $offer->why_not === null
		);
		return array_map( static fn ( Offer $offer ): string => $offer->act->value, array_values( $may ) );
	}

	/** @return int seconds from its last change until it is due. */
	public static function wait( ?Task $task ): int {
		return $task === null ? 0 : $task->due_at->getTimestamp() - $task->updated_at->getTimestamp();
	}

	/** Its document is at Sellsy, and final where it has a number. */
	public static function made( Effect $effect, int $remote_id = 71, string $number = '', mixed ...$other ): Task {
		return self::of( $effect, ...$other, remote_id: $remote_id, remote_number: $number );
	}

	/** It was left out, and that came of it. */
	public static function left_out( Effect $effect, Outcome $outcome, mixed ...$other ): Task {
		$fields = [
			'state'   => TaskState::Skipped,
			'problem' => OutcomeProblem::problem( $outcome ),
		];
		return self::of( $effect, ...$other + $fields );
	}
}
