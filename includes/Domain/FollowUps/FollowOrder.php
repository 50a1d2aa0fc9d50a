<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\FollowUps;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\TaskHandler;
use OrderInvoicer\Domain\Ledger\CompleteTask;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\OrderBook\OrderOfTask;

/**
 * The order changed: whatever its documents need now becomes rows of their own. A row with the part `CatchUp::LATER`
 * catches up with an order that the pass could not read.
 */
final class FollowOrder implements TaskHandler {

	public function __construct(
		private readonly Orders $orders,
		private readonly FollowUpPlanner $follow_ups,
		private readonly CatchUp $catch_up,
		private readonly CompleteTask $complete_task,
	) {}

	public function run( Task $task ): void {
		OrderOfTask::read( $this->orders, $task ); // Nobody comes back to what it asks for.
		match ( $task->key->part ) {
			CatchUp::LATER => $this->catch_up->with_order( $task->key->order_id ),
			default        => $this->follow_ups->open( $task->key->order_id ),
		};
		$this->complete_task->done( $task );
	}
}
