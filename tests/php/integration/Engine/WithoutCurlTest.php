<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Tests\Integration\CommittedTestCase;
use PHPUnit\Framework\Attributes\Group;

/** A server without cURL: WordPress asks over PHP's own streams. */
#[Group( 'real-woocommerce' )]
final class WithoutCurlTest extends CommittedTestCase {

	public function test_a_company_gets_its_invoice_at_the_first_try(): void {
		$shop = new SandboxShop( $this->allow_sandbox() );
		$shop->connect();
		$order = $shop->order();
		$order->set_billing_company( 'Acme SARL' );
		$order->update_meta_data( '_billing_siret', '73282932000074' );
		$order->set_shipping_address_1( '2 rue du Port' );
		$order->set_shipping_city( 'Lyon' );
		$order->set_shipping_postcode( '69001' );
		$order->set_shipping_country( 'FR' );
		$order->save();
		$order->payment_complete( 'tx-1' );
		$without = 'disable_functions=curl_init,curl_exec';
		$row     = $shop->row( $order )->id;
		$runner  = [ PHP_BINARY, '-d', $without, __DIR__ . '/mortal-runner.php', $row, 'answer', 0 ];
		$answers = (int) shell_exec( implode( ' ', array_map( 'escapeshellarg', array_map( 'strval', $runner ) ) ) );
		global $wpdb;
		wp_cache_flush();
		self::assertSame(
			[],
			$wpdb->get_results(
				"SELECT outcome, error_code, error_message, steps FROM {$wpdb->prefix}orderinvoicer_attempts"
					. " WHERE outcome <> 'done'",
				ARRAY_A
			)
		);
		self::assertGreaterThan( 5, $answers );
		self::assertGreaterThan( 0, $shop->row( $order )->remote_id );
	}
}
