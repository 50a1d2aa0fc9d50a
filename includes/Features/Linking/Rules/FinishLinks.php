<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Linking\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\BrokenFilter;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Domain\Work\PassPart;
use OrderInvoicer\Domain\Work\PassTurn;

/**
 * In the pass: links whose process died on the way. Where Sellsy does not answer, the next pass tries again. What is
 * refused, or cannot be read for a day, is a person's affair.
 */
final class FinishLinks implements PassPart {

	/** Longer than a process that lives takes for it. */
	private const OVER = '-5 minutes';

	private const GIVEN_UP = '-1 day';

	/** What cannot be read is said in the first passes, and when it is given up. */
	private const SAID = '-20 minutes';

	private const BATCH = 10;

	/** Another answer about this document is not to be expected. */
	private const REFUSED = [ FailureKind::AccountBlocked, FailureKind::V1Missing, FailureKind::Rejected ];

	public function __construct(
		private readonly Ledger $ledger,
		private readonly LinkDocument $link,
		private readonly Clock $clock,
		private readonly Logger $logger,
	) {}

	public function turn(): PassTurn {
		return PassTurn::AfterWork;
	}

	public function run(): void {
		$filter = new TaskFilter(
			states: [ TaskState::Skipped ],
			until: $this->clock->now()->modify( self::OVER ),
			problem: ProblemCode::BeingLinked->value
		);
		foreach ( $this->ledger->page( $filter, self::BATCH, 0 ) as $row ) {
			try {
				$this->link->finish( $row );
			} catch ( RemoteFailure $failure ) {
				$is_about_it = $failure->kind === FailureKind::OutcomeUnknown; // Others may be read.
				if ( in_array( $failure->kind, self::REFUSED, true ) || $this->is_given_up( $row ) ) {
					$this->leave( $row );
				} elseif ( ! $is_about_it ) {
					return;
				}
			} catch ( \InvalidArgumentException $unreadable ) {
				$this->say( $row, $unreadable );
				if ( $this->is_given_up( $row ) ) {
					$this->leave( $row );
				}
			}
		}
	}

	private function leave( Task $task ): void {
		$this->link->leave( $task, [ 'unreadable' => 'yes' ] );
	}

	private function is_given_up( Task $task ): bool {
		return $task->updated_at < $this->clock->now()->modify( self::GIVEN_UP );
	}

	private function say( Task $task, \InvalidArgumentException $unreadable ): void {
		if ( $task->updated_at < $this->clock->now()->modify( self::SAID ) && ! $this->is_given_up( $task ) ) {
			return;
		}
		$this->logger->error(
			'A link that was broken off cannot be finished: its order cannot be read.',
			[
				'order_id' => $task->key->order_id,
				'detail'   => $unreadable instanceof BrokenFilter ? $unreadable->filter : $unreadable::class,
			]
		);
	}
}
