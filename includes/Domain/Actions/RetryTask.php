<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Actions;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\ProblemTraits;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Order\OrderFingerprint;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\RemoteIds\RemoteIds;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\JobQueue;

/** A person has repaired the cause: the row is due again with fresh tries. */
final class RetryTask {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly FreshOffers $fresh_offers,
		private readonly Orders $orders,
		private readonly JobQueue $queue,
		private readonly Clock $clock,
		private readonly RemoteIds $remote_ids,
	) {}

	/**
	 * To send again what may have left is a retry too.
	 *
	 * @param bool $by_hand the person knows that somebody did it by hand.
	 * @return bool false for a row that offers it not (any more): nothing is changed.
	 * @throws RemoteFailure while it is not known which account is connected.
	 */
	public function retry( int $task_id, bool $by_hand = false ): bool {
		$row = $this->fresh_offers->row( RowAct::Retry, $task_id )
			?? $this->fresh_offers->row( RowAct::SendAgain, $task_id );
		if ( $row === null ) {
			return false;
		}
		if ( $row->problem !== null && $row->asks( ProblemCode::MadeUnknown ) ) {
			// The person was asked to look whether it is there: a document or payment answers that in its own row.
			$this->remote_ids->is_not_there( $row->problem->fact( 'of' ), $row->problem->fact( 'key' ) );
		}
		$says  = $this->looked_after( $row );
		$again = TaskTransitions::due_again( $row, $this->clock->now(), says: $says, by_hand: $by_hand );
		if ( ! $this->ledger->save( $again?->answering( is_done: false ) ) ) {
			return false;
		}
		$this->queue->wake( $task_id );
		return true;
	}

	/** How many retry_all() would take up. */
	public function retryable( TaskFilter $listed ): int {
		$filter = $listed->in( TaskState::Attention );
		$single = ProblemTraits::codes( static fn ( ProblemTraits $traits ): bool => $traits->one_by_one );
		$left   = $filter->with_one_of( $single );
		$is_any = $listed->problem === '' && $left->problems !== [];
		$may    = $listed->states === [] || in_array( TaskState::Attention, $listed->states, true );
		return ! $may || in_array( ProblemCode::tryFrom( $listed->problem ), $single, true )
			? 0
			: $this->ledger->count( $filter ) - ( $is_any ? $this->ledger->count( $left ) : 0 );
	}

	/**
	 * Among the listed rows, those that need a person; not those that a person must look at one by one.
	 *
	 * @return int rows that are due again.
	 */
	public function retry_all( TaskFilter $listed = new TaskFilter() ): int {
		$retried = 0;
		foreach ( $listed->in( TaskState::Attention )->pages( $this->ledger->page( ... ) ) as $rows ) {
			foreach ( $rows as $row ) {
				if ( $row->problem?->traits()->one_by_one !== true ) {
					$this->ledger->save( TaskTransitions::due_again( $row, $this->clock->now() ) );
					++$retried;
					$last = $row->id;
				}
			}
		}
		if ( isset( $last ) ) {
			$this->queue->wake( $last );
		}
		return $retried;
	}

	/**
	 * A person was told, changed the document in Sellsy and says so by the retry: it goes with the order as it is now,
	 * whatever delays the next try. An invoice is credited instead.
	 *
	 * @return string the order's mark; empty when the row asked something else.
	 */
	private function looked_after( Task $task ): string {
		if ( $task->problem?->is_about_an_edit() !== true || $task->key->effect->creates() === DocumentKind::Invoice ) {
			return '';
		}
		$order = $this->orders->snapshot( $task->key->order_id );
		return $order === null ? '' : OrderFingerprint::from_order( $order )->text();
	}
}
