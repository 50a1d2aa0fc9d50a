<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Work;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\System\Clock;

/**
 * An order that was gone is there again: it came out of the bin, or the database that was asked had not heard of it.
 * What was left out for that is due again, by earlier releases too, which took one look for enough.
 */
final class ReopenFound {

	private const SINCE = '-30 days';
	private const BATCH = 200;

	public function __construct(
		private readonly Ledger $ledger,
		private readonly Orders $orders,
		private readonly Clock $clock,
	) {}

	public function run(): void {
		$now  = $this->clock->now();
		$gone = new TaskFilter(
			states: [ TaskState::Skipped, TaskState::Attention ],
			from: $now->modify( self::SINCE ),
			problem: ProblemCode::OrderGone->value
		);
		$rows = $this->ledger->page( $gone, self::BATCH, 0 );
		$ids  = array_map( static fn ( Task $task ): int => $task->key->order_id, $rows );
		$back = $this->orders->snapshots( array_values( array_unique( $ids ) ) );
		foreach ( $rows as $row ) {
			if ( isset( $back[ $row->key->order_id ] ) ) {
				$this->ledger->save( TaskTransitions::due_again( $row, $now ) );
			}
		}
	}
}
