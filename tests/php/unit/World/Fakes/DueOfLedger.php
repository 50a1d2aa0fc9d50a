<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World\Fakes;

use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Work\DueTask;
use OrderInvoicer\Domain\Work\DueTasks;

/** By what the ledger itself calls due. */
final class DueOfLedger implements DueTasks {

	public function __construct( private readonly Ledger $ledger ) {}

	public function next( \DateTimeImmutable $now, array $seen, ?bool $turn ): ?DueTask {
		$due = [];
		foreach ( array_diff( $this->ledger->due( $now, 1000 ), $seen ) as $id ) {
			$task  = $this->ledger->find( $id );
			$due[] = $task === null
				? null
				: new DueTask(
					id: $id,
					order_id: $task->key->order_id,
					effect: $task->key->effect,
					is_backfill: $task->origin->is_backfill(),
					refund_id: $task->key->refund_id,
					is_alone: false
				);
		}
		$due = array_values(
			array_filter(
				$due,
				static fn ( ?DueTask $task ): bool => $task !== null && ( $turn !== false || ! $task->makes_final() )
			)
		);
		if ( $turn === true ) {
			usort(
				$due,
				static fn ( DueTask $one, DueTask $other ): int =>
					[ $one->is_backfill, ! $one->makes_final(), $one->makes_final() ? $one->id : 0 ]
						<=> [ $other->is_backfill, ! $other->makes_final(), $other->makes_final() ? $other->id : 0 ]
			);
		}
		return ( $due[0] ?? null )?->only_looks() === true && ! $due[0]->is_backfill
			? self::before_looks( $due )
			: $due[0] ?? null;
	}

	/** @param non-empty-list<DueTask> $due one that only looks first. */
	private static function before_looks( array $due ): DueTask {
		$of_today = array_filter( $due, static fn ( DueTask $task ): bool => ! $task->is_backfill );
		$work     = array_filter( $of_today, static fn ( DueTask $task ): bool => ! $task->only_looks() );
		$orders   = array_column( $work === [] ? $of_today : $work, 'order_id' );
		$order    = $work === [] ? max( $orders ) : min( $orders );
		$of_order = array_filter( $of_today, static fn ( DueTask $task ): bool => $task->order_id === $order );
		return array_values( $of_order )[0] ?? $due[0];
	}
}
