<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Ledger;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\LeaseLost;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\SkipTask;
use OrderInvoicer\Domain\Failures\RetryLater;

/** Does one effect for a claimed row, and leaves the row done. */
interface TaskHandler {

	/**
	 * @throws NeedsAttention when a person must act.
	 * @throws SkipTask when there is nothing to do after all.
	 * @throws RetryLater when something else must happen first.
	 * @throws LeaseLost when another runner has taken the row over.
	 * @throws RemoteFailure
	 */
	public function run( Task $task ): void;
}
