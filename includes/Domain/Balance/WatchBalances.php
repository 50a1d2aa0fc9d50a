<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Balance;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\StorageRefused;
use OrderInvoicer\Domain\Ledger\FreshTask;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskChange;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\JobQueue;
use OrderInvoicer\Domain\System\Logger;

/**
 * The pass looks at each order of which something was done since the last one. A row is opened only where its sums
 * differ; it asks, and is done as soon as they agree again.
 */
final class WatchBalances {

	/** For clocks of several servers, and for a runner that writes the next row right after. */
	private const OVER    = '-30 seconds';
	private const PAGE    = 50;
	private const SECONDS = 10;

	public function __construct(
		private readonly ChangedOrders $changed,
		private readonly ReadBalance $balance,
		private readonly Ledger $ledger,
		private readonly JobQueue $queue,
		private readonly Clock $clock,
		private readonly Logger $logger,
	) {}

	public function run(): void {
		$now      = $this->clock->now();
		$deadline = $now->modify( '+' . self::SECONDS . ' seconds' );
		do {
			[ $orders, $position ] = $this->changed->next( $now->modify( self::OVER ), self::PAGE );
			foreach ( $orders as $order_id ) {
				$this->look_at( $order_id );
			}
			$this->changed->keep( $position );
		} while ( $orders !== [] && $this->clock->now() < $deadline );
	}

	/**
	 * One that cannot be read is not known: its own rows say so, and it holds up no other, whatever other code threw.
	 * Where the database refuses, nothing of this page is known, and the next pass reads it again.
	 */
	private function look_at( int $order_id ): void {
		try {
			$problem = $this->balance->of_order( $order_id )?->problem();
		} catch ( StorageRefused $refused ) {
			throw $refused;
		} catch ( \Throwable ) {
			$this->logger->info( 'The sums of an order could not be compared.', [ 'order_id' => $order_id ] );
			return;
		}
		$row = $this->ledger->find_by_key( Balance::key( $order_id ) );
		if ( ! $this->is_news( $problem, $row ) ) {
			return;
		}
		$now = $this->clock->now();
		$id  = $this->ledger->open( Balance::key( $order_id ), $now ) ?? FreshTask::change(
			$this->ledger,
			Balance::key( $order_id ),
			static fn ( Task $old ): ?TaskChange => TaskTransitions::reopened( $old, $now, 0, again: true )
		);
		if ( $id !== null ) {
			$this->queue->wake( $id );
		}
	}

	private function is_news( ?Problem $problem, ?Task $task ): bool {
		$asks = $task?->state === TaskState::Attention;
		return $problem === null
			? $asks
			: ! $asks || $task->problem?->facts !== $problem->facts;
	}
}
