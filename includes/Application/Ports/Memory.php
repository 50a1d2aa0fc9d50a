<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application\Ports;

defined( 'ABSPATH' ) || exit;

/** What this process keeps in memory of what people and other processes may have changed since. */
interface Memory {

	/** Before each row: settings, credentials and products are then read anew, once for the whole row. */
	public function forget(): void;
}
