<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Preview;

defined( 'ABSPATH' ) || exit;

enum DryOutcome: string {
	case Made   = 'made';
	case Exists = 'exists';
	/** The order is not, or no longer, where the owner's trigger is. */
	case NotDue = 'not_due';
	/** The owner's rules make none of it. */
	case NoRule = 'no_rule';
	case Stops  = 'stops';
}
