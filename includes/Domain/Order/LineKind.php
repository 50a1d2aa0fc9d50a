<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Order;

enum LineKind: string {
	case Product  = 'product';
	case Shipping = 'shipping';
	case Fee      = 'fee';
}
