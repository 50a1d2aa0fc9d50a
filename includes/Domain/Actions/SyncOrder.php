<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Actions;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\FollowUps\WorkflowSelector;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\FreshTask;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskChange;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Work\TaskRunner;
use OrderInvoicer\Domain\Work\DueTaskRunner;

/** A person asks for a document of this order. Trigger and start date do not matter, but no second document is made. */
final class SyncOrder {

	public function __construct(
		private readonly Orders $orders,
		private readonly Ledger $ledger,
		private readonly TaskRunner $task_runner,
		private readonly DueTaskRunner $due,
		private readonly Clock $clock,
	) {}

	/**
	 * What follows, such as making it final, is not left to the queue either.
	 *
	 * @param bool $by_hand the person knows that somebody did it by hand; otherwise it is not made.
	 * @return Task|null the row after the try; null when there is no such order.
	 * @throws NeedsAttention what the order's state forbids; nothing was opened for it.
	 */
	public function now( int $order_id, DocumentKind $kind = DocumentKind::Invoice, bool $by_hand = false ): ?Task {
		$key = new TaskKey( $order_id, Effect::create( $kind ) );
		if ( ! $this->may_be_made( $key ) ) {
			return null;
		}
		$now   = $this->clock->now();
		$again = static fn ( Task $task ): ?TaskChange =>
			TaskTransitions::due_again( $task, $now, true, by_hand: $by_hand );
		$id    = $this->ledger->open( $key, $now, 0, true )
			?? FreshTask::change( $this->ledger, $key, $again )
			?? $this->ledger->find_by_key( $key )->id ?? 0;
		$this->task_runner->process( $id );
		$this->due->of_order( $order_id );
		return $this->ledger->find( $id );
	}

	/**
	 * One whose amounts cannot be read is there too: its row says that it stopped, where otherwise nobody would. A
	 * document that is there already is only answered.
	 *
	 * @return bool false when there is no such order.
	 * @throws NeedsAttention
	 */
	private function may_be_made( TaskKey $key ): bool {
		try {
			$order = $this->orders->snapshot( $key->order_id );
		} catch ( \InvalidArgumentException ) {
			return true;
		}
		$is_made = $this->ledger->find_by_key( $key )?->has_document() === true;
		if ( $order !== null && ! $is_made && ! WorkflowSelector::may_be_asked_for( $order->status ) ) {
			throw new NeedsAttention( WorkflowSelector::no_sale( $order->status ) );
		}
		return $order !== null;
	}
}
