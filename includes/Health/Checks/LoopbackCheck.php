<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health\Checks;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\AdminPage;
use OrderInvoicer\WordPress\Queue\Heartbeat;

/** Whether the site could call itself when it last tried; look() tries. */
final class LoopbackCheck implements HealthCheck {

	public function __construct( private readonly Heartbeat $heartbeat ) {}

	public function name(): string {
		return 'loopback';
	}

	public function label(): string {
		return __( 'Calls of the site to itself', 'orderinvoicer' );
	}

	/** A request of the site to itself: seconds where it is blocked. */
	public function look(): Verdict {
		require_once ABSPATH . 'wp-admin/includes/class-wp-site-health.php';
		require_once ABSPATH . 'wp-admin/includes/misc.php';
		$answer = \WP_Site_Health::get_instance()?->can_perform_loopback();
		$this->heartbeat->saw_loopback( ( $answer->status ?? '' ) === 'good' );
		return $this->verdict();
	}

	public function verdict(): Verdict {
		return match ( $this->heartbeat->loopback() ) {
			'works'   => Verdict::good( __( 'Documents are made within seconds', 'orderinvoicer' ) ),
			'blocked' => Verdict::recommended(
				__( 'Documents are made within minutes, not seconds', 'orderinvoicer' ),
				__( 'This site cannot call itself after an order, so documents wait for WP-Cron.', 'orderinvoicer' ),
				__( 'Ask your host to allow requests of the site to itself.', 'orderinvoicer' ),
				AdminPage::PATH . '#/diagnostics'
			),
			default   => Verdict::recommended(
				__( 'It is not known yet whether this site can call itself', 'orderinvoicer' ),
				__(
					'Where it can, documents are made within seconds of an order; otherwise they wait for WP-Cron.',
					'orderinvoicer'
				),
				__( 'The button “Test now” on the overview of Order Invoicer tries it.', 'orderinvoicer' ),
				AdminPage::PATH . '#/diagnostics'
			),
		};
	}
}
