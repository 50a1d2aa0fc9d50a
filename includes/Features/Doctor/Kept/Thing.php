<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Kept;

defined( 'ABSPATH' ) || exit;

/** What a run makes at Sellsy and deletes again. */
enum Thing: string {
	case Company    = 'company';
	case Individual = 'individual';
	case Contact    = 'contact';
	case Item       = 'item';
	case Webhook    = 'webhook';
}
