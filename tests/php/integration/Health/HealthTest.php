<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Health;

use OrderInvoicer\Health\Diagnostics;
use OrderInvoicer\Tests\Integration\Admin\AdminObjects;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;

final class HealthTest extends IntegrationTestCase {

	private const SECRET = 'a-secret-of-the-shop';

	protected function setUp(): void {
		parent::setUp();
		$this->sign_in_as_admin();
		require_once ABSPATH . 'wp-admin/includes/admin.php';
	}

	private function connect(): void {
		$request = new \WP_REST_Request( 'POST', '/orderinvoicer/v1/connection' );
		$request->set_body_params(
			[
				'client_id'     => 'a-client-of-the-shop',
				'client_secret' => self::SECRET,
			]
		);
		self::assertSame( 200, rest_do_request( $request )->get_status() );
	}

	/** @return array<string, mixed> */
	private function verdict( string $test ): array {
		$tests = apply_filters(
			'site_status_tests',
			[
				'direct' => [],
				'async' => [],
			]
		);
		return ( $tests['direct'][ "orderinvoicer_$test" ]['test'] )();
	}

	/** @param array<string, mixed> $columns */
	private function row( array $columns ): void {
		global $wpdb;
		$old = gmdate( 'Y-m-d H:i:s', time() - 2 * HOUR_IN_SECONDS );
		$wpdb->insert(
			$wpdb->prefix . 'orderinvoicer_sync',
			$columns + [
				'order_id'      => 1,
				'effect'        => 'create_invoice',
				'due_at'        => $old,
				'created_at'    => $old,
				'updated_at'    => $old,
				'error_message' => '',
			]
		);
	}

	public function test_a_shop_without_connection_is_told_so(): void {
		delete_option( 'orderinvoicer_secret_credentials' );

		self::assertSame( 'recommended', $this->verdict( 'connection' )['status'] );
	}

	public function test_secrets_that_cannot_be_read_are_critical(): void {
		$this->connect();
		$stored = (string) get_option( 'orderinvoicer_secret_credentials' );
		update_option( 'orderinvoicer_secret_credentials', substr( $stored, 0, -8 ) . 'AAAAAAAA' );

		self::assertSame( 'critical', $this->verdict( 'connection' )['status'] );
	}

	public function test_an_order_that_waits_too_long_is_critical(): void {
		self::assertSame( 'good', $this->verdict( 'queue' )['status'] );

		$this->row( [ 'state' => 'queued' ] );

		self::assertSame( 'critical', $this->verdict( 'queue' )['status'] );
	}

	public function test_attention_is_recommended_with_a_link(): void {
		$this->row( [ 'state' => 'attention' ] );

		self::assertSame( 'recommended', $this->verdict( 'queue' )['status'] );
		self::assertStringContainsString( 'page=orderinvoicer', $this->verdict( 'queue' )['actions'] );
	}

	public function test_diagnostics_hold_no_secret_and_no_client(): void {
		$this->connect();
		( new AdminObjects() )->get( Diagnostics::class )->register();
		ob_start();
		do_action( 'woocommerce_system_status_report' );
		$report = (string) ob_get_clean();
		$info   = (string) wp_json_encode( apply_filters( 'debug_information', [] )['orderinvoicer'] );

		self::assertStringContainsString( 'Order Invoicer', $report );
		self::assertStringContainsString( ORDERINVOICER_VERSION, $info );
		foreach ( [ self::SECRET, 'a-client-of-the-shop' ] as $private ) {
			self::assertStringNotContainsString( $private, $report . $info );
		}
	}
}
