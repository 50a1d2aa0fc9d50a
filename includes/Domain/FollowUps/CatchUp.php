<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\FollowUps;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Backup\OpenedElsewhere;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\FreshTask;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskChange;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\Logger;

/** Opens what a missed hook would have opened for an order as it stands now. */
final class CatchUp {

	/** Part of the row that catches up with an order later. */
	public const LATER = 'missed';

	public function __construct(
		private readonly OrderEvents $events,
		private readonly OrderEventHandler $order_event_handler,
		private readonly Ledger $ledger,
		private readonly Clock $clock,
		private readonly Logger $logger,
		private readonly OpenedElsewhere $elsewhere,
	) {}

	/** @throws \Throwable when the order cannot be read, or nothing can be written. */
	public function with_order( int $order_id ): void {
		$event = $this->events->standing( $order_id );
		if (
			$event !== null
			&& $event->is_paid
			&& ! $event->has_date_paid
			&& $this->events->finish_payment( $order_id )
		) {
			$event = $this->events->standing( $order_id );
		}
		if ( $event !== null ) {
			$this->order_event_handler->catch_up( $event );
			if ( $this->elsewhere->was_entered( $event->created_at ) ) {
				$this->elsewhere->order( $order_id );
			}
		}
	}

	/**
	 * One that fails gets a row of its own, which tries again: it must hold up no other, and nobody else comes back to
	 * it.
	 *
	 * @throws \Throwable when nothing can be written.
	 */
	public function now_or_later( int $order_id ): void {
		try {
			$this->with_order( $order_id );
		} catch ( \Throwable $error ) {
			$this->later( $order_id );
			$this->logger->error(
				'An order could not be looked at; its own row tries again.',
				[ 'order_id' => $order_id ],
				$error
			);
		}
	}

	private function later( int $order_id ): void {
		$key = new TaskKey( order_id: $order_id, effect: Effect::FollowOrder, refund_id: 0, part: self::LATER );
		$now = $this->clock->now();
		if ( $this->ledger->open( $key, $now ) === null ) {
			$again = static fn ( Task $task ): ?TaskChange => TaskTransitions::reopened( $task, $now, 0, true );
			FreshTask::change( $this->ledger, $key, $again );
		}
	}
}
