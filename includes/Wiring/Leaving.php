<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Sellsy\Transport\Patience;

/**
 * What the plugin does before it is switched off or deleted, on each site of a network in turn: always the site that
 * WordPress has switched to, with its own access.
 */
final class Leaving {

	/** Seconds that Sellsy is waited for, for all sites together: somebody waits for the page. */
	private const PATIENCE = 10;

	private readonly Patience $patience;

	public function __construct( private readonly \wpdb $wpdb ) {
		$this->patience = new Patience( self::PATIENCE );
	}

	/**
	 * @param bool $is_here this request's own site: WooCommerce's e-mails and gateways have its settings.
	 * @return int how many still wait.
	 */
	public function let_emails_go( bool $is_here ): int {
		$engine = new Engine( new Answers( $this->adapters() ) );
		$held   = $engine->held_email_runner();
		if ( $is_here && function_exists( 'WC' ) && $held->waiting() > 0 ) {
			wc_set_time_limit( 0 );
			$held->let_go();
		}
		return $held->waiting();
	}

	/**
	 * Sellsy may be away, or the access: the plugin goes all the same, and so do the webhooks of the other sites.
	 *
	 * @param bool $for_good false: it may be switched on again, and then deletes what stands there still.
	 */
	public function remove_webhook( bool $for_good ): void {
		try {
			$adapters = $this->adapters();
			if ( $adapters->kept_webhook()->get() !== null ) {
				$engine = new Engine( new Answers( $adapters ) );
				$keep   = $engine->keep_webhook();
				$for_good ? $keep->remove() : $keep->pause();
			}
		} catch ( \Throwable ) {
			return;
		}
	}

	/** Fresh ones: what was read of one site is not another's. */
	private function adapters(): Adapters {
		$adapters = new Adapters( $this->wpdb, patience: $this->patience );
		// Nobody is there later to look again for an order that a copy of the database does not know yet.
		$adapters->sql()->read_what_was_written();
		return $adapters;
	}
}
