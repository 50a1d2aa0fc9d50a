<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Network;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Site;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\WordPress\Queue\Wakeups;

/**
 * In its own pass each site of a network says that it is there, and who it is. So does a site that was copied, or
 * activated without any hook.
 */
final class Presence {

	private const AFTER_THE_PASS = 20;

	public function __construct(
		private readonly SiteList $sites,
		private readonly Site $site,
		private readonly SettingsStore $settings,
	) {}

	public function register(): void {
		if ( is_multisite() ) {
			add_action( Wakeups::SWEEP, [ $this, 'handle_sweep' ], self::AFTER_THE_PASS );
		}
	}

	/** @internal */
	public function handle_sweep(): void {
		$this->sites->update(
			get_current_blog_id(),
			SiteList::identity( $this->site->known_account(), $this->settings->get()->shop_code )
		);
	}
}
