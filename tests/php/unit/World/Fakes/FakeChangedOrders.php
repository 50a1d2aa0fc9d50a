<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World\Fakes;

use OrderInvoicer\Domain\Balance\ChangedOrders;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Tests\Unit\World\Fate;

/** The ledger's rows by the second of their last change. */
final class FakeChangedOrders implements ChangedOrders {

	public string $position = '0.0';

	public function __construct(
		private readonly Fate $fate,
		private readonly Ledger $ledger,
	) {}

	public function next( \DateTimeImmutable $until, int $limit ): array {
		[ $at, $id ] = array_map( intval( ... ), explode( '.', $this->position ) );
		[ $at, $id ] = $at > $until->getTimestamp() + 60 ? [ $until->getTimestamp() - 3600, 0 ] : [ $at, $id ];
		$rows        = $this->ledger instanceof FakeLedger ? $this->ledger->changed( [ $at, $id ], $until ) : [];
		$place       = static fn ( Task $task ): array => [ $task->updated_at->getTimestamp(), $task->id ];
		usort( $rows, static fn ( Task $one, Task $other ): int => $place( $one ) <=> $place( $other ) );
		$rows = array_slice( $rows, 0, $limit );
		$last = $rows === [] ? [ $at, $id ] : $place( $rows[ count( $rows ) - 1 ] );
		$ids  = array_map( static fn ( Task $task ): int => $task->key->order_id, $rows );
		return [ array_values( array_unique( $ids ) ), implode( '.', $last ) ];
	}

	public function keep( string $position ): void {
		$this->fate->call(
			function () use ( $position ): void {
				$this->position = $position;
			}
		);
	}
}
