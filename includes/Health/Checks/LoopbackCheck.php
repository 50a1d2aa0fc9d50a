<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health\Checks;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\AdminPage;
use OrderInvoicer\WordPress\Queue\Heartbeat;
use OrderInvoicer\WordPress\System\OwnRoute;

/** Whether the site could call itself when it last tried; look() tries. */
final class LoopbackCheck implements HealthCheck {

	public function __construct(
		private readonly Heartbeat $heartbeat,
		private readonly OwnRoute $route,
	) {}

	public function name(): string {
		return 'loopback';
	}

	public function label(): string {
		return __( 'Calls of the site to itself', 'orderinvoicer' );
	}

	/** Two requests of the site to itself: seconds where they are blocked. */
	public function look(): Verdict {
		require_once ABSPATH . 'wp-admin/includes/class-wp-site-health.php';
		require_once ABSPATH . 'wp-admin/includes/misc.php';
		$answer = \WP_Site_Health::get_instance()?->can_perform_loopback();
		$this->heartbeat->saw_loopback( ( $answer->status ?? '' ) === 'good' );
		$this->route->look();
		return $this->verdict();
	}

	public function verdict(): Verdict {
		return match ( $this->heartbeat->loopback() ) {
			'works'   => Verdict::good(
				__( 'This site can call itself, so documents are begun within seconds', 'orderinvoicer' )
			),
			'blocked' => Verdict::recommended(
				__( 'Documents are made within minutes, not seconds', 'orderinvoicer' ),
				__(
					'Your host does not let this site call itself, so nothing begins the moment an order is placed.',
					'orderinvoicer'
				),
				__( 'Ask your host to allow requests of the site to itself (loopback requests).', 'orderinvoicer' ),
				AdminPage::PATH . '#/diagnostics'
			),
			default   => Verdict::unknown(
				__( 'Not tested yet: whether documents are made within seconds', 'orderinvoicer' ),
				__( 'Where this site cannot call itself, they are made within minutes.', 'orderinvoicer' ),
				__( 'The button “Test now” in the diagnostics of Order Invoicer tries it.', 'orderinvoicer' ),
				AdminPage::PATH . '#/diagnostics'
			),
		};
	}
}
