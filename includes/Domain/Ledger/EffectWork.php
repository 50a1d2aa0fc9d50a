<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Ledger;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\CannotInvoice;
use OrderInvoicer\Domain\Failures\LeaseLost;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\Skip;
use OrderInvoicer\Domain\Failures\Wait;

/** Does one effect for a claimed row, and leaves the row done. */
interface EffectWork {

	/**
	 * @throws CannotInvoice when a person must act.
	 * @throws Skip when there is nothing to do after all.
	 * @throws Wait when something else must happen first.
	 * @throws LeaseLost when another runner has taken the row over.
	 * @throws RemoteFailure
	 */
	public function run( Sync $sync ): void;
}
