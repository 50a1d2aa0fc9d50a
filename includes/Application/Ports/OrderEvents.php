<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application\Ports;

use OrderInvoicer\Application\OrderEvent;

/** What a hook would have told of an order as it stands now. */
interface OrderEvents {

	/** Null when the order is gone, cannot be read, or is not to be followed. */
	public function standing( int $order_id ): ?OrderEvent;
}
