<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Admin;

// phpcs:disable WordPress.Security.NonceVerification -- The requests are the tests' own.

use OrderInvoicer\Admin\OrderBox;
use OrderInvoicer\Admin\OrderSheet\SameClientPart;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\WordPress\Queue\SweepSchedule;

/** The owner's own client has the e-mail address of an order that got a customer of its own. */
final class SameClientTest extends IntegrationTestCase {

	private SandboxShop $shop;

	protected function setUp(): void {
		parent::setUp();
		require_once ABSPATH . 'wp-admin/includes/admin.php';
		if ( ! $this->is_standin() ) {
			require_once WC_ABSPATH . 'includes/admin/wc-admin-functions.php';
		}
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		$this->shop->connect();
		$this->shop->change_settings( [ 'invoice' => [ 'finalise' => 'manual' ] ] );
		$this->sign_in_as_admin();
		add_filter( 'wp_redirect', '__return_false' );
	}

	protected function tearDown(): void {
		remove_filter( 'wp_redirect', '__return_false' );
		$_POST    = [];
		$_GET     = [];
		$_REQUEST = [];
		parent::tearDown();
	}

	public function test_a_person_says_so_and_the_draft_is_given_to_that_client(): void {
		$order  = $this->shop->order();
		$client = $this->shop->sandbox->call(
			'POST',
			'/_sandbox/records/individuals',
			[
				'type'      => 'client',
				'last_name' => 'Quite-Different',
				'email'     => $order->get_billing_email(),
			]
		);
		$order->payment_complete();
		$this->shop->work( $order );
		do_action( SweepSchedule::HOOK );
		self::assertNotSame( $client['id'], $this->billed() );
		self::assertStringContainsString( 'Use a client you had already', $this->box( $order ) );

		$_GET['orderinvoicer_clients'] = wp_create_nonce( 'orderinvoicer_clients_' . $order->get_id() );
		$box                           = $this->box( $order );
		self::assertStringContainsString( "value=\"individual:{$client['id']}\"", $box );
		self::assertStringContainsString( 'The draft invoice of this order is given', $box );

		$_POST    = [
			'order_id' => (string) $order->get_id(),
			'same'     => '1',
			'client'   => "individual:{$client['id']}",
			'_wpnonce' => wp_create_nonce( SameClientPart::ACTION . '_' . $order->get_id() ),
		];
		$_REQUEST = $_POST;
		( new AdminObjects() )->get( SameClientPart::class )->handle_admin_post();
		do_action( SweepSchedule::HOOK );

		self::assertSame( $client['id'], $this->billed() );
		self::assertStringNotContainsString( 'Use a client you had already', $this->box( $order ) );
	}

	private function billed(): int {
		return (int) $this->shop->only_invoice()['related'][0]['id'];
	}

	private function box( \WC_Order $order ): string {
		ob_start();
		( new AdminObjects() )->get( OrderBox::class )->render( wc_get_order( $order->get_id() ) );
		return (string) ob_get_clean();
	}
}
