<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\TalkBack\Rules;

defined( 'ABSPATH' ) || exit;

/** What became of something that was sent to the shop as an event, as the HTTP status that answers it. */
enum Taken: int {
	/** Also where it was about nothing of ours: nobody outside learns what this shop knows. */
	case Noted     = 204;
	case NotSigned = 403;
	case TooLarge  = 413;
	case TooMany   = 429;
}
