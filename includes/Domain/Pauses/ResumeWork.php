<?php

declare( strict_types=1 );

namespace OrderInvoicer\Domain\Pauses;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\JobQueue;

/** What waited for a cause that is gone is due now. One wake-up is enough: it works through everything that is due. */
final class ResumeWork {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly JobQueue $queue,
		private readonly Clock $clock,
	) {}

	public function after( ProblemCode ...$codes ): void {
		$resumed = 0;
		foreach ( $codes as $code ) {
			$resumed += $this->ledger->requeue_problem( $code->value, $this->clock->now() );
		}
		$first = $resumed === 0 ? [] : $this->ledger->due( $this->clock->now(), 1 );
		foreach ( $first as $id ) {
			$this->queue->wake( $id );
		}
	}
}
