<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Rest;

final class PermissionsTest extends RestTestCase {

	/** @return array<string, array{string, string}> */
	public static function owner_routes(): array {
		$routes = [];
		foreach ( [
			'GET /settings',
			'POST /settings',
			'GET /connection',
			'POST /connection',
			'DELETE /connection',
			'POST /connection/authorise',
			'POST /connection/test',
			'GET /sellsy',
			'GET /shop',
			'GET /tax-proposals',
			'GET /payment-methods',
			'GET /shipped-signs',
			'GET /rule-choices',
			'GET /webhook',
			'POST /webhook',
			'GET /tasks',
			'GET /history',
			'GET /history/about',
			'GET /history/order?number=1',
			'GET /todo',
			'POST /tasks/retry',
			'GET /status',
			'GET /diagnostics',
			'GET /overview',
			'GET /figures',
			'GET /figures/file?table=rates',
			'POST /site',
			'POST /clash/settle',
			'POST /loopback',
			'GET /owner-emails',
			'GET /customer-emails',
			'POST /owner-emails/test',
			'GET /email-preview?id=customer_note',
			'POST /email-preview/test',
			'GET /dry-run',
			'POST /dry-run',
			'GET /backfill',
			'POST /backfill',
			'POST /backfill/count',
			'POST /backfill/pause',
			'POST /backfill/resume',
			'POST /backfill/cancel',
			'GET /order-usage',
			'POST /tax-doctor',
			'POST /sellsy/taxes',
			'POST /customer-links/search',
			'GET /customer-choices',
			'DELETE /customer-links/1',
			'GET /products',
			'POST /products/check',
			'DELETE /products/1/link',
			'GET /stock',
			'POST /stock',
			'GET /stock/warehouses',
		] as $route ) {
			[ $method, $path ] = explode( ' ', $route );
			$routes[ $route ]  = [ $method, $path ];
		}
		return $routes;
	}

	/** A body that would pass, so that only the permission can refuse. */
	private function body( string $method, string $path ): ?array {
		return $method !== 'POST' ? null : match ( $path ) {
			'/connection' => [
				'client_id'     => 'x',
				'client_secret' => 'y',
			],
			'/connection/authorise' => [ 'return' => '/connection' ],
			'/site'       => [ 'decision' => 'moved' ],
			'/dry-run'    => [ 'settings' => [ 'shop_code' => 'SHOP' ] ],
			'/tax-doctor' => [
				'tax_rates'       => [],
				'exempt_taxes'    => [],
				'rounding_tax_id' => null,
			],
			'/sellsy/taxes' => [
				'label'   => 'TVA',
				'percent' => '20',
				'reason'  => 'none',
			],
			'/products/check' => [ 'ids' => [] ],
			'/stock' => [ 'act' => 'stop' ],
			'/owner-emails/test' => [ 'id' => 'orderinvoicer_digest' ],
			'/email-preview/test' => [ 'id' => 'customer_note' ],
			'/backfill', '/backfill/count' => [
				'from'     => '2025-01-01',
				'to'       => '2025-12-31',
				'statuses' => [ 'completed' ],
				'kinds'    => [ 'invoice' ],
			] + ( $path === '/backfill' ? [ 'drafts' => true ] : [ 'cursor' => '' ] ),
			default       => [],
		};
	}

	/** @dataProvider owner_routes */
	public function test_nobody_may_not( string $method, string $path ): void {
		$this->assert_refused(
			401,
			'orderinvoicer_forbidden',
			$this->call( $method, $path, $this->body( $method, $path ) )
		);
	}

	/** @dataProvider owner_routes */
	public function test_a_customer_may_not( string $method, string $path ): void {
		$this->sign_in( 'customer' );

		$this->assert_refused(
			403,
			'orderinvoicer_forbidden',
			$this->call( $method, $path, $this->body( $method, $path ) )
		);
	}

	public function test_acts_on_an_order_need_the_right_to_edit_it(): void {
		$order = wc_create_order();
		$path  = "/orders/{$order->get_id()}/sync";

		$this->assert_refused( 401, 'orderinvoicer_forbidden', $this->call( 'POST', $path ) );
		$this->sign_in( 'customer' );
		$this->assert_refused( 403, 'orderinvoicer_forbidden', $this->call( 'POST', $path ) );
	}

	public function test_a_shop_manager_may_act_on_an_order(): void {
		$order = wc_create_order();
		$this->sign_in( 'shop_manager' );

		$this->valid( $this->call( 'POST', "/orders/{$order->get_id()}/sync" ), 'task' );
	}

	public function test_what_does_not_exist_is_not_found(): void {
		$this->sign_in_as_admin();

		foreach ( [
			'/orders/999999/sync',
			'/tasks/999999/retry',
			'/tasks/999999/sent',
			'/tasks/999999/accept-company',
			'/tasks/999999/done-by-hand',
			'/tasks/999999/keep',
			'/tasks/999999/leave-out',
		] as $path ) {
			$this->assert_refused( 404, 'orderinvoicer_not_found', $this->call( 'POST', $path ) );
		}
		foreach ( [ 'accept-rounding', 'move-payment' ] as $act ) {
			$answer = $this->call( 'POST', "/tasks/999999/$act", [ 'amount' => '1.00' ] );
			$this->assert_refused( 404, 'orderinvoicer_not_found', $answer );
		}
		$refusal = $this->call( 'POST', '/tasks/999999/refuse-company', [ 'reason' => 'No.' ] );
		$this->assert_refused( 404, 'orderinvoicer_not_found', $refusal );
		$this->assert_refused( 404, 'orderinvoicer_not_found', $this->call( 'GET', '/tasks/999999/customer' ) );
	}

	public function test_every_route_describes_its_answer(): void {
		self::assertSame( 200, $this->call( 'GET', '' )->get_status(), 'Who asks for the list has them made.' );
		$routes = array_filter(
			rest_get_server()->get_routes( 'orderinvoicer/v1' ),
			static fn ( string $route ): bool => $route !== '/orderinvoicer/v1',
			ARRAY_FILTER_USE_KEY
		);
		self::assertGreaterThan( 10, count( $routes ) );

		foreach ( array_keys( $routes ) as $route ) {
			$options = rest_get_server()->get_route_options( $route );
			self::assertIsCallable( $options['schema'] ?? null, $route );
		}
	}
}
