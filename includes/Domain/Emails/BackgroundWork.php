<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Emails;

defined( 'ABSPATH' ) || exit;

/** Whether something that is put off will be done. */
interface BackgroundWork {

	/** Passes come, and this is the shop itself: a copy of it does no work. */
	public function goes_on(): bool;
}
