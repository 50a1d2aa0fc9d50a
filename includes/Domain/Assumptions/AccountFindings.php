<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Assumptions;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;

/** What was tried on the connected account, and how it answered. */
interface AccountFindings {

	/**
	 * It was seen to be otherwise than assumed. False where it is as assumed, and where nobody has tried: work goes on
	 * as assumed then.
	 *
	 * @throws RemoteFailure while it is not known which account is connected.
	 */
	public function is_otherwise( Assumption $assumption ): bool;
}
