<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Sellsy;

use OrderInvoicer\Sellsy\Transport\HttpRequest;
use OrderInvoicer\Sellsy\Transport\HttpResponse;
use OrderInvoicer\Sellsy\Transport\TransportFailure;
use OrderInvoicer\Sellsy\Transport\WordPressTransport;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Tests\Integration\Sandbox;
use WpOrg\Requests\Transport\Fsockopen;

/** By TLS, as Sellsy answers: one connection for all calls of a process, and no request is ever sent twice on it. */
final class KeptConnectionTest extends IntegrationTestCase {

	private Sandbox $sandbox;

	private TlsFront $front;

	private WordPressTransport $transport;

	protected function setUp(): void {
		parent::setUp();
		$this->sandbox   = $this->allow_sandbox();
		$this->front     = new TlsFront( $this->sandbox );
		$this->transport = new WordPressTransport( 'test' );
	}

	protected function tearDown(): void {
		$this->front->close();
		remove_all_actions( 'requests-requests.before_request' );
		parent::tearDown();
	}

	public function test_all_calls_of_a_process_take_one_connection(): void {
		$created = $this->send( 'POST', '/_sandbox/records/companies', '{"name":"Dupont","type":"client"}' );
		self::assertLessThan( 300, $created->status, $created->body );
		for ( $call = 0; $call < 5; $call++ ) {
			self::assertSame( 401, $this->send( 'GET', '/v2/taxes' )->status );
			self::assertSame( 401, $this->send( 'PUT', '/v2/companies/7', '{"name":"Dupond"}' )->status );
		}
		self::assertSame( 1, $this->front->connections() );
		self::assertSame( [ 'Dupont' ], array_column( $this->sandbox->state()['companies'], 'name' ) );
		self::assertSame(
			[ 'GET', 'PUT' ],
			array_values( array_unique( array_column( $this->sandbox->state()['calls'], 'method' ) ) )
		);
		self::assertSame( [ 'name' => 'Dupond' ], $this->sandbox->state()['calls'][1]['request'] );
	}

	/** cURL itself would send it again on a new connection, because nothing of an answer came on a used one. */
	public function test_a_write_whose_answer_is_lost_is_not_sent_again(): void {
		foreach ( [ 'POST', 'PUT', 'DELETE' ] as $method ) {
			$this->send( 'GET', '/v2/taxes' );
			$this->sandbox->fault(
				[
					'mode'   => 'drop-after',
					'method' => $method,
				]
			);
			try {
				$this->send( $method, '/v2/companies/7', $method === 'DELETE' ? null : '{"name":"Dupond"}' );
				self::fail( 'It has no answer.' );
			} catch ( TransportFailure $failure ) {
				self::assertTrue( $failure->may_have_been_sent, $failure->getMessage() );
			}
			$calls = array_filter(
				$this->sandbox->state()['calls'],
				static fn ( array $call ): bool => $call['method'] === $method
			);
			self::assertCount( 1, $calls, $method );
		}
	}

	public function test_a_body_longer_than_a_piece_arrives_whole(): void {
		$name = str_repeat( 'é', 400_000 );
		$this->send( 'POST', '/v2/companies', (string) json_encode( [ 'name' => $name ], JSON_UNESCAPED_UNICODE ) );
		self::assertSame( $name, $this->sandbox->state()['calls'][0]['request']['name'] );
	}

	public function test_requests_of_others_have_connections_of_their_own(): void {
		$this->send( 'GET', '/v2/taxes' );
		$inside = [];
		add_filter(
			'http_request_args',
			function ( array $arguments, string $url ) use ( &$inside ): array {
				if ( str_ends_with( $url, '/v2/units' ) ) {
					$inside[] = wp_remote_retrieve_response_code(
						wp_remote_post( $this->front->url . '/v2/taxes', [ 'body' => 'a=b' ] )
					);
				}
				return $arguments;
			},
			10,
			2
		);
		self::assertSame( 401, $this->send( 'GET', '/v2/units' )->status );
		remove_all_filters( 'http_request_args' );
		self::assertSame( [ 401 ], $inside );
		self::assertSame( 2, $this->front->connections() );
	}

	public function test_without_curl_each_call_has_its_own_connection_and_all_goes_on(): void {
		$sockets = static function ( mixed &$url, mixed &$headers, mixed &$data, mixed &$type, array &$options ): void {
			$options['transport'] = Fsockopen::class;
		};
		add_action( 'requests-requests.before_request', $sockets, 10, 5 );
		self::assertSame( 401, $this->send( 'GET', '/v2/taxes' )->status );
		self::assertSame( 401, $this->send( 'POST', '/v2/companies', '{"name":"Dupond"}' )->status );
		self::assertSame( 2, $this->front->connections() );
		self::assertSame( [ 'name' => 'Dupond' ], $this->sandbox->state()['calls'][1]['request'] );
	}

	/** @throws TransportFailure */
	private function send( string $method, string $path, ?string $body = null ): HttpResponse {
		return $this->transport->send(
			new HttpRequest(
				method: $method,
				url: $this->front->url . $path,
				headers: [ 'Content-Type' => 'application/json' ],
				body: $body
			)
		);
	}
}
