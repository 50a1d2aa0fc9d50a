<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Order;

defined( 'ABSPATH' ) || exit;

enum LineKind: string {
	case Product  = 'product';
	case Shipping = 'shipping';
	case Fee      = 'fee';
}
