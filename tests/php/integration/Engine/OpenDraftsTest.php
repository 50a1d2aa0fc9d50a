<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\WordPress\Queue\Wakeups;

/** What people do with our drafts in Sellsy is noticed by its list of drafts: one call for all that did not change. */
final class OpenDraftsTest extends IntegrationTestCase {

	/** More than are read without the list. */
	private const DRAFTS = 13;

	private SandboxShop $shop;

	protected function setUp(): void {
		parent::setUp();
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		$this->shop->connect();
		$this->shop->change_settings(
			[
				'invoice' => [
					'finalise' => 'manual',
					'email'    => false,
				] + $this->shop->like_invoice( 'confirmed' ),
			]
		);
	}

	public function test_each_change_is_noticed_and_the_others_cost_one_call(): void {
		$orders = $this->drafted();
		do_action( Wakeups::SWEEP ); // The look at all other documents has been, too.
		$ids    = array_map( fn ( \WC_Order $order ): int => $this->shop->row( $order )->remote_id, $orders );
		self::assertSame( [ 'POST /invoices/search' ], $this->calls_of_a_look() );

		$this->shop->sandbox->call( 'POST', "/_sandbox/invoices/$ids[1]/validate" );
		$this->shop->sandbox->call( 'POST', "/_sandbox/invoices/$ids[2]/delete" );
		$rows = [
			[
				'type'        => 'single',
				'unit_amount' => '100.00',
				'quantity'    => '1',
				'description' => 'By hand',
			],
		];
		$this->shop->sandbox->call( 'POST', "/_sandbox/invoices/$ids[3]/edit", [ 'rows' => $rows ] );
		$expected = [ 'POST /invoices/search', ...array_fill( 0, 3, 'GET /invoices/{id}' ) ];
		self::assertSame( $expected, $this->calls_of_a_look() );
		self::assertNotSame( '', $this->shop->row( $orders[1] )->remote_number );
		self::assertSame( ProblemCode::DocumentGone, $this->shop->row( $orders[2] )->problem?->code );
		self::assertSame( '10000', $this->reported( $ids[3] ) );
		self::assertSame( '', $this->shop->row( $orders[4] )->remote_number );

		self::assertSame( [ 'POST /invoices/search' ], $this->calls_of_a_look(), 'What was changed is known now.' );
	}

	/** @return list<\WC_Order> */
	private function drafted(): array {
		$orders = [];
		for ( $made = 0; $made < self::DRAFTS; $made++ ) {
			$order = $this->shop->order();
			$order->set_status( 'processing' );
			$order->save();
			$this->shop->work( $order );
			$orders[] = $order;
		}
		return $orders;
	}

	/** @return list<string> about invoices, an hour after the look before. */
	private function calls_of_a_look(): array {
		global $wpdb;
		$wpdb->query( "UPDATE {$wpdb->prefix}orderinvoicer_sync SET checked_at = checked_at - INTERVAL 1 HOUR" );
		$wpdb->query( "DELETE FROM {$wpdb->options} WHERE option_name LIKE 'orderinvoicer\\_draft\\_look\\_%'" );
		$this->shop->sandbox->call( 'DELETE', '/_sandbox/calls' );
		do_action( Wakeups::SWEEP );
		$calls = array_column( $this->shop->sandbox->state()['calls'], 'operation' );
		$is_about_invoices = static fn ( string $call ): bool => str_contains( $call, '/invoices' );
		return array_values( array_filter( $calls, $is_about_invoices ) );
	}

	/** HT. */
	private function reported( int $id ): string {
		global $wpdb;
		$table = $wpdb->prefix . 'orderinvoicer_amounts';
		return (string) $wpdb->get_var( $wpdb->prepare( 'SELECT excl_tax FROM %i WHERE remote_id = %d', $table, $id ) );
	}
}
