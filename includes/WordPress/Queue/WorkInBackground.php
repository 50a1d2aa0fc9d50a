<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Queue;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Site;
use OrderInvoicer\Domain\Emails\BackgroundWork;
use OrderInvoicer\Domain\System\Clock;

/**
 * Asked within requests of shoppers: two options, each by its name. A shop that was connected a moment ago has had no
 * pass yet, and its first customers get their documents all the same.
 */
final class WorkInBackground implements BackgroundWork {

	/** Three passes that did not come; of a new shop, since it was connected. */
	private const LATE = '-15 minutes';

	public function __construct(
		private readonly Heartbeat $heartbeat,
		private readonly Site $site,
		private readonly Clock $clock,
	) {}

	public function goes_on(): bool {
		$last  = $this->heartbeat->last_sweep() ?? $this->site->known_since();
		$known = $this->site->known_address();
		return $last !== null
			&& $last > $this->clock->now()->modify( self::LATE )
			&& ( $known === '' || $known === $this->site->address() );
	}
}
