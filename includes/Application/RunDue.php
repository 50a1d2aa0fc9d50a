<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application;

use OrderInvoicer\Application\Ports\Clock;
use OrderInvoicer\Application\Ports\Ledger;

/** Works through everything that is due, oldest first, until nothing is left or the time is up. */
final class RunDue {

	private const BATCH = 20;

	public function __construct(
		private readonly Ledger $ledger,
		private readonly ProcessSync $process,
		private readonly Gate $gate,
		private readonly Clock $clock,
	) {}

	/** What one order needs now, follow-ups included. */
	public function of_order( int $order_id ): void {
		$seen = [];
		do {
			$due = array_diff( $this->ledger->due_of_order( $order_id, $this->clock->now() ), $seen );
			foreach ( $due as $id ) {
				$this->process->process( $id );
				$seen[] = $id;
			}
		} while ( $due !== [] );
	}

	/** @return int rows worked. */
	public function run( int $seconds ): int {
		$until = $this->clock->now()->modify( "+$seconds seconds" );
		$seen  = [];
		do {
			$due = array_diff( $this->ledger->due( $this->clock->now(), self::BATCH + count( $seen ) ), $seen );
			foreach ( $due as $id ) {
				if ( $this->clock->now() >= $until || ! $this->gate->is_open() ) {
					return count( $seen );
				}
				$this->process->process( $id );
				$seen[] = $id;
			}
		} while ( $due !== [] );
		return count( $seen );
	}
}
