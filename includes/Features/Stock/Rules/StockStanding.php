<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Stock\Rules;

defined( 'ABSPATH' ) || exit;

/** How the agreement stands. */
enum StockStanding: string {
	/** No warehouse is chosen. */
	case NoWarehouse = 'no_warehouse';
	/** Sellsy cannot lead where nothing there notices a sale. */
	case CannotLead = 'cannot_lead';
	/** Nothing was compared on these settings. */
	case NotCompared = 'not_compared';
	case Comparing   = 'comparing';
	case Compared    = 'compared';
	/** Switched on. */
	case Agreeing = 'agreeing';
}
