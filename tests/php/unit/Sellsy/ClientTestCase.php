<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use OrderInvoicer\Sellsy\Auth\AuthorizedTransport;
use OrderInvoicer\Sellsy\Auth\Credentials;
use OrderInvoicer\Sellsy\Auth\CredentialStore;
use OrderInvoicer\Sellsy\Auth\Token;
use OrderInvoicer\Sellsy\Auth\TokenEndpoint;
use OrderInvoicer\Sellsy\Auth\TokenProvider;
use OrderInvoicer\Sellsy\Auth\TokenStore;
use OrderInvoicer\Sellsy\Client\CallLog;
use OrderInvoicer\Sellsy\Client\SellsyClient;
use OrderInvoicer\Sellsy\Transport\Endpoints;
use OrderInvoicer\Sellsy\Transport\HttpRequest;
use OrderInvoicer\Sellsy\Transport\HttpResponse;
use OrderInvoicer\Sellsy\V1\V1Client;
use OrderInvoicer\Sellsy\V1\V1Pace;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeCalls;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeClock;
use PHPUnit\Framework\TestCase;

/** A real client with a token, over answers that the test gives. */
abstract class ClientTestCase extends TestCase {

	protected QueuedTransport $transport;

	protected KeptLog $log;

	protected SellsyClient $client;

	protected V1Client $v1;

	/** Nobody really sleeps. */
	protected FakeCalls $sleep;

	protected function setUp(): void {
		$secrets         = new MemorySecrets();
		$clock           = new FixedClock();
		$this->transport = new QueuedTransport();
		$this->log       = new KeptLog();
		$tokens          = new TokenStore( $secrets );
		$tokens->write(
			new Token(
				client_id: 'id-1',
				access_token: 'token-1',
				refresh_token: '',
				expires_at: FixedClock::START + 3600
			)
		);
		$endpoint     = new TokenEndpoint(
			$this->transport,
			new Endpoints(
				api: 'https://api.test/v2',
				login: 'https://login.test',
				app: 'https://app.test',
				v1: 'https://v1.test'
			),
			$clock
		);
		$provider     = new TokenProvider(
			new CredentialStore( $secrets, new Credentials( 'id-1', 'secret-1' ) ),
			$tokens,
			$endpoint,
			new FakeLock(),
			$clock,
			new FixedSite()
		);
		$authorized   = new AuthorizedTransport( $this->transport, $provider );
		$this->client = new SellsyClient( $authorized, new CallLog( $this->log, $this->log ), 'https://api.test/v2' );
		$this->sleep  = new FakeCalls( new FakeClock() );
		$this->v1     = new V1Client(
			$authorized,
			new CallLog( $this->log, $this->log ),
			'https://v1.test/',
			new V1Pace( $this->sleep )
		);
	}

	/** @param array<string, mixed> $data */
	final protected function answer( array $data, int $status = 200 ): void {
		$this->transport->add( new HttpResponse( $status, (string) json_encode( $data ) ) );
	}

	/** @param list<array<string, mixed>> $rows */
	final protected function answer_list( array $rows, string $cursor = '' ): void {
		$limit = $cursor === '' ? 100 : count( $rows );
		$this->answer(
			[
				'data'       => $rows,
				'pagination' => [
					'limit'  => $limit,
					'count'  => count( $rows ),
					'total'  => count( $rows ),
					'offset' => $cursor,
				],
			]
		);
	}

	/** @param array<mixed>|string|bool|null $response */
	final protected function answer_v1( array|string|bool|null $response ): void {
		$this->answer(
			[
				'status'   => 'success',
				'response' => $response,
				'error'    => '',
			]
		);
	}

	/** @return array<string, mixed> method and parameters of that request to API v1. */
	final protected function called( int $index ): array {
		parse_str( (string) $this->request( $index )->body, $form );
		return json_decode( (string) $form['do_in'], true );
	}

	final protected function request( int $index ): HttpRequest {
		return $this->transport->requests[ $index ];
	}

	/** `POST /path?query` of each request, without the base address. @return list<string> */
	final protected function routes(): array {
		return array_map(
			static fn( HttpRequest $request ): string =>
				$request->method . ' ' . substr( $request->url, strlen( 'https://api.test/v2' ) ),
			$this->transport->requests
		);
	}
}
