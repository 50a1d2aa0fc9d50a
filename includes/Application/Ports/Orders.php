<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application\Ports;

use OrderInvoicer\Domain\Order\OrderSnapshot;

/** The shop's orders, read afresh. */
interface Orders {

	/** Null when the order is gone (deleted or in the bin). */
	public function snapshot( int $order_id ): ?OrderSnapshot;
}
