<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Work;

defined( 'ABSPATH' ) || exit;

/** How many calls Sellsy's last answer left for this minute. */
interface CallsLeft {

	/** Null where no answer has said anything. */
	public function this_minute(): ?MinuteQuota;
}
