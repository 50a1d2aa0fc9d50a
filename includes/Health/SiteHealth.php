<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health;

use OrderInvoicer\Admin\AdminPage;
use OrderInvoicer\Application\Ports\Clock;
use OrderInvoicer\Rest\StatusView;

defined( 'ABSPATH' ) || exit;

/** Tests on Tools › Site Health. Those that need a request run when the page asks for them. */
final class SiteHealth {

	/** A row that waits longer than this, without a pause, shows that nothing works in the background. */
	private const LATE = '-1 hour';

	public function __construct(
		private readonly ConnectionHealth $connection,
		private readonly StatusView $status,
		private readonly Heartbeat $heartbeat,
		private readonly Clock $clock,
	) {}

	public function register(): void {
		add_filter( 'site_status_tests', [ $this, 'handle_site_status_tests' ] );
		add_action( 'wp_ajax_health-check-orderinvoicer-loopback', [ $this, 'handle_loopback' ] );
	}

	/**
	 * @internal
	 * @param array<string, array<string, mixed>> $tests
	 * @return array<string, array<string, mixed>>
	 */
	public function handle_site_status_tests( array $tests ): array {
		$tests['direct']['orderinvoicer_connection'] = [
			'label' => __( 'Order Invoicer: connection to Sellsy', 'orderinvoicer' ),
			'test'  => $this->connection->result( ... ),
		];
		$tests['direct']['orderinvoicer_queue']      = [
			'label' => __( 'Order Invoicer: waiting orders', 'orderinvoicer' ),
			'test'  => $this->queue( ... ),
		];
		$tests['async']['orderinvoicer_loopback']    = [
			'label'             => __( 'Order Invoicer: work in the background', 'orderinvoicer' ),
			'test'              => 'orderinvoicer_loopback',
			'has_rest'          => false,
			'async_direct_test' => $this->loopback( ... ),
		];
		return $tests;
	}

	/** @internal */
	public function handle_loopback(): void {
		check_ajax_referer( 'health-check-site-status' );
		if ( ! current_user_can( 'view_site_health_checks' ) ) {
			wp_send_json_error();
		}
		wp_send_json_success( $this->loopback() );
	}

	/** @return array<string, mixed> */
	private function queue(): array {
		$status    = $this->status->current();
		$attention = $status['counts']['attention'];
		$is_late   = $status['pause'] === null && $status['oldest_due_at'] !== null && new \DateTimeImmutable( $status['oldest_due_at'] ) < $this->clock->now()->modify( self::LATE );
		if ( $is_late ) {
			return ( new HealthResult( 'orderinvoicer_queue' ) )->critical( __( 'Orders have waited for their invoice for more than an hour', 'orderinvoicer' ), __( 'Nothing works through them. Check that WP-Cron or a system cron job runs on this site (WooCommerce, Status, Scheduled Actions).', 'orderinvoicer' ) );
		}
		if ( $attention > 0 ) {
			/* translators: %d: number of orders. */
			$label = sprintf( _n( '%d document needs your attention', '%d documents need your attention', $attention, 'orderinvoicer' ), $attention );
			return ( new HealthResult( 'orderinvoicer_queue' ) )->recommended( $label, __( 'The list of recent syncs says for each one what happened and what to do.', 'orderinvoicer' ), AdminPage::url() );
		}
		return ( new HealthResult( 'orderinvoicer_queue' ) )->good( __( 'No order waits for its invoice longer than it should', 'orderinvoicer' ) );
	}

	/** @return array<string, mixed> */
	private function loopback(): array {
		$answer = \WP_Site_Health::get_instance()?->can_perform_loopback();
		$works  = ( $answer->status ?? '' ) === 'good';
		$this->heartbeat->saw_loopback( $works );
		return $works
			? ( new HealthResult( 'orderinvoicer_loopback' ) )->good( __( 'Invoices are made within seconds', 'orderinvoicer' ) )
			: ( new HealthResult( 'orderinvoicer_loopback' ) )->recommended( __( 'Invoices are made within minutes, not seconds', 'orderinvoicer' ), __( 'This site cannot call itself after an order, so invoices wait for WP-Cron. Ask your host to allow requests of the site to itself.', 'orderinvoicer' ) );
	}
}
