<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

use Automattic\WooCommerce\Utilities\OrderUtil;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\WooCommerce\WooWrittenEmails;
use OrderInvoicer\WordPress\Queue\Wakeups;
use OrderInvoicer\WordPress\Tables\Sql;
use PHPUnit\Framework\Attributes\Group;

/**
 * How an e-mail address stands in the shop's own tables, whatever the case.
 *
 * @assumes search-by-email
 */
#[Group( 'real-woocommerce' )]
final class WrittenEmailsTest extends IntegrationTestCase {

	public function test_orders_and_accounts_tell_how_it_was_written(): void {
		global $wpdb;
		wp_insert_user(
			[
				'user_login' => 'spelled',
				'user_pass'  => 'secret',
				'user_email' => 'Spelled@example.com',
			]
		);
		$typed = [ 'spelled@example.com', 'SPELLED@example.com', 'SPELLED@example.com', 'other@example.com' ];
		array_map( $this->order( ... ), $typed );

		$written = ( new WooWrittenEmails( $wpdb, new Sql( $wpdb ) ) )->like( 'spelled@Example.com' );

		sort( $written );
		$own = [ 'SPELLED@example.com', 'Spelled@example.com', 'spelled@example.com' ];
		self::assertSame( self::has_own_tables() ? $own : [ 'Spelled@example.com' ], $written );
	}

	/** Another program made the client, as the address was typed then. */
	public function test_an_order_finds_the_client_of_an_older_one(): void {
		if ( ! self::has_own_tables() ) {
			self::markTestSkipped( 'Orders that are posts are not looked through.' );
		}
		$shop = new SandboxShop( $this->allow_sandbox() );
		$shop->connect();
		$this->order( 'Client@Example.com' );
		$order  = $shop->order();
		$client = $shop->sandbox->call(
			'POST',
			'/_sandbox/records/individuals',
			[
				'type'       => 'client',
				'first_name' => $order->get_billing_first_name(),
				'last_name'  => $order->get_billing_last_name(),
				'email'      => 'Client@Example.com',
			]
		);
		self::assertSame( 'client@example.com', $order->get_billing_email() );
		$order->payment_complete();
		$shop->work( $order );
		do_action( Wakeups::SWEEP );

		self::assertSame( $client['id'], $shop->only_invoice()['related'][0]['id'] );
		self::assertCount( 1, $shop->sandbox->state()['individuals'] );
	}

	private function order( string $email ): void {
		$order = wc_create_order();
		$order->set_billing_email( $email );
		$order->save();
	}

	private static function has_own_tables(): bool {
		return OrderUtil::custom_orders_table_usage_is_enabled();
	}
}
