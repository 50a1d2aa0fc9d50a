<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Admin;

use OrderInvoicer\Admin\OrderBox;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\WordPress\Queue\Wakeups;

/** A connected shop whose owner works in the order box. */
abstract class OrderBoxTestCase extends IntegrationTestCase {

	use DrawnBox;

	protected SandboxShop $shop;

	protected function setUp(): void {
		parent::setUp();
		require_once ABSPATH . 'wp-admin/includes/admin.php';
		if ( ! $this->is_standin() ) {
			require_once WC_ABSPATH . 'includes/admin/wc-admin-functions.php';
		}
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		$this->shop->connect();
		$this->sign_in_as_admin();
	}

	final protected function box( \WC_Order $order ): string {
		ob_start();
		( new AdminObjects() )->get( OrderBox::class )->render( wc_get_order( $order->get_id() ) );
		return self::drawn( (string) ob_get_clean() );
	}

	/** A button of the box: what it asks is answered. */
	final protected function press( \WC_Order $order, string $button, string $reason = '' ): \WP_REST_Response {
		return self::press_at( $order->get_id(), $button, $reason );
	}

	final protected function passes( int $number = 3 ): void {
		for ( $pass = 0; $pass < $number; $pass++ ) {
			$this->shop->make_all_due();
			do_action( Wakeups::SWEEP );
		}
	}
}
