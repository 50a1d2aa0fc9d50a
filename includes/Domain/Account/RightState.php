<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Account;

defined( 'ABSPATH' ) || exit;

/** What is known of a right at Sellsy. Only the first is good news: what cannot be seen may be missing. */
enum RightState: string {
	case Seen    = 'seen';
	case Missing = 'missing';
	/** The first document that needs it tells. */
	case Unseen = 'unseen';
}
