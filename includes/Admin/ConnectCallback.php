<?php
declare( strict_types=1 );

namespace OrderInvoicer\Admin;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Reports\Connection;
use OrderInvoicer\Sellsy\Auth\ConsentFlow;
use OrderInvoicer\Sellsy\Auth\ConsentOutcome;

// Sellsy sends the browser back with a state of ours: random, used once, bound to its user.
// phpcs:disable WordPress.Security.NonceVerification

/** Receives the browser that Sellsy's page sends back. */
final class ConnectCallback {

	public const OUTCOME = 'orderinvoicer_connect';

	private const START = '/connection';

	public function __construct(
		private readonly ConsentFlow $flow,
		private readonly Connection $connection,
	) {}

	public function register(): void {
		add_action( 'admin_post', [ $this, 'handle_admin_post' ] );
		add_action( 'admin_post_nopriv', [ $this, 'handle_admin_post_nopriv' ] );
	}

	/** @internal */
	public function handle_admin_post(): void {
		if ( ! $this->is_for_us() ) {
			return;
		}
		if ( ! current_user_can( AdminPage::CAPABILITY ) ) {
			wp_die(
				esc_html__( 'You may not connect this shop to Sellsy.', 'orderinvoicer' ),
				'',
				[ 'response' => 403 ]
			);
		}
		wp_safe_redirect( $this->answered() );
		exit;
	}

	/**
	 * The session ended meanwhile: after signing in the browser comes back here.
	 *
	 * @internal
	 */
	public function handle_admin_post_nopriv(): void {
		if ( $this->is_for_us() ) {
			auth_redirect();
		}
	}

	/** @return string where the owner began, with the outcome. */
	public function answered(): string {
		$pending = $this->flow->take( get_current_user_id(), $this->sent( 'state' ) );
		if ( $pending === null ) {
			return $this->page( ConsentOutcome::Expired, self::START );
		}
		$outcome = $this->flow->finish( $pending, $this->sent( 'code' ), $this->sent( 'error' ) );
		if ( $outcome === ConsentOutcome::Connected ) {
			$this->connection->test();
		}
		return $this->page( $outcome, $pending->return_to );
	}

	private function page( ConsentOutcome $outcome, string $route ): string {
		return add_query_arg( self::OUTCOME, $outcome->value, AdminPage::url() ) . '#' . $route;
	}

	private function is_for_us(): bool {
		return str_starts_with( $this->sent( 'state' ), ConsentFlow::STATE_PREFIX );
	}

	private function sent( string $name ): string {
		// Compared, or sent to Sellsy as it came: a changed code would be another one. Never printed.
		// phpcs:ignore WordPress.Security.ValidatedSanitizedInput.InputNotSanitized
		$value = wp_unslash( $_GET[ $name ] ?? '' );
		return is_string( $value ) ? $value : '';
	}
}
