<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Kept;

defined( 'ABSPATH' ) || exit;

/** What is known of an assumption. */
enum State: string {
	case AsExpected = 'as-expected';
	case Otherwise  = 'otherwise';
	case NotKnown   = 'not-known';
}
