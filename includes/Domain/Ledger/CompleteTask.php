<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Ledger;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\LeaseLost;
use OrderInvoicer\Domain\System\Clock;

/** The end of an effect that makes no document: a payment, a link, a state, an e-mail. */
final class CompleteTask {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly AttemptLog $attempts,
		private readonly Clock $clock,
	) {}

	/**
	 * @param string $remote_type what was made at Sellsy, such as `payment`; empty when nothing was.
	 * @throws LeaseLost
	 */
	public function done( Task $task, string $remote_type = '', int $remote_id = 0 ): void {
		if ( ! $this->ledger->save( TaskTransitions::done( $task, $remote_type, $remote_id, $this->clock->now() ) ) ) {
			throw new LeaseLost();
		}
		$this->attempts->add( $task->id, $task->attempts, $this->clock->now(), 'done', null );
	}
}
