<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Linking\Rules;

defined( 'ABSPATH' ) || exit;

/** Why a document that somebody made may not be the one of this order: said and asked. */
enum LinkDoubt {
	/** Its total, or its currency, is not that of the order or of the refund. */
	case OtherTotal;
	/** Sellsy names another customer than the order. */
	case OtherCustomer;
	/** Sellsy does not say for whom it is. */
	case UnknownCustomer;
	/** It is not the kind's usual state: somebody has refused it, or it has expired. */
	case Refused;
}
