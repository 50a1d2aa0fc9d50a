<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Rest;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;

/** Who is remembered as which customer of Sellsy: what real orders leave behind, found and forgotten. */
final class CustomerLinksControllerTest extends RestTestCase {

	private SandboxShop $shop;

	protected function setUp(): void {
		parent::setUp();
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		$this->shop->connect();
		$this->sign_in_as_admin();
	}

	/** An order that was worked through, so that its customer is remembered. */
	private function invoiced(): \WC_Order {
		$order = $this->shop->order();
		$order->update_status( 'processing' );
		$this->shop->work( $order );
		return $order;
	}

	/** @return list<array<string, mixed>> */
	private function links( string $search = '' ): array {
		return array_values(
			$this->valid( $this->call( 'POST', '/customer-links/search', [ 'search' => $search ] ), 'customer-links' )
		);
	}

	public function test_a_guest_is_listed_by_the_name_on_the_order(): void {
		$order = $this->invoiced();

		$response = $this->call( 'POST', '/customer-links/search', [] );
		$links    = $this->valid( $response, 'customer-links' );

		self::assertSame(
			[ '1', '1' ],
			[ $response->get_headers()['X-WP-Total'], $response->get_headers()['X-WP-TotalPages'] ]
		);
		self::assertSame(
			[ 'Client Test', true, 'individual', 'customer_created' ],
			[ $links[0]['name'], $links[0]['is_guest'], $links[0]['type'], $links[0]['origin'] ]
		);
		self::assertSame( $order->get_id(), $links[0]['order']['id'] );
		self::assertStringEndsWith( "/?_f=third&thirdid={$links[0]['sellsy_id']}&thirdtype=client", $links[0]['url'] );
		self::assertStringNotContainsString( 'client@example.com', (string) wp_json_encode( $links ) );
	}

	public function test_they_are_found_by_name_address_order_and_number(): void {
		$order = $this->invoiced();
		$id    = $this->links()[0]['sellsy_id'];

		foreach ( [
			'client@example.com',
			' CLIENT@example.com',
			'Client Test',
			(string) $order->get_id(),
			"#{$order->get_id()}",
			(string) $id,
		] as $search ) {
			self::assertCount( 1, $this->links( $search ), $search );
		}
		foreach ( [ 'nobody@example.com', 'Somebody', '999999' ] as $search ) {
			self::assertSame( [], $this->links( $search ), $search );
		}
		self::assertSame( 400, $this->call( 'POST', '/customer-links/search', [ 'per_page' => 1000 ] )->get_status() );
	}

	public function test_a_search_never_stands_in_an_address(): void {
		self::assertSame( 404, $this->call( 'GET', '/customer-links?search=client@example.com' )->get_status() );
	}

	public function test_a_customer_that_stood_there_is_said_to_be_found(): void {
		$this->shop->sandbox->call(
			'POST',
			'/_sandbox/records/individuals',
			[
				'type'       => 'client',
				'first_name' => 'Client',
				'last_name'  => 'Test',
				'email'      => 'client@example.com',
			]
		);
		$this->invoiced();

		self::assertSame( 'customer_by_email', $this->links()[0]['origin'] );
	}

	public function test_what_is_forgotten_is_matched_afresh_and_the_document_stays(): void {
		$order = $this->invoiced();
		$link  = $this->links()[0];

		self::assertTrue(
			$this->valid( $this->call( 'DELETE', "/customer-links/{$link['id']}" ), 'forgotten' )['forgotten']
		);

		self::assertSame( [], $this->links() );
		self::assertNotNull( $this->shop->find( $order, Effect::CreateInvoice )?->remote_id );
		$this->assert_refused(
			404,
			'orderinvoicer_not_found',
			$this->call( 'DELETE', "/customer-links/{$link['id']}" )
		);
		$this->invoiced();
		self::assertSame(
			[ $link['sellsy_id'], 'customer_by_reference' ],
			[ $this->links()[0]['sellsy_id'], $this->links()[0]['origin'] ]
		);
	}

	public function test_another_accounts_links_are_not_shown(): void {
		$this->invoiced();
		$GLOBALS['wpdb']->query( "UPDATE {$GLOBALS['wpdb']->prefix}orderinvoicer_links SET account = 'another'" );

		self::assertSame( [], $this->links() );
	}

	public function test_orders_that_wait_for_a_choice_are_counted(): void {
		global $wpdb;
		$order = $this->invoiced();
		$wpdb->query(
			$wpdb->prepare(
				"UPDATE {$wpdb->prefix}orderinvoicer_sync SET state = 'attention',"
					. " error_code = 'several_customers' WHERE order_id = %d",
				$order->get_id()
			)
		);

		self::assertSame(
			[
				'several'    => 1,
				'other_kind' => 0,
			],
			$this->valid( $this->call( 'GET', '/customer-choices' ), 'customer-choices' )
		);
	}
}
