<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Emails;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;

/** Tells the owner of one order, where they want to be told. */
interface OwnerIsTold {

	/** Where the e-mail does not leave, that of the day says it. */
	public function at_once( int $order_id, Problem $problem ): void;
}
