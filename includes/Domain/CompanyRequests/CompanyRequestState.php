<?php

declare( strict_types=1 );

namespace OrderInvoicer\Domain\CompanyRequests;

defined( 'ABSPATH' ) || exit;

/** How a request stands. */
enum CompanyRequestState: string {
	/** The owner has not answered. */
	case Waiting = 'waiting';
	case Refused = 'refused';
	/** The owner said yes; the documents follow. */
	case Accepted = 'accepted';
	/** What stands of the order's invoice is in the company's name. */
	case Done = 'done';

	/** Then the buyer may ask once more. */
	public function is_over(): bool {
		return $this === self::Refused || $this === self::Done;
	}
}
