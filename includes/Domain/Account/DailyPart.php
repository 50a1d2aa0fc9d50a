<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Account;

defined( 'ABSPATH' ) || exit;

/** What a feature looks at once a day, when the account is looked at. */
interface DailyPart {

	/** Whoever does not answer is asked again tomorrow. */
	public function look(): void;
}
