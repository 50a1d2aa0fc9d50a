<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Work;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\System\Clock;

/** E-mails that were kept back leave also while no other work is allowed, and when the plugin is switched off. */
final class HeldEmailRunner {

	/** In one go: more than a busy shop holds at a time. */
	private const MOST = 500;

	/** Within the request of the person who switches the plugin off. */
	private const AT_ONCE = 50;

	public function __construct(
		private readonly Ledger $ledger,
		private readonly TaskRunner $task_runner,
		private readonly Clock $clock,
	) {}

	/** Those that are due, oldest first. */
	public function run(): void {
		$now = $this->clock->now();
		foreach ( $this->held() as $row ) {
			if ( $row->is_due( $now ) || ( $row->locked_until !== null && $row->locked_until < $now ) ) {
				$this->task_runner->process_without_sellsy( $row->id );
			}
		}
	}

	/** The oldest, now: nobody is there later who would send them. */
	public function let_go(): void {
		foreach ( array_slice( $this->held(), 0, self::AT_ONCE ) as $row ) {
			$this->ledger->save( TaskTransitions::due_again( $row, $this->clock->now(), asked: true ) );
			$this->task_runner->process_without_sellsy( $row->id );
		}
	}

	/** How many wait; of very many, some. */
	public function waiting(): int {
		return count( $this->held() );
	}

	/** @return list<Task> */
	private function held(): array {
		$filter = new TaskFilter(
			states: [ TaskState::Queued, TaskState::Working ],
			effects: [ Effect::HeldEmail ]
		);
		return array_reverse( $this->ledger->page( $filter, self::MOST, 0 ) );
	}
}
