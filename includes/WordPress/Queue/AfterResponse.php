<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Queue;

defined( 'ABSPATH' ) || exit;

/**
 * Starts a runner once the shopper has the response: Action Scheduler starts its own only from admin requests, so that
 * an order would wait for WP-Cron's minute. One request of the site to itself, which nobody waits for; where the host
 * blocks it, WP-Cron and the sweeper do the work.
 */
final class AfterResponse {

	public const ACTION = Wakeups::RUN;

	/** Seconds for which a signature holds. */
	private const VALID = 120;

	private bool $is_runner = false;

	/** @param string $sapi by which PHP runs. */
	public function __construct( private readonly string $sapi = PHP_SAPI ) {}

	/** Somebody waits for this request's answer: neither a program at the command line nor work in the background. */
	public function is_awaited(): bool {
		return $this->sapi !== 'cli'
			&& ! $this->is_runner
			&& ! wp_doing_cron()
			&& ! doing_action( 'action_scheduler_run_queue' );
	}

	/** Sends the shopper what there is; where the server cannot, the connection ends with the script. */
	public function finish_response(): void {
		if ( function_exists( 'fastcgi_finish_request' ) ) {
			fastcgi_finish_request();
		} elseif ( function_exists( 'litespeed_finish_request' ) ) {
			litespeed_finish_request();
		} else {
			flush();
		}
	}

	/** Background requests need none: they are runners, or have one coming. */
	public function start_runner(): void {
		if ( $this->is_runner || wp_doing_cron() || ( defined( 'WP_CLI' ) && WP_CLI === true ) ) {
			return;
		}
		$moment = time();
		wp_remote_post(
			admin_url( 'admin-ajax.php' ),
			[
				'timeout'   => 0.01,
				'blocking'  => false,
				// WordPress's own filter for requests of a site to itself.
				// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- core's hook.
				'sslverify' => apply_filters( 'https_local_ssl_verify', false ) === true,
				'body'      => [
					'action'    => self::ACTION,
					'moment'    => $moment,
					'signature' => $this->signature( $moment ),
				],
			]
		);
	}

	/** This request is a runner itself. */
	public function do_not_start(): void {
		$this->is_runner = true;
	}

	public function signed( int $moment, string $signature ): bool {
		return abs( time() - $moment ) <= self::VALID && hash_equals( $this->signature( $moment ), $signature );
	}

	private function signature( int $moment ): string {
		return wp_hash( self::ACTION . '|' . $moment, 'nonce' );
	}
}
