<?php
declare( strict_types=1 );

namespace OrderInvoicer\Jobs;

use OrderInvoicer\Application\RunAlone;

defined( 'ABSPATH' ) || exit;

/**
 * Starts a runner once the shopper has the response: Action Scheduler starts its own only from admin requests, so that an
 * order would wait for WP-Cron's minute. One request of the site to itself, which nobody waits for; where the host blocks
 * it, WP-Cron and the sweeper do the work.
 */
final class AfterResponse {

	private const ACTION  = 'orderinvoicer_run';
	private const SECONDS = 20;

	/** Seconds for which a signature holds. */
	private const VALID = 120;

	/** After everything that other code prints or does at shutdown. */
	private const LAST = 9999;

	private bool $asked   = false;
	private bool $running = false;

	public function __construct( private readonly RunAlone $runner ) {}

	public function register(): void {
		add_action( 'wp_ajax_' . self::ACTION, [ $this, 'handle_wp_ajax_orderinvoicer_run' ] );
		add_action( 'wp_ajax_nopriv_' . self::ACTION, [ $this, 'handle_wp_ajax_orderinvoicer_run' ] );
	}

	/** Background requests need none: they are runners, or have one coming. */
	public function start_runner(): void {
		if ( $this->asked || $this->running || wp_doing_cron() || ( defined( 'WP_CLI' ) && WP_CLI === true ) ) {
			return;
		}
		$this->asked = true;
		add_action( 'shutdown', [ $this, 'handle_shutdown' ], self::LAST );
	}

	/** @internal */
	public function handle_shutdown(): void {
		if ( function_exists( 'fastcgi_finish_request' ) ) {
			fastcgi_finish_request();
		} elseif ( function_exists( 'litespeed_finish_request' ) ) {
			litespeed_finish_request();
		} else {
			flush();
		}
		$moment = time();
		wp_remote_post(
			admin_url( 'admin-ajax.php' ),
			[
				'timeout'   => 0.01,
				'blocking'  => false,
				// WordPress's own filter for requests of a site to itself.
				'sslverify' => apply_filters( 'https_local_ssl_verify', false ) === true, // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- core's hook.
				'body'      => [
					'action'    => self::ACTION,
					'moment'    => $moment,
					'signature' => $this->signature( $moment ),
				],
			]
		);
	}

	/**
	 * Repeating a signed request is harmless: it only works through what is due.
	 *
	 * @internal
	 */
	public function handle_wp_ajax_orderinvoicer_run(): void {
		// phpcs:disable WordPress.Security.NonceVerification -- the site's own signature; there is no user to bind a nonce to.
		$moment    = isset( $_POST['moment'] ) && is_numeric( $_POST['moment'] ) ? (int) $_POST['moment'] : 0;
		$signature = isset( $_POST['signature'] ) && is_string( $_POST['signature'] ) ? sanitize_text_field( wp_unslash( $_POST['signature'] ) ) : '';
		// phpcs:enable
		if ( abs( time() - $moment ) > self::VALID || ! hash_equals( $this->signature( $moment ), $signature ) ) {
			wp_die( '', '', [ 'response' => 403 ] );
		}
		ignore_user_abort( true );
		$this->running = true;
		$this->runner->run( self::SECONDS );
		wp_die( '', '', [ 'response' => 200 ] );
	}

	private function signature( int $moment ): string {
		return wp_hash( self::ACTION . '|' . $moment, 'nonce' );
	}
}
