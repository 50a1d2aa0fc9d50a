<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Admin;

// phpcs:disable WordPress.Security.NonceVerification -- The requests are the tests' own.

use OrderInvoicer\Admin\OrderActions;
use OrderInvoicer\Admin\OrderBox;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\WordPress\Queue\SweepSchedule;

/** A connected shop whose owner works in the order box, without JavaScript. */
abstract class OrderBoxTestCase extends IntegrationTestCase {

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
		add_filter( 'wp_redirect', '__return_false' );
	}

	protected function tearDown(): void {
		remove_filter( 'wp_redirect', '__return_false' );
		$_REQUEST = [];
		parent::tearDown();
	}

	final protected function box( \WC_Order $order ): string {
		ob_start();
		( new AdminObjects() )->get( OrderBox::class )->render( wc_get_order( $order->get_id() ) );
		return (string) ob_get_clean();
	}

	/** A button of the box, with what stands in `$_POST` already. */
	final protected function press( \WC_Order $order, string $act ): void {
		$_POST    = [
			'order_id' => (string) $order->get_id(),
			'act'      => $act,
		] + $_POST;
		$_REQUEST = [ '_wpnonce' => wp_create_nonce( 'orderinvoicer_order_' . $order->get_id() ) ];
		( new AdminObjects() )->get( OrderActions::class )->handle_admin_post();
	}

	final protected function passes( int $number = 3 ): void {
		for ( $pass = 0; $pass < $number; $pass++ ) {
			$this->shop->make_all_due();
			do_action( SweepSchedule::HOOK );
		}
	}
}
