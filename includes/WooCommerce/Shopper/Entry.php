<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Shopper;

defined( 'ABSPATH' ) || exit;

/** What somebody who asks for a document of an order has to do first. */
enum Entry {
	case Open;
	case LogIn;
	case ConfirmEmail;
	/** Also where there is no such order: who guesses learns nothing. */
	case Closed;
}
