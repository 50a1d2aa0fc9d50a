<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Work;

defined( 'ABSPATH' ) || exit;

/** What Sellsy's last answer said of this minute's allowance. */
interface CallsLeft {

	/** Null where no answer has said anything. */
	public function this_minute(): ?MinuteQuota;
}
