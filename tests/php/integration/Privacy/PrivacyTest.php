<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Privacy;

use OrderInvoicer\Tests\Integration\IntegrationTestCase;

final class PrivacyTest extends IntegrationTestCase {

	private const EMAIL = 'shopper@example.com';

	private function invoiced_order(): \WC_Order {
		global $wpdb;
		$order = wc_create_order();
		$order->set_billing_email( self::EMAIL );
		$order->save();
		$now = gmdate( 'Y-m-d H:i:s' );
		$wpdb->insert(
			$wpdb->prefix . 'orderinvoicer_sync',
			[
				'order_id'      => $order->get_id(),
				'effect'        => 'create_invoice',
				'state'         => 'done',
				'remote_type'   => 'invoice',
				'remote_id'     => 77,
				'remote_number' => 'F-1',
				'due_at'        => $now,
				'created_at'    => $now,
				'updated_at'    => $now,
				'error_message' => '',
			]
		);
		return $order;
	}

	/** @return array<string, mixed> */
	private function ask( string $filter, string $email ): array {
		return ( apply_filters( $filter, [] )['orderinvoicer']['callback'] )( $email, 1 );
	}

	public function test_the_export_names_the_invoices_of_this_person_only(): void {
		$order = $this->invoiced_order();

		$export = $this->ask( 'wp_privacy_personal_data_exporters', self::EMAIL );

		self::assertTrue( $export['done'] );
		self::assertCount( 1, $export['data'] );
		self::assertSame( [ (string) $order->get_order_number(), 'F-1' ], array_slice( array_column( $export['data'][0]['data'], 'value' ), 0, 2 ) );
		self::assertSame( [], $this->ask( 'wp_privacy_personal_data_exporters', 'somebody@example.com' )['data'] );
	}

	public function test_erasing_says_that_the_invoice_stays(): void {
		$order = $this->invoiced_order();

		$erased = $this->ask( 'wp_privacy_personal_data_erasers', self::EMAIL );

		self::assertTrue( $erased['items_retained'] );
		self::assertStringContainsString( (string) $order->get_order_number(), $erased['messages'][0] );
	}
}
