<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\SameOrder;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Failures\StorageRefused;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\FollowTransitions;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\OrderBook\OrderOfTask;
use OrderInvoicer\Domain\System\Clock;

/**
 * Another order has got the id of a former one. What was done for the former one becomes the work of an order that is
 * gone, under a number of its own. For the newcomer a person says whether it is to have documents.
 */
final class TellApart {

	/** Far above every order's id, and still a number that JavaScript can write. The id stands in the last digits. */
	public const FORMER = 1_000_000_000_000_000;

	/** @var array{int, string} the order that this process looked at last, and its mark. */
	private array $looked = [ 0, '' ];

	public function __construct(
		private readonly Orders $stored_orders,
		private readonly Ledger $ledger,
		private readonly OrderMarks $marks,
		private readonly Clock $clock,
	) {}

	/**
	 * @param Task $held    by this runner.
	 * @param bool $goes_on the task before it, a moment ago, was the same order's: one look counts for all.
	 * @return Task with the mark of its order, which is kept once something is sent for it.
	 * @throws RetryLater where it is another order's by now.
	 */
	public function before( Task $held, bool $goes_on ): Task {
		[ $order_id, $mark ] = $this->looked;
		if ( $goes_on && $order_id === $held->key->order_id ) {
			return $held->with( [ 'order_mark' => $mark ] );
		}
		$order = $this->order( $held );
		if ( $order === null || $order->key_hash === '' ) {
			return $held;
		}
		$mark = OrderMark::of_order( $order );
		$rows = $this->ledger->for_order( $order->id );
		if ( self::any( $rows, static fn ( Task $task ): bool => $mark->is_of_another( $task->order_mark ) ) ) {
			$this->part( $order, $rows );
			$since = [ OrderOfTask::SINCE => $this->clock->now()->getTimestamp() ];
			throw new RetryLater( new Problem( ProblemCode::OrderNotFound, $since ), OrderOfTask::APART );
		}
		if ( self::any(
			$rows,
			static fn ( Task $task ): bool => $task->was_at_sellsy() && $task->order_mark === ''
		) ) {
			$this->marks->fill( $order->id, $mark->text() );
		}
		$this->looked = [ $order->id, $mark->text() ];
		return $held->with( [ 'order_mark' => $mark->text() ] );
	}

	/**
	 * What an order means that other code or a wrong amount keeps from being read is the task's own to say. A database
	 * that refuses says nothing about whose order it is: then nothing is done.
	 */
	private function order( Task $held ): ?OrderSnapshot {
		try {
			return $this->stored_orders->snapshot( $held->key->order_id );
		} catch ( StorageRefused $refused ) {
			throw $refused;
		} catch ( \Throwable ) {
			return null;
		}
	}

	/** @param list<Task> $rows */
	private function part( OrderSnapshot $order, array $rows ): void {
		$former_id = $order->id + self::FORMER;
		while ( $this->ledger->for_order( $former_id ) !== [] ) {
			$former_id += self::FORMER;
		}
		$this->marks->part( $order->id, $former_id, $order->key_hash );
		foreach ( $rows as $row ) {
			$is_wanted = in_array( $row->key->effect, Effect::of_orders(), true )
				&& $row->key->revision === 0
				&& $row->state !== TaskState::Skipped;
			if ( $is_wanted ) {
				$this->ask( new TaskKey( $order->id, $row->key->effect ), $row->remote_number );
			}
		}
	}

	private function ask( TaskKey $key, string $number ): void {
		$this->ledger->open( $key, $this->clock->now() );
		$row = $this->ledger->find_by_key( $key );
		if ( $row !== null && $row->attempts === 0 && $row->problem === null ) {
			$problem = new Problem( ProblemCode::IdUsedBefore, [ 'number' => $number ] );
			$this->ledger->save( FollowTransitions::set_aside( $row, $problem ) );
		}
	}

	/**
	 * @param list<Task>             $rows
	 * @param callable( Task ): bool $is_one
	 */
	private static function any( array $rows, callable $is_one ): bool {
		return array_filter( $rows, $is_one ) !== [];
	}
}
