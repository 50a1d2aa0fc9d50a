<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Queue;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Work\OneRunner;
use OrderInvoicer\WordPress\Tables\Sql;

/** The other end of the site's request to itself: works through what is due, and reads what Sellsy told of. */
final class RunnerEndpoint {

	private const SECONDS = 20;

	/** @param \Closure(): void $read_events what Sellsy told of a moment ago. */
	public function __construct(
		private readonly OneRunner $runner,
		private readonly AfterResponse $after_response,
		private readonly \Closure $read_events,
		private readonly Sql $sql,
	) {}

	public function register(): void {
		add_action( 'wp_ajax_' . AfterResponse::ACTION, [ $this, 'handle_wp_ajax_orderinvoicer_run' ] );
		add_action( 'wp_ajax_nopriv_' . AfterResponse::ACTION, [ $this, 'handle_wp_ajax_orderinvoicer_run' ] );
	}

	/**
	 * Repeating a signed request is harmless: it only works through what is due.
	 *
	 * @internal
	 */
	public function handle_wp_ajax_orderinvoicer_run(): void {
		// the site's own signature; there is no user to bind a nonce to.
		// phpcs:disable WordPress.Security.NonceVerification
		$moment    = isset( $_POST['moment'] ) && is_numeric( $_POST['moment'] ) ? (int) $_POST['moment'] : 0;
		$signature = isset( $_POST['signature'] ) && is_string( $_POST['signature'] )
			? sanitize_text_field( wp_unslash( $_POST['signature'] ) )
			: '';
		// phpcs:enable
		if ( ! $this->after_response->signed( $moment, $signature ) ) {
			wp_die( '', '', [ 'response' => 403 ] );
		}
		ignore_user_abort( true );
		$this->after_response->do_not_start();
		wp_defer_comment_counting( true ); // As in `Worker`.
		$this->sql->in_one_moment(
			function (): void {
				( $this->read_events )();
				$this->runner->run( self::SECONDS );
			}
		);
		wp_defer_comment_counting( false );
		wp_die( '', '', [ 'response' => 200 ] );
	}
}
