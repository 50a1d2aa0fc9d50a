<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Sellsy\Transport\HttpResponse;
use OrderInvoicer\Sellsy\Transport\TransportFailure;
use PHPUnit\Framework\Attributes\DataProvider;

/**
 * @assumes v1-errors
 * @assumes v1-success
 */
final class V1ClientTest extends ClientTestCase {

	private const METHOD = 'Document.getOne';

	public function test_sends_a_form_with_the_token_of_v2(): void {
		$this->answer_v1( [ 'id' => '7' ] );

		$answer = $this->v1->call( self::METHOD, [ 'docid' => 7 ] );

		$sent = $this->request( 0 );
		self::assertSame( 7, $answer->int( 'id' ) );
		self::assertSame(
			[ 'POST', 'https://v1.test/', 'Bearer token-1' ],
			[ $sent->method, $sent->url, $sent->headers['Authorization'] ]
		);
		self::assertSame( 'application/x-www-form-urlencoded', $sent->headers['Content-Type'] );
		parse_str( (string) $sent->body, $form );
		self::assertSame(
			[
				'request' => '1',
				'io_mode' => 'json',
				'do_in'   => '{"method":"Document.getOne","params":{"docid":7}}',
			],
			$form
		);
	}

	/** API v1 takes five a second, and refuses before anything is done. */
	public function test_its_own_limit_is_kept_and_waited_for_here(): void {
		$limit = [
			'status' => 'error',
			'error'  => [ 'code' => 'E_LIMIT_REQUEST_REACHED' ],
		];
		$this->answer( $limit );
		$this->answer_v1( [ 'id' => '7' ] );
		self::assertSame( 7, $this->v1->call( self::METHOD, [] )->int( 'id' ) );
		self::assertGreaterThan( 1000, $this->sleep->slept );
		$slept = $this->sleep->slept;
		for ( $i = 0; $i < 4; $i++ ) {
			$this->answer_v1( [] );
			$this->v1->call( self::METHOD, [] );
		}
		self::assertGreaterThan( $slept + 600, $this->sleep->slept, 'Four a second at most.' );
	}

	public function test_no_parameters_are_an_object(): void {
		$this->answer_v1( [] );
		$this->v1->call( 'Stock.getWarehouses', [] );

		parse_str( (string) $this->request( 0 )->body, $form );
		self::assertSame( '{"method":"Stock.getWarehouses","params":{}}', $form['do_in'] );
	}

	#[DataProvider( 'nothings' )]
	public function test_nothing_to_say_is_an_answer( mixed $response ): void {
		$this->answer_v1( $response );

		self::assertSame( '', $this->v1->call( self::METHOD, [] )->string( 'id' ) );
	}

	/** @return iterable<string, array{mixed}> */
	public static function nothings(): iterable {
		yield 'null' => [ null ];
		yield 'an empty list' => [ [] ];
		yield 'an empty text' => [ '' ];
	}

	public function test_where_something_is_asked_for_a_plain_true_is_no_answer(): void {
		$this->answer_v1( true );

		self::assertSame( FailureKind::OutcomeUnknown, $this->failure()->kind );
	}

	/** @param array<string, string>|string $error */
	#[DataProvider( 'errors' )]
	public function test_an_error_in_the_envelope_is_a_kind_of_failure(
		array|string $error,
		FailureKind $kind,
		int $status,
	): void {
		$envelope = [
			'status'   => 'error',
			'response' => null,
			'error'    => $error,
		];
		for ( $try = 0; $try < ( $kind === FailureKind::RateLimited ? 3 : 1 ); $try++ ) {
			$this->answer( $envelope );
		}

		$failure = $this->failure();

		self::assertSame(
			[ $kind, $status, 'v1:Document.getOne' ],
			[ $failure->kind, $failure->status, $failure->route ]
		);
		self::assertSame( $kind === FailureKind::V1Missing ? 'api-v1' : '', $failure->scope );
		self::assertSame( $kind->value, $this->log->steps[0]->fact( 'failure' ) );
		self::assertFalse( $this->log->steps[0]->is_good_answer() );
	}

	/** @return iterable<string, array{array<string, string>|string, FailureKind, int}> */
	public static function errors(): iterable {
		$kinds = [
			'E_PRIV_NOT_ALLOWED'      => [ FailureKind::V1Missing, 200 ],
			'E_LIMIT_REQUEST_REACHED' => [ FailureKind::RateLimited, 200 ],
			'E_OBJ_NOT_LOADABLE'      => [ FailureKind::NotFound, 200 ],
			'E_OBJ_NOT_EDITABLE'      => [ FailureKind::Rejected, 200 ],
			'E_PARAM_INVALID'         => [ FailureKind::Rejected, 200 ],
			'E_FEATURE_DISABLED'      => [ FailureKind::Rejected, 200 ],
			'E_CORPORATION_BLOCKED'   => [ FailureKind::AccountBlocked, 402 ],
			'E_QUOTA_NOT_SUFFICIENT'  => [ FailureKind::AccountBlocked, 402 ],
			'E_SERVICE_UNVAILABLE'    => [ FailureKind::OutcomeUnknown, 200 ],
			'E_UNKNOW'                => [ FailureKind::OutcomeUnknown, 200 ],
		];
		foreach ( $kinds as $code => [ $kind, $status ] ) {
			yield $code => [
				[
					'code'    => $code,
					'message' => 'Non',
				],
				$kind,
				$status,
			];
		}
		yield 'a text' => [ 'E_OBJ_NOT_LOADABLE', FailureKind::NotFound, 200 ];
		yield 'words only' => [ 'Erreur interne', FailureKind::OutcomeUnknown, 200 ];
		yield 'nothing' => [ [], FailureKind::OutcomeUnknown, 200 ];
	}

	#[DataProvider( 'bodies' )]
	public function test_what_is_no_answer_of_v1_leaves_the_outcome_unknown( int $status, string $body ): void {
		$this->transport->add( new HttpResponse( $status, $body ) );

		self::assertSame( FailureKind::OutcomeUnknown, $this->failure()->kind );
	}

	/** @return iterable<string, array{int, string}> */
	public static function bodies(): iterable {
		yield 'a page' => [ 200, '<html>' ];
		yield 'nothing' => [ 200, '' ];
		yield 'cut off' => [ 200, '{"status":"succ' ];
		yield 'a number' => [ 200, '{"status":"success","response":12,"error":""}' ];
		yield '500' => [ 500, '{"status":"success","response":[],"error":""}' ];
		yield '403 of a firewall' => [ 403, 'Forbidden' ];
	}

	public function test_no_connection_is_not_sent_and_a_lost_answer_unknown(): void {
		$this->transport->add( new TransportFailure( 'refused', false ), new TransportFailure( 'timed out', true ) );

		self::assertSame( FailureKind::NotSent, $this->failure()->kind );
		self::assertSame( FailureKind::OutcomeUnknown, $this->failure()->kind );
	}

	#[DataProvider( 'refusals' )]
	public function test_a_refused_token_is_renewed_once( int $status, string $refusal ): void {
		$this->transport->add(
			new HttpResponse( $status, $refusal ),
			new HttpResponse( 200, '{"access_token":"token-2","expires_in":3600}' )
		);
		$this->answer_v1( [ 'id' => '7' ] );

		self::assertSame( 7, $this->v1->call( self::METHOD, [] )->int( 'id' ) );
		self::assertSame( 'Bearer token-2', $this->request( 2 )->headers['Authorization'] );
	}

	#[DataProvider( 'refusals' )]
	public function test_two_refusals_are_unauthorized( int $status, string $refusal ): void {
		$this->transport->add(
			new HttpResponse( $status, $refusal ),
			new HttpResponse( 200, '{"access_token":"token-2","expires_in":3600}' ),
			new HttpResponse( $status, $refusal )
		);

		self::assertSame( FailureKind::Unauthorized, $this->failure()->kind );
	}

	/** @return iterable<string, array{int, string}> */
	public static function refusals(): iterable {
		yield 'by HTTP' => [ 401, '{"error":{"code":1,"message":"Non"}}' ];
		yield 'in the envelope' => [
			200,
			'{"status":"error","response":null,"error":{"code":"E_USER_NOT_LOGGED","message":"Non"}}',
		];
	}

	public function test_people_read_sellsys_words_without_addresses(): void {
		$this->transport->add(
			new HttpResponse(
				200,
				'{"status":"error","error":{"code":"E_PARAM_INVALID","message":"client@example.org est invalide"}}'
			)
		);

		self::assertSame( '…@… est invalide (E_PARAM_INVALID)', $this->failure()->detail );
	}

	public function test_only_the_methods_name_is_logged(): void {
		$this->answer_v1( [] );
		$this->transport->add( new HttpResponse( 200, '{"status":"error","error":"E_PARAM_INVALID"}' ) );
		$this->v1->call( self::METHOD, [ 'secret' => 'client@example.org' ] );
		$this->failure();

		self::assertSame( [ 'method', 'path', 'status', 'ms' ], array_keys( $this->log->lines[0]['context'] ) );
		self::assertSame(
			[ 'POST', 'v1:Document.getOne', 200 ],
			array_slice( array_values( $this->log->lines[0]['context'] ), 0, 3 )
		);
		self::assertSame( 'rejected', $this->log->lines[1]['context']['kind'] );
	}

	public function test_values_are_read_from_strings(): void {
		$this->answer_v1(
			[
				'id'     => '7001',
				'count'  => 2,
				'amount' => '24.980000000',
				'whole'  => '100.000000000',
				'result' => [
					'7' => [ 'id' => '7' ],
					'9' => [ 'id' => '9' ],
				],
				'empty'  => [],
				'zero'   => '0',
				'minus'  => '-7',
				'long'   => '99999999999999999999',
			]
		);

		$answer = $this->v1->call( self::METHOD, [] );

		self::assertSame(
			[ 7001, 2, '7001' ],
			[ $answer->int( 'id' ), $answer->int( 'count' ), $answer->string( 'id' ) ]
		);
		self::assertSame(
			[ '24.98', '100' ],
			[ $answer->decimal( 'amount' )->to_string(), $answer->decimal( 'whole' )->to_string() ]
		);
		self::assertSame(
			[ 7, 9 ],
			array_map( static fn( $one ): int => $one->int( 'id' ), $answer->object( 'result' )->each() )
		);
		self::assertSame( [], $answer->object( 'empty' )->each() );
		foreach ( [
			fn() => $answer->int( 'missing' ),
			fn() => $answer->decimal( 'missing' ),
			fn() => $answer->int( 'amount' ),
			fn() => $answer->string( 'result' ),
			fn() => $answer->object( 'id' ),
			fn() => $answer->each(),
			fn() => $answer->id( 'zero' ),
			fn() => $answer->id( 'minus' ),
			fn() => $answer->id( 'long' ),
			fn() => $answer->id( 'missing' ),
		] as $read ) {
			self::assertSame( FailureKind::OutcomeUnknown, $this->thrown( $read )->kind );
		}
	}

	private function failure(): RemoteFailure {
		return $this->thrown( fn() => $this->v1->call( self::METHOD, [ 'docid' => 7 ] ) );
	}

	private function thrown( \Closure $work ): RemoteFailure {
		try {
			$work();
		} catch ( RemoteFailure $failure ) {
			return $failure;
		}
		self::fail( 'Nothing was thrown.' );
	}
}
