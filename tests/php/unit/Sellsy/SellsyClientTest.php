<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Sellsy\Client\ApiRequest;
use OrderInvoicer\Sellsy\Mapping\AddressMapping;
use OrderInvoicer\Sellsy\Mapping\CustomerMapping;
use OrderInvoicer\Sellsy\SellsyCustomers;
use OrderInvoicer\Sellsy\Transport\HttpResponse;
use OrderInvoicer\Sellsy\Transport\TransportFailure;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeFindings;
use PHPUnit\Framework\Attributes\DataProvider;

/**
 * @assumes amounts-are-strings
 */
final class SellsyClientTest extends ClientTestCase {

	private const ERROR = '{"error":{"code":1,"message":"Non","context":null,"details":[]}}';

	public function test_writes_path_query_and_headers(): void {
		$this->answer( [ 'id' => 7 ] );

		$answer = $this->client->send(
			ApiRequest::get( '/staffs/{id}', [ 'id' => 'a b/c' ], [ 'embed' => [ 'account', 'acl' ] ] )
		);

		self::assertSame( 7, $answer->int( 'id' ) );
		self::assertSame( [ 'GET /staffs/a%20b%2Fc?embed[]=account&embed[]=acl' ], $this->routes() );
		self::assertSame( 'Bearer token-1', $this->request( 0 )->headers['Authorization'] );
		self::assertNull( $this->request( 0 )->body );
		self::assertArrayNotHasKey( 'Content-Type', $this->request( 0 )->headers );
	}

	public function test_empty_objects_are_objects_in_json(): void {
		$this->answer( [] );
		$this->answer( [] );

		$this->client->send( ApiRequest::post( '/a', [] ) );
		$this->client->send( ApiRequest::search( '/b/search', [] ) );

		self::assertSame( '{}', $this->request( 0 )->body );
		self::assertSame( '{"filters":{}}', $this->request( 1 )->body );
		self::assertSame( 'application/json', $this->request( 1 )->headers['Content-Type'] );
	}

	public function test_broken_bytes_do_not_stop_a_request(): void {
		$this->answer( [] );

		$this->client->send( ApiRequest::post( '/a', [ 'name' => "Caf\xE9 é" ] ) );

		self::assertSame( '{"name":"Caf� é"}', $this->request( 0 )->body );
	}

	#[DataProvider( 'statuses' )]
	public function test_status_becomes_a_kind_of_failure( int $status, string $body, FailureKind $kind ): void {
		$this->transport->add( new HttpResponse( $status, $body ) );

		$failure = $this->failure( ApiRequest::post( '/invoices', [] ) );

		self::assertSame( $kind, $failure->kind );
		self::assertSame( $status, $failure->status );
		self::assertSame( 'POST /invoices', $failure->route );
		self::assertSame( $kind === FailureKind::AccountBlocked ? 'invoices.write' : '', $failure->scope );
	}

	/** @return iterable<string, array{int, string, FailureKind}> */
	public static function statuses(): iterable {
		foreach ( [ 400, 405, 409, 413, 422 ] as $status ) {
			yield "$status" => [ $status, self::ERROR, FailureKind::Rejected ];
		}
		yield '402 plan' => [ 402, self::ERROR, FailureKind::AccountBlocked ];
		yield '403 right' => [ 403, self::ERROR, FailureKind::AccountBlocked ];
		yield '404' => [ 404, self::ERROR, FailureKind::NotFound ];
		yield '429' => [ 429, self::ERROR, FailureKind::RateLimited ];
		yield '429 by a proxy' => [ 429, 'slow down', FailureKind::RateLimited ];
		yield '408' => [ 408, self::ERROR, FailureKind::OutcomeUnknown ];
		foreach ( [ 500, 502, 503, 504 ] as $status ) {
			yield "$status" => [ $status, self::ERROR, FailureKind::OutcomeUnknown ];
		}
		yield 'redirect' => [ 302, '', FailureKind::OutcomeUnknown ];
		yield '403 by a firewall' => [ 403, '<html>Blocked</html>', FailureKind::OutcomeUnknown ];
		yield '404 by a proxy' => [ 404, '<html>Not found</html>', FailureKind::OutcomeUnknown ];
		yield '413 by a web server' => [ 413, '<html>Too large</html>', FailureKind::Rejected ];
		yield '200 by a proxy' => [ 200, '<html>Maintenance</html>', FailureKind::OutcomeUnknown ];
		yield '201 cut off' => [ 201, '{"id":12,"num', FailureKind::OutcomeUnknown ];
		yield '200 no object' => [ 200, '"ok"', FailureKind::OutcomeUnknown ];
	}

	public function test_a_field_that_is_missing_makes_the_outcome_unknown(): void {
		$this->answer( [ 'number' => 'F-1' ], 201 );

		$answer = $this->client->send( ApiRequest::post( '/invoices', [] ) );

		try {
			$answer->int( 'id' );
			self::fail( 'Nothing was thrown.' );
		} catch ( RemoteFailure $failure ) {
			self::assertSame(
				[ FailureKind::OutcomeUnknown, 201, 'POST /invoices', [ 'id' ] ],
				[ $failure->kind, $failure->status, $failure->route, $failure->fields ]
			);
		}
	}

	#[DataProvider( 'no_ids' )]
	public function test_what_is_no_id_makes_the_outcome_unknown( string $id ): void {
		$this->transport->add(
			new HttpResponse( 201, '{"id":' . $id . ',"type":"client"}' ),
			new HttpResponse( 200, '{"data":[{"id":' . $id . '}],"pagination":{"count":1,"limit":100}}' )
		);
		$customers = new SellsyCustomers(
			$this->client,
			new CustomerMapping(),
			new AddressMapping(),
			new FakeFindings()
		);
		foreach ( [
			fn() => $customers->create_contact(
				new Buyer(
					user_id: 7,
					email: '',
					first_name: 'Client',
					last_name: 'Test',
					company: '',
					phone: '',
					siren: '',
					siret: '',
					vat_number: ''
				),
				false
			),
			fn() => $customers->find_contacts( new CustomerRef( CustomerType::Company, 12 ), 'client@example.org' ),
		] as $work ) {
			try {
				$work();
				self::fail( 'Taken for an id.' );
			} catch ( RemoteFailure $failure ) {
				self::assertSame( [ FailureKind::OutcomeUnknown, [ 'id' ] ], [ $failure->kind, $failure->fields ] );
			}
		}
	}

	/** @return iterable<array{string}> */
	public static function no_ids(): iterable {
		foreach ( [ '-1', '0', '"7"', '7.5', 'null', 'true', '[]', '99999999999999999999' ] as $id ) {
			yield $id => [ $id ];
		}
	}

	public function test_an_answer_made_of_brackets_is_not_unfolded(): void {
		$this->transport->add( new HttpResponse( 200, '[' . str_repeat( '[1],', 100_000 ) . '[]]' ) );
		self::assertSame( FailureKind::OutcomeUnknown, $this->failure( ApiRequest::post( '/invoices', [] ) )->kind );
	}

	public function test_an_amount_of_any_length_is_none(): void {
		$this->answer( [ 'total' => str_repeat( '9', 41 ) ] );
		$this->expectException( RemoteFailure::class );
		$this->client->send( ApiRequest::get( '/invoices/1' ) )->decimal( 'total' );
	}

	public function test_no_answer_may_have_been_sent_or_not(): void {
		$this->transport->add(
			new TransportFailure( 'cURL error 7', false ),
			new TransportFailure( 'cURL error 52', true )
		);

		self::assertSame( FailureKind::NotSent, $this->failure( ApiRequest::post( '/invoices', [] ) )->kind );
		self::assertSame( FailureKind::OutcomeUnknown, $this->failure( ApiRequest::post( '/invoices', [] ) )->kind );
	}

	public function test_a_refused_token_is_replaced_once_and_the_request_made_again(): void {
		$this->transport->add(
			new HttpResponse( 401, self::ERROR ),
			new HttpResponse( 200, '{"access_token":"token-2","expires_in":3600}' )
		);
		$this->answer( [ 'id' => 7 ] );

		$this->client->send( ApiRequest::post( '/invoices', [ 'subject' => 'x' ] ) );

		self::assertCount( 3, $this->transport->requests );
		self::assertSame( 'Bearer token-2', $this->request( 2 )->headers['Authorization'] );
		self::assertSame( $this->request( 0 )->body, $this->request( 2 )->body );
	}

	public function test_two_refusals_are_unauthorized(): void {
		$this->transport->add(
			new HttpResponse( 401, self::ERROR ),
			new HttpResponse( 200, '{"access_token":"token-2","expires_in":3600}' ),
			new HttpResponse( 401, self::ERROR )
		);

		self::assertSame( FailureKind::Unauthorized, $this->failure( ApiRequest::get( '/taxes' ) )->kind );
		self::assertCount( 3, $this->transport->requests );
	}

	/** @param array<string, string> $headers */
	#[DataProvider( 'quotas' )]
	public function test_how_long_to_wait( array $headers, int $seconds ): void {
		$this->transport->add( new HttpResponse( 429, self::ERROR, $headers ) );

		self::assertSame( $seconds, $this->failure( ApiRequest::get( '/taxes' ) )->retry_after );
	}

	/** @return iterable<string, array{array<string, string>, int}> */
	public static function quotas(): iterable {
		yield 'nothing said' => [ [], 60 ];
		yield 'said' => [ [ 'retry-after' => '12' ], 12 ];
		yield 'said as a date, which Sellsy does not' => [ [ 'retry-after' => 'Tue, 24 Nov 2026 10:00:00 GMT' ], 60 ];
		yield 'more than anybody can wait' => [ [ 'retry-after' => '99999999999999999999' ], 3600 ];
		yield 'the second' => [
			[
				'x-quota-remaining-by-minute' => '5',
				'x-quota-remaining-by-second' => '0',
			],
			1,
		];
		yield 'the minute' => [
			[
				'x-quota-remaining-by-minute' => '0',
				'x-quota-remaining-by-second' => '5',
			],
			60,
		];
		yield 'the day' => [
			[
				'x-quota-remaining-by-day' => '0',
				'x-quota-remaining-by-minute' => '0',
			],
			3600,
		];
	}

	public function test_sellsys_words_reach_people_without_addresses(): void {
		$body = '{"error":{"code":400,"message":"Validations errors","details":{"email":"« client@example.org » est'
			. ' déjà utilisée","rows[0].tax_id":"Ce champ est manquant."}}}';
		$this->transport->add( new HttpResponse( 400, $body ) );

		$failure = $this->failure( ApiRequest::post( '/contacts', [] ) );

		self::assertSame(
			'Validations errors | email: « …@… » est déjà utilisée | rows[0].tax_id: Ce champ est manquant.',
			$failure->detail
		);
		self::assertSame( [ 'email', 'rows[0].tax_id' ], $failure->fields );
	}

	public function test_reads_every_page_by_its_cursor(): void {
		$this->answer_list( [ [ 'id' => 1 ], [ 'id' => 2 ] ], 'WzJd' );
		$this->answer_list( [ [ 'id' => 3 ] ] );

		$all = $this->client->all( ApiRequest::search( '/invoices/search', [ 'x' => 1 ], [ 'order' => 'id' ] ) );

		self::assertCount( 3, $all );
		self::assertSame(
			[ 'POST /invoices/search?limit=100&order=id', 'POST /invoices/search?limit=100&offset=WzJd&order=id' ],
			$this->routes()
		);
		self::assertSame( $this->request( 0 )->body, $this->request( 1 )->body );
	}

	public function test_a_list_that_never_ends_is_not_known(): void {
		for ( $page = 0; $page < 60; $page++ ) {
			$this->answer_list( [ [ 'id' => $page ] ], 'WzJd' );
		}

		$this->expectException( RemoteFailure::class );
		$this->client->all( ApiRequest::search( '/invoices/search', [] ) );
	}

	public function test_a_list_that_cannot_be_read_is_not_an_empty_list(): void {
		$this->answer( [ 'pagination' => [] ] );

		$this->expectException( RemoteFailure::class );
		$this->client->all( ApiRequest::get( '/taxes' ) );
	}

	public function test_log_lines_hold_nothing_but_the_allow_list(): void {
		$this->answer( [ 'email' => 'client@example.org' ] );
		$this->transport->add( new HttpResponse( 403, self::ERROR ) );

		$this->client->send( ApiRequest::get( '/individuals/{id}', [ 'id' => 98765 ], [ 'limit' => 3 ] ) );
		$this->failure( ApiRequest::post( '/individuals', [ 'email' => 'client@example.org' ] ) );

		self::assertSame( [ 'method', 'path', 'status', 'ms' ], array_keys( $this->log->lines[0]['context'] ) );
		self::assertSame(
			[ 'GET', '/individuals/{id}', 200 ],
			array_slice( array_values( $this->log->lines[0]['context'] ), 0, 3 )
		);
		self::assertSame( [ 'debug', 'error' ], array_column( $this->log->lines, 'level' ) );
		self::assertSame( 'account_blocked', $this->log->lines[1]['context']['kind'] );
		self::assertStringNotContainsString( 'example.org', (string) json_encode( $this->log->lines ) );
		self::assertStringNotContainsString( '98765', (string) json_encode( $this->log->lines ) );
	}

	private function failure( ApiRequest $request ): RemoteFailure {
		try {
			$this->client->send( $request );
		} catch ( RemoteFailure $failure ) {
			return $failure;
		}
		self::fail( 'Nothing was thrown.' );
	}
}
