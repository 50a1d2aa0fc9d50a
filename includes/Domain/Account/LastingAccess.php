<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Account;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;

/** An access to Sellsy that ends when nobody uses it for long. */
interface LastingAccess {

	/**
	 * Does nothing while it was used lately, or when it does not end.
	 *
	 * @throws RemoteFailure
	 */
	public function keep_alive(): void;
}
