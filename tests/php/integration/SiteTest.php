<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration;

final class SiteTest extends IntegrationTestCase {

	public function test_plugin_and_woocommerce_are_active(): void {
		$active = get_option( 'active_plugins' );

		self::assertContains( 'orderinvoicer/orderinvoicer.php', $active );
		self::assertContains( 'woocommerce/woocommerce.php', $active );
		self::assertTrue( version_compare( WC_VERSION, '10.2', '>=' ) );
	}

	public function test_the_plugins_tables_exist(): void {
		global $wpdb;
		foreach ( [ 'sync', 'links', 'attempts', 'amounts' ] as $name ) {
			$table = $wpdb->prefix . 'orderinvoicer_' . $name;
			self::assertSame(
				$table,
				$wpdb->get_var( $wpdb->prepare( 'SHOW TABLES LIKE %s', $wpdb->esc_like( $table ) ) )
			);
		}
	}

	public function test_requests_are_blocked_unless_allowed(): void {
		$answer = wp_remote_get( 'http://127.0.0.1:1/anything' );

		self::assertWPErrorCode( 'http_request_not_executed', $answer );
		self::assertTrue( HttpGuard::requests()[0]['blocked'] );
	}

	public function test_an_order_is_undone_after_the_test(): void {
		$order = wc_create_order();
		self::assertGreaterThan( 0, $order->get_id() );
		update_option( 'orderinvoicer_test_order', $order->get_id() );

		$this->tearDown();
		$this->setUp();

		self::assertFalse( get_option( 'orderinvoicer_test_order' ) );
		self::assertFalse( wc_get_order( $order->get_id() ) );
	}

	private static function assertWPErrorCode( string $code, mixed $answer ): void {
		self::assertInstanceOf( \WP_Error::class, $answer );
		self::assertSame( $code, $answer->get_error_code() );
	}
}
