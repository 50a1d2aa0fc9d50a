<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Rest;

/** REST called a task a sync: the old name answers as the new one does, and says that it is deprecated. */
final class FormerNameTest extends RestTestCase {

	private const OLD_ROUTES = [
		'GET /syncs',
		'POST /syncs/retry',
		'POST /syncs/{id}/sent',
		'POST /syncs/{id}/retry',
		'POST /syncs/{id}/leave-out',
		'POST /syncs/{id}/done-by-hand',
		'POST /syncs/{id}/keep',
		'POST /syncs/{id}/finalise',
		'GET /syncs/{id}/customer',
		'POST /syncs/{id}/customer',
		'POST /syncs/{id}/customer/none',
	];

	/** By its route, a row that it is offered for; `keep` would need an invoice at Sellsy. */
	private const ROWS = [
		'POST /syncs/{id}/sent'          => [
			'effect'        => 'send_document',
			'part'          => 'invoice',
			'error_code'    => 'send_unknown',
			'error_message' => '{"kind":"invoice"}',
		],
		'POST /syncs/{id}/leave-out'     => [
			'error_code'  => 'document_gone',
			'remote_type' => 'invoice',
			'remote_id'   => 77,
		],
		'POST /syncs/{id}/finalise'      => [
			'state'       => 'done',
			'remote_type' => 'invoice',
			'remote_id'   => 77,
		],
		'POST /syncs/{id}/customer'      => self::ASKS,
		'POST /syncs/{id}/customer/none' => self::ASKS,
	];

	private const ASKS = [
		'error_code'    => 'several_customers',
		'error_message' => '{"candidates":"[{\\"type\\":\\"company\\",\\"id\\":7}]"}',
	];

	private const CUSTOMER = [
		'type' => 'company',
		'id'   => 7,
	];

	private int $newest = 0;

	public function test_every_route_that_had_the_former_name_has_it_and_no_other_gets_it(): void {
		$old = $this->routes( '/syncs' );

		self::assertEqualsCanonicalizing( self::OLD_ROUTES, $old );
		self::assertSame( [], array_diff( str_replace( '/syncs', '/tasks', $old ), $this->routes( '/tasks' ) ) );
	}

	/** @return array<string, array{string}> */
	public static function old_routes(): array {
		$routes = array_map( static fn ( string $route ): array => [ $route ], self::OLD_ROUTES );
		return array_combine( self::OLD_ROUTES, $routes );
	}

	/** @dataProvider old_routes */
	public function test_both_names_answer_the_same_and_only_the_former_one_is_deprecated( string $route ): void {
		[ $method, $path ] = explode( ' ', $route );
		$body              = $route === 'POST /syncs/{id}/customer' ? self::CUSTOMER : null;
		$row               = $this->row( self::ROWS[ $route ] ?? [ 'error_code' => 'tax_unmapped' ] );

		self::assertSame( 401, $this->assert_the_same( $method, str_replace( '{id}', (string) $row, $path ), $body ) );
		$this->sign_in_as_admin();
		self::assertSame(
			$route === 'POST /syncs/{id}/keep' ? 409 : 200,
			$this->assert_the_same( $method, str_replace( '{id}', (string) $row, $path ), $body )
		);
		if ( str_contains( $path, '{id}' ) ) {
			self::assertSame( 404, $this->assert_the_same( $method, str_replace( '{id}', '999999', $path ), $body ) );
		}
	}

	public function test_what_is_refused_is_refused_alike(): void {
		$id = $this->row( [ 'error_code' => 'tax_unmapped' ] );
		$this->sign_in_as_admin();

		foreach ( [
			400 => [
				[ 'GET', '/syncs?state=lost', null ],
				[ 'GET', '/syncs?from=2026-99-99', null ],
				[ 'POST', '/syncs/retry', [ 'cause' => 'rejected' ] ],
				[ 'POST', "/syncs/$id/retry", [ 'by_hand' => 'perhaps' ] ],
				[ 'POST', "/syncs/$id/customer", [ 'type' => 'friend' ] ],
			],
			409 => [ [ 'POST', "/syncs/$id/finalise", null ], [ 'POST', "/syncs/$id/customer", self::CUSTOMER ] ],
		] as $status => $calls ) {
			foreach ( $calls as [ $method, $path, $body ] ) {
				self::assertSame( $status, $this->assert_the_same( $method, $path, $body ), "$method $path" );
			}
		}
	}

	public function test_the_description_of_a_former_name_says_so(): void {
		$this->sign_in_as_admin();
		$id = $this->row( [] );

		foreach ( [ '/syncs', '/syncs/retry', "/syncs/$id/retry", "/syncs/$id/customer" ] as $path ) {
			$old = $this->call( 'OPTIONS', $path )->get_data();
			$new = $this->call( 'OPTIONS', str_replace( '/syncs', '/tasks', $path ) )->get_data();

			self::assertTrue( $old['schema']['deprecated'] ?? false, $path );
			self::assertStringContainsString( '/tasks', $old['schema']['description'] );
			unset( $old['schema']['deprecated'], $old['schema']['description'] );
			self::assertSame( $new['schema'], $old['schema'] );
			self::assertSame( $new['endpoints'], $old['endpoints'] );
		}
	}

	public function test_answers_that_hold_a_task_hold_it_by_both_names(): void {
		$this->sign_in_as_admin();
		$order = wc_create_order()->get_id();
		$this->row(
			[
				'order_id'   => $order,
				'error_code' => 'tax_unmapped',
			]
		);

		$row   = $this->valid( $this->call( 'GET', "/orders/$order/timeline" ), 'timeline' )['rows'][0];
		$group = $this->valid( $this->call( 'GET', '/overview' ), 'overview' )['needs_you']['groups'][0];

		self::assertSame( $row['task'], $row['sync'] );
		self::assertSame( [ 1, 1 ], [ $group['tasks'], $group['syncs'] ] );
	}

	/**
	 * What the first call changes is undone before the second.
	 *
	 * @param array<string, mixed>|null $body
	 * @return int the status of both.
	 */
	private function assert_the_same( string $method, string $path, ?array $body ): int {
		$successor = str_replace( '/syncs', '/tasks', $path );
		[ $old, $new ] = [ $this->undone( $method, $path, $body ), $this->undone( $method, $successor, $body ) ];

		self::assertSame( $new->get_status(), $old->get_status(), "$method $path" );
		self::assertSame( $this->json( $new ), $this->json( $old ), "$method $path" );
		$headers = $old->get_headers();
		self::assertMatchesRegularExpression( '/^@\d{10}$/', $headers['Deprecation'] ?? '' );
		$link = rest_url( '/orderinvoicer/v1' . explode( '?', $successor )[0] );
		self::assertSame( "<$link>; rel=\"successor-version\"", $headers['Link'] ?? '' );
		unset( $headers['Deprecation'], $headers['Link'] );
		self::assertSame( $new->get_headers(), $headers, 'Beside these two, the same headers.' );
		return $old->get_status();
	}

	/** @param array<string, mixed>|null $body */
	private function undone( string $method, string $path, ?array $body ): \WP_REST_Response {
		global $wpdb;
		$wpdb->query( 'SAVEPOINT before_the_call' );
		$answer = $this->call( $method, $path, $body );
		$wpdb->query( 'ROLLBACK TO before_the_call' );
		wp_cache_flush();
		return $answer;
	}

	/** As it is sent. A second may have passed between the two, and the number of an undone task is not used again. */
	private function json( \WP_REST_Response $answer ): string {
		$json   = (string) wp_json_encode( $answer->get_data() );
		$opened = preg_match( '/^\{"id":(\d+)/', $json, $found ) === 1 && (int) $found[1] > $this->newest;
		$json   = $opened ? (string) preg_replace( '/^\{"id":\d+/', '{"id":"new"', $json ) : $json;
		return (string) preg_replace( '/("(?:due|updated)_at":")[^"]+/', '$1now', $json );
	}

	/** @return list<string> such as `POST /syncs/{id}/retry`. */
	private function routes( string $name ): array {
		$this->call( 'GET', '' );
		$found = [];
		foreach ( rest_get_server()->get_routes( 'orderinvoicer/v1' ) as $route => $endpoints ) {
			$path = str_replace( [ '/orderinvoicer/v1', '(?P<target>[\d]+)' ], [ '', '{id}' ], $route );
			foreach ( str_starts_with( "$path/", "$name/" ) ? $endpoints : [] as $endpoint ) {
				$found[] = implode( ',', array_keys( $endpoint['methods'] ) ) . " $path";
			}
		}
		return $found;
	}

	/** @param array<string, mixed> $columns */
	private function row( array $columns ): int {
		global $wpdb;
		$now = gmdate( 'Y-m-d H:i:s' );
		$wpdb->insert(
			$wpdb->prefix . 'orderinvoicer_sync',
			$columns + [
				'order_id'      => wc_create_order()->get_id(),
				'effect'        => 'create_invoice',
				'state'         => 'attention',
				'due_at'        => $now,
				'created_at'    => $now,
				'updated_at'    => $now,
				'error_message' => '',
			]
		);
		$this->newest = (int) $wpdb->insert_id;
		return $this->newest;
	}
}
