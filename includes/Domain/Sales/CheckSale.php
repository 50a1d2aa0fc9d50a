<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Sales;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Failures\SkipTask;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\System\Clock;

/** One sale is billed once, whoever asks for it: a hook, a back-fill or a person. */
final class CheckSale {

	public function __construct(
		private readonly Sales $sales,
		private readonly Clock $clock,
	) {}

	/**
	 * @throws RetryLater while more orders of the same sale may be coming.
	 * @throws NeedsAttention while nobody has said who bills.
	 * @throws SkipTask where another order of the sale does.
	 */
	public function check( Task $task, OrderSnapshot $order ): void {
		$wait = $this->sales->are_coming( $order, $this->clock->now() );
		if ( $wait > 0 ) {
			throw new RetryLater( new Problem( ProblemCode::WaitsForParts ), $wait );
		}
		$problem = $this->sales->obstacle( $order, $task->asked ? null : $task->problem );
		if ( $problem !== null ) {
			throw $problem->is( ProblemCode::WhoBills ) ? new NeedsAttention( $problem ) : new SkipTask( $problem );
		}
	}
}
