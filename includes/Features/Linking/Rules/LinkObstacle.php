<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Linking\Rules;

defined( 'ABSPATH' ) || exit;

/** Why a document cannot be linked to this order, whatever a person says. */
enum LinkObstacle {
	/** An invoice or credit note without a number: this plugin would change it as one of its own. */
	case Draft;
	case Cancelled;
	/** The ledger has it, for this order or another. */
	case InUse;
}
