<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\CompanyRequests\Rules;

defined( 'ABSPATH' ) || exit;

/** How a request stands. */
enum CompanyRequestState: string {
	/** The owner has not answered. */
	case Waiting = 'waiting';
	/** The buyer may ask once more. */
	case Refused = 'refused';
	/** The owner said yes; the documents follow. */
	case Accepted = 'accepted';
	/** What stands of the order's invoice is in the company's name. */
	case Done = 'done';
}
