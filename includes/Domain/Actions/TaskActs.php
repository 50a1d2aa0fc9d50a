<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Actions;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;

/** Does what a person wants done with a row. Each handler checks for itself whether the row still allows it. */
final class TaskActs {

	/**
	 * @param array<string, \Closure( Task, bool, string ): ( Task|bool|null )> $handlers by RowAct value: the row to
	 *        look at then, true for the same, false or null where the row does not allow it (any more). Nothing is
	 *        changed then.
	 */
	public function __construct(
		private readonly Ledger $ledger,
		private readonly array $handlers,
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
		return $done === true ? $this->ledger->find( $task->id ) : ( $done instanceof Task ? $done : null );
	}
}
