<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Actions;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Work\DueTaskRunner;

/**
 * Does what a person wants done with a row. Each handler checks for itself whether the row still allows it. What the
 * order needs then is worked at once: the person waits for the outcome, and no other runner may come for long.
 */
final class TaskActs {

	/**
	 * @param array<string, \Closure( Task, bool, string ): ( Task|bool|null )> $handlers by RowAct value: the row to
	 *        look at then, true for the same, false or null where the row does not allow it (any more). Nothing is
	 *        changed then.
	 */
	public function __construct(
		private readonly Ledger $ledger,
		private readonly array $handlers,
		private readonly DueTaskRunner $due,
	) {}

	/**
	 * @param bool   $by_hand the person knows that somebody did it by hand, and wants it all the same.
	 * @param string $shown   the amount that the person was asked about, or the reason that they give; empty where the
	 *                        act asks for none.
	 * @return Task|null as it stands then; null: it was refused, nothing was done.
	 */
	public function carry_out( RowAct $act, Task $task, bool $by_hand = false, string $shown = '' ): ?Task {
		$handler = $this->handlers[ $act->value ] ?? throw new \LogicException( 'Nobody carries this act out.' );
		$done    = $handler( $task, $by_hand, $shown );
		if ( $done === null || $done === false ) {
			return null;
		}
		$this->due->of_order( $task->key->order_id );
		return $this->ledger->find( $done === true ? $task->id : $done->id );
	}
}
