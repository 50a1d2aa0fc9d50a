<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Auth;

defined( 'ABSPATH' ) || exit;

/** How the visit to Sellsy's page ended. The values stand in the address of our page, which explains them. */
enum ConsentOutcome: string {

	case Connected = 'connected';

	/** The person said no. */
	case Denied = 'denied';

	/** Not begun here by this person, used before, or more than ten minutes ago. */
	case Expired = 'expired';

	/** Sellsy does not exchange the code: another redirect URL, or the code was used or is too old. */
	case CodeRefused = 'code_refused';

	/** Sellsy does not know this id and secret. */
	case KeysRefused = 'keys_refused';

	case NoAnswer = 'no_answer';

	/** The server cannot encrypt. */
	case NotStored = 'not_stored';
}
