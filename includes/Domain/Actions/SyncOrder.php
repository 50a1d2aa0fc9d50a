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
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\OutcomeProblem;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskChange;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Work\TaskRunner;
use OrderInvoicer\Domain\Work\DueTaskRunner;

/** A person asks for a document of this order. Trigger and start date do not matter, but no second document is made. */
final class SyncOrder {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly FreshOffers $fresh_offers,
		private readonly TaskRunner $task_runner,
		private readonly DueTaskRunner $due,
		private readonly Clock $clock,
	) {}

	/**
	 * What follows, such as making it final, is not left to the queue either. A document that is done or being made is
	 * only answered; the draft of one that waits or stopped is brought up to date.
	 *
	 * @param bool $by_hand the person knows that somebody did it by hand; otherwise it is not made.
	 * @return Task|null the row after the try; null when there is no such order.
	 * @throws NeedsAttention why it is not made; nothing was opened for it.
	 */
	public function now( int $order_id, DocumentKind $kind = DocumentKind::Invoice, bool $by_hand = false ): ?Task {
		$status = $this->fresh_offers->status( $order_id );
		if ( $status === false ) {
			return null;
		}
		$offer = $this->fresh_offers->of_document( $kind, $order_id, $status );
		$id    = match ( $offer->why_not ) {
			null => $this->ask( new TaskKey( $order_id, Effect::create( $kind ) ), $by_hand ),
			WhyNot::NoSale    => throw new NeedsAttention( WorkflowSelector::no_sale( (string) $status ) ),
			WhyNot::Elsewhere => throw new NeedsAttention( OutcomeProblem::problem( Outcome::Elsewhere ) ),
			default           => $offer->task->id ?? 0,
		};
		$this->task_runner->process( $id );
		$this->due->of_order( $order_id );
		return $this->ledger->find( $id );
	}

	/**
	 * The document of a row that was left out, or waits in vain.
	 *
	 * @param bool $by_hand as above.
	 * @return Task|null null where the row offers it not (any more), or that is to be said first.
	 */
	public function of_row( Task $task, bool $by_hand ): ?Task {
		$row  = $this->fresh_offers->row( RowAct::MakeNow, $task->id );
		$kind = $row?->key->effect->creates();
		$may  = $by_hand || $row?->is_left_to_people() === false;
		try {
			return $kind === null || ! $may ? null : $this->now( $task->key->order_id, $kind, $by_hand );
		} catch ( NeedsAttention ) {
			return null; // The order has changed meanwhile.
		}
	}

	private function ask( TaskKey $key, bool $by_hand ): int {
		$now   = $this->clock->now();
		$again = static fn ( Task $task ): ?TaskChange =>
			TaskTransitions::due_again( $task, $now, true, by_hand: $by_hand );
		return FreshTask::ask( $this->ledger, $key, $now, 0, $again );
	}
}
