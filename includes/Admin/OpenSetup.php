<?php
declare( strict_types=1 );

namespace OrderInvoicer\Admin;

defined( 'ABSPATH' ) || exit;

/**
 * After its activation a new plugin opens its set-up, once, as WooCommerce's own extensions do: in the next request,
 * because the one that activates must not end early. Only where one plugin was activated by a person, for one site, and
 * only where nothing was set before.
 */
final class OpenSetup {

	/** Nobody is led there who comes back later. */
	private const WITHIN = 5 * MINUTE_IN_SECONDS;

	private const TRANSIENT = 'orderinvoicer_open_setup';

	/** Of wp-admin, where plugins are activated: nobody else is asked for the transient. */
	public const PAGES = [ 'load-plugins.php', 'load-plugin-install.php' ];

	private const ADDRESS = '#/setup';

	/** At the activation of a plugin that was never there. */
	public static function ask(): void {
		$is_cli = defined( 'WP_CLI' ) && constant( 'WP_CLI' ) === true;
		if ( is_admin() && ! $is_cli && ! is_network_admin() ) {
			set_transient( self::TRANSIENT, '1', self::WITHIN );
		}
	}

	public function register(): void {
		add_action( 'load-plugins.php', [ $this, 'handle_plugins' ] );
		add_action( 'load-plugin-install.php', [ $this, 'handle_page' ] );
	}

	/**
	 * WordPress says in the address that something was activated. On every other look at the list nothing is asked.
	 *
	 * @internal
	 */
	public function handle_plugins(): void {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- only looked at.
		if ( isset( $_GET['activate'] ) || isset( $_GET['activate-multi'] ) ) {
			$this->handle_page();
		}
	}

	/** @internal */
	public function handle_page(): void {
		if ( get_transient( self::TRANSIENT ) === false || $this->activates() || wp_doing_ajax() ) {
			return;
		}
		delete_transient( self::TRANSIENT );
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- only says how many plugins were activated.
		$is_one = ! isset( $_GET['activate-multi'] );
		if ( $is_one && ! is_network_admin() && current_user_can( AdminPage::CAPABILITY ) ) {
			wp_safe_redirect( AdminPage::url() . self::ADDRESS );
			exit;
		}
	}

	/** This very request activates, and ends by itself. */
	private function activates(): bool {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- only looked at.
		return isset( $_REQUEST['action'] ) && $_REQUEST['action'] !== '-1';
	}
}
