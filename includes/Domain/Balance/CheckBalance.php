<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Balance;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Ledger\CompleteTask;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskHandler;

/** An order whose sums differ asks a person; once they agree, or a person has seen them, it is done. */
final class CheckBalance implements TaskHandler {

	public function __construct(
		private readonly ReadBalance $balance,
		private readonly CompleteTask $complete_task,
	) {}

	public function run( Task $task ): void {
		$problem = $this->balance->of_order( $task->key->order_id )?->problem();
		$problem === null ? $this->complete_task->done( $task ) : throw new NeedsAttention( $problem );
	}
}
