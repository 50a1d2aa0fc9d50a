<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Preview;

defined( 'ABSPATH' ) || exit;

enum DryOutcome: string {
	case Made   = 'made';
	case Exists = 'exists';
	/** The order is not, or no longer, where the owner's trigger is. */
	case NotDue = 'not_due';
	case Stops  = 'stops';
}
