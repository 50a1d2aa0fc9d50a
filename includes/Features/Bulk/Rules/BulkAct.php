<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Bulk\Rules;

defined( 'ABSPATH' ) || exit;

/** What a person wants done for orders that they ticked. */
enum BulkAct: string {
	case Create   = 'create';
	case Finalise = 'finalise';
	case Retry    = 'retry';
}
