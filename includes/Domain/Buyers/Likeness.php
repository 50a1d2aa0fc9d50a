<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Buyers;

defined( 'ABSPATH' ) || exit;

/** How a customer at Sellsy compares with the buyer of an order. */
enum Likeness {
	case Never; // their legal numbers contradict each other
	case Equal;
	case Near;
	case Other;
}
