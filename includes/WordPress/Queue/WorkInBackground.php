<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Queue;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Site;
use OrderInvoicer\Domain\Emails\BackgroundWork;
use OrderInvoicer\Domain\System\Clock;

/** Asked within requests of shoppers: two options, each by its name. */
final class WorkInBackground implements BackgroundWork {

	/** Three passes that did not come. */
	private const LATE = '-15 minutes';

	public function __construct(
		private readonly Heartbeat $heartbeat,
		private readonly Site $site,
		private readonly Clock $clock,
	) {}

	public function goes_on(): bool {
		$last  = $this->heartbeat->last_sweep();
		$known = $this->site->known_address();
		return $last !== null
			&& $last > $this->clock->now()->modify( self::LATE )
			&& ( $known === '' || $known === $this->site->address() );
	}
}
