<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Sellsy\Auth\Credentials;
use OrderInvoicer\Sellsy\Auth\CredentialStore;
use OrderInvoicer\Sellsy\Auth\CredentialsType;
use OrderInvoicer\Sellsy\Auth\Pkce;
use OrderInvoicer\Sellsy\Auth\Token;
use OrderInvoicer\Sellsy\Auth\TokenEndpoint;
use OrderInvoicer\Sellsy\Auth\TokenProvider;
use OrderInvoicer\Sellsy\Auth\TokenStore;
use OrderInvoicer\Sellsy\Transport\Endpoints;
use OrderInvoicer\Sellsy\Transport\HttpResponse;
use OrderInvoicer\Sellsy\Transport\TransportFailure;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** @assumes token-taken-back */
final class TokenProviderTest extends TestCase {

	private QueuedTransport $transport;

	private MemorySecrets $secrets;

	private FixedClock $clock;

	private FakeLock $lock;

	private FixedSite $site;

	private CredentialsType $type;

	protected function setUp(): void {
		$this->transport = new QueuedTransport();
		$this->secrets   = new MemorySecrets();
		$this->clock     = new FixedClock();
		$this->lock      = new FakeLock();
		$this->site      = new FixedSite();
		$this->type      = CredentialsType::Personal;
	}

	public function test_personal_client_asks_once_and_keeps_the_token(): void {
		$this->transport->add( self::handed_out( 'first' ) );

		self::assertSame( 'first', $this->provider()->access_token() );
		self::assertSame( 'first', $this->provider()->access_token() );
		self::assertSame(
			[
				'grant_type'    => 'client_credentials',
				'client_id'     => 'id-1',
				'client_secret' => 'secret-1',
			],
			$this->asked( 0 )
		);
		self::assertSame( 'https://login.test/oauth2/access-tokens', $this->transport->requests[0]->url );
		self::assertSame( 1, $this->lock->releases );
	}

	public function test_renews_a_minute_before_the_end(): void {
		$this->transport->add( self::handed_out( 'first' ), self::handed_out( 'second' ) );
		$this->provider()->access_token();

		$this->clock->time = FixedClock::START + 3600 - 61;
		self::assertSame( 'first', $this->provider()->access_token() );
		$this->clock->time = FixedClock::START + 3600 - 60;
		self::assertSame( 'second', $this->provider()->access_token() );
	}

	public function test_refresh_token_is_used_once_and_the_new_one_kept(): void {
		$this->type = CredentialsType::PrivateClient;
		$this->store(
			new Token(
				client_id: 'id-1',
				access_token: 'old',
				refresh_token: 'refresh-1',
				expires_at: FixedClock::START
			)
		);
		$this->transport->add( self::handed_out( 'second', 'refresh-2' ), self::handed_out( 'third', 'refresh-3' ) );

		self::assertSame( 'second', $this->provider()->access_token() );
		self::assertSame( 'third', $this->provider()->access_token( 'second' ) );
		self::assertSame(
			[ 'refresh_token', 'refresh-1' ],
			[ $this->asked( 0 )['grant_type'], $this->asked( 0 )['refresh_token'] ]
		);
		self::assertSame( 'refresh-2', $this->asked( 1 )['refresh_token'] );
	}

	public function test_another_clients_token_is_never_used(): void {
		$this->store(
			new Token(
				client_id: 'id-of-yesterday',
				access_token: 'old',
				refresh_token: 'refresh-1',
				expires_at: FixedClock::START + 3600
			)
		);
		$this->transport->add( self::handed_out( 'new' ) );

		self::assertSame( 'new', $this->provider()->access_token() );
		self::assertSame( 'client_credentials', $this->asked( 0 )['grant_type'] );
	}

	/** Programs with the same keys take the token from each other. */
	public function test_a_token_that_sellsy_takes_back_early_is_noted(): void {
		foreach ( [ 'first', 'second', 'third' ] as $token ) {
			$this->transport->add( self::handed_out( $token ) );
		}
		$provider = $this->provider();
		$store    = new TokenStore( $this->secrets );
		$provider->access_token();
		self::assertSame( [], $store->read()?->taken );

		$provider->access_token( 'first' );
		self::assertSame( [ FixedClock::START ], $store->read()?->taken );

		$this->clock->time += 2000;
		$provider->access_token( 'second' );
		self::assertSame( [ FixedClock::START ], $store->read()?->taken, 'That one was near its end.' );
		self::assertSame( FixedClock::START, $store->read()->noted_since, 'For whoever asks how long nobody did.' );
	}

	public function test_a_refused_token_is_not_renewed_again_when_another_process_did(): void {
		$this->store(
			new Token(
				client_id: 'id-1',
				access_token: 'from elsewhere',
				refresh_token: '',
				expires_at: FixedClock::START + 3600
			)
		);

		self::assertSame( 'from elsewhere', $this->provider()->access_token( 'refused' ) );
		self::assertSame( [], $this->transport->requests );
	}

	public function test_who_does_not_get_the_lock_takes_what_the_other_brings(): void {
		$this->lock          = new FakeLock(
			fn() => $this->store(
				new Token(
					client_id: 'id-1',
					access_token: 'from elsewhere',
					refresh_token: '',
					expires_at: FixedClock::START + 3600
				)
			)
		);
		$this->lock->is_free = false;

		self::assertSame( 'from elsewhere', $this->provider()->access_token() );
		self::assertSame( [], $this->transport->requests );
	}

	public function test_gives_up_waiting_as_not_sent(): void {
		$this->lock->is_free = false;

		self::assertSame( FailureKind::NotSent, $this->failure()->kind );
	}

	public function test_without_credentials_nothing_is_asked(): void {
		$provider = new TokenProvider(
			new CredentialStore( $this->secrets, null ),
			new TokenStore( $this->secrets ),
			$this->endpoint(),
			$this->lock,
			$this->clock,
			$this->site
		);

		try {
			$provider->access_token();
			self::fail( 'Nothing was thrown.' );
		} catch ( RemoteFailure $failure ) {
			self::assertSame( FailureKind::Unauthorized, $failure->kind );
		}
		self::assertSame( [], $this->transport->requests );
	}

	#[DataProvider( 'refusals' )]
	public function test_failures_of_the_login_host(
		HttpResponse|TransportFailure $answer,
		FailureKind $kind,
		?int $retry_after,
	): void {
		$this->transport->add( $answer );

		$failure = $this->failure();

		self::assertSame( $kind, $failure->kind );
		self::assertSame( $retry_after, $failure->retry_after );
		self::assertSame( 'POST /oauth2/access-tokens', $failure->route );
		self::assertStringNotContainsString( 'secret-1', $failure . $failure->detail );
		self::assertSame( 1, $this->lock->releases );
	}

	/** @return iterable<string, array{HttpResponse|TransportFailure, FailureKind, ?int}> */
	public static function refusals(): iterable {
		yield 'wrong secret' => [
			new HttpResponse( 401, '{"error":"invalid_client"}' ),
			FailureKind::Unauthorized,
			null,
		];
		yield 'refresh token used up' => [
			new HttpResponse( 400, '{"error":"invalid_grant"}' ),
			FailureKind::Unauthorized,
			null,
		];
		yield 'too many' => [ new HttpResponse( 429, '{}', [ 'retry-after' => '7' ] ), FailureKind::RateLimited, 7 ];
		yield 'down' => [ new HttpResponse( 503, '' ), FailureKind::NotSent, null ];
		yield 'a proxy says no' => [ new HttpResponse( 403, '<html>Forbidden</html>' ), FailureKind::NotSent, null ];
		yield 'a proxy says yes' => [ new HttpResponse( 200, '<html>Welcome</html>' ), FailureKind::NotSent, null ];
		yield 'a token that is none' => [
			new HttpResponse( 200, '{"access_token":"a\r\nHost: b","expires_in":3600}' ),
			FailureKind::NotSent,
			null,
		];
		yield 'a refresh token that is none' => [
			new HttpResponse( 200, '{"access_token":"a","refresh_token":["b"],"expires_in":3600}' ),
			FailureKind::NotSent,
			null,
		];
		yield 'a token of the past' => [
			new HttpResponse( 200, '{"access_token":"a","expires_in":-3600}' ),
			FailureKind::NotSent,
			null,
		];
		yield 'not reached' => [ new TransportFailure( 'cURL error 7', false ), FailureKind::NotSent, null ];
		yield 'no answer: what was wanted was still not sent' => [
			new TransportFailure( 'cURL error 52', true ),
			FailureKind::NotSent,
			null,
		];
	}

	public function test_code_is_exchanged_with_the_verifier_of_its_challenge(): void {
		$pkce = Pkce::create();
		$url  = $this->endpoint()->authorization_url(
			new Credentials( 'id-1', 'secret-1' ),
			$pkce,
			'https://shop.test/wp-admin/',
			'state-1'
		);
		parse_str( (string) parse_url( $url, PHP_URL_QUERY ), $query );
		$this->transport->add( self::handed_out( 'private', 'refresh-1' ) );

		$this->provider()->authorize( 'code-1', Pkce::from_verifier( $pkce->verifier ), 'https://shop.test/wp-admin/' );

		self::assertStringStartsWith( 'https://login.test/oauth2/authorization?', $url );
		self::assertSame(
			[ 'code', 'id-1', 'https://shop.test/wp-admin/', $pkce->challenge, 'S256', 'state-1' ],
			array_values( $query )
		);
		self::assertStringNotContainsString( 'secret-1', $url );
		self::assertSame(
			[ 'authorization_code', 'https://shop.test/wp-admin/', $pkce->verifier, 'code-1', 'id-1', 'secret-1' ],
			array_values( $this->asked( 0 ) )
		);
		self::assertSame( 'private', $this->provider()->access_token() );
	}

	public function test_a_private_client_that_nobody_allowed_asks_nothing(): void {
		$this->type = CredentialsType::PrivateClient;

		self::assertSame( FailureKind::Unauthorized, $this->failure()->kind );
		self::assertSame( [], $this->transport->requests );
	}

	public function test_a_lost_answer_is_asked_for_once_more_and_a_dead_refresh_token_never_again(): void {
		$this->type = CredentialsType::PrivateClient;
		$this->store(
			new Token(
				client_id: 'id-1',
				access_token: 'old',
				refresh_token: 'refresh-1',
				expires_at: FixedClock::START
			)
		);
		$this->transport->add(
			new TransportFailure( 'cURL error 28', true ),
			new HttpResponse( 400, '{"error":"invalid_grant"}' )
		);

		self::assertSame( FailureKind::NotSent, $this->failure()->kind );
		self::assertSame( FailureKind::Unauthorized, $this->failure()->kind );
		self::assertSame( FailureKind::Unauthorized, $this->failure()->kind );
		self::assertCount( 2, $this->transport->requests );
	}

	public function test_a_lost_answer_costs_nothing_when_sellsy_never_got_the_request(): void {
		$this->type = CredentialsType::PrivateClient;
		$this->store(
			new Token(
				client_id: 'id-1',
				access_token: 'old',
				refresh_token: 'refresh-1',
				expires_at: FixedClock::START
			)
		);
		$this->transport->add(
			new TransportFailure( 'cURL error 28', true ),
			self::handed_out( 'second', 'refresh-2' )
		);

		$this->failure();

		self::assertSame( 'second', $this->provider()->access_token() );
	}

	public function test_a_wrong_secret_leaves_the_refresh_token(): void {
		$this->type = CredentialsType::PrivateClient;
		$this->store(
			new Token(
				client_id: 'id-1',
				access_token: 'old',
				refresh_token: 'refresh-1',
				expires_at: FixedClock::START
			)
		);
		$this->transport->add( new HttpResponse( 401, '{"error":"invalid_client"}' ) );

		self::assertSame( FailureKind::Unauthorized, $this->failure()->kind );
		self::assertSame( 'refresh-1', ( new TokenStore( $this->secrets ) )->read()?->refresh_token );
	}

	public function test_a_copied_shop_leaves_the_refresh_token_to_the_original(): void {
		$this->type = CredentialsType::PrivateClient;
		$this->site = new FixedSite( 'original.test' );
		$this->store(
			new Token(
				client_id: 'id-1',
				access_token: 'old',
				refresh_token: 'refresh-1',
				expires_at: FixedClock::START
			)
		);

		self::assertSame( FailureKind::Unauthorized, $this->failure()->kind );
		self::assertSame( [], $this->transport->requests );
		self::assertSame( 'refresh-1', ( new TokenStore( $this->secrets ) )->read()?->refresh_token );
	}

	public function test_who_disconnects_during_a_renewal_stays_disconnected(): void {
		$typed = new CredentialStore( $this->secrets, null );
		$typed->save( new Credentials( 'id-1', 'secret-1' ) );
		$this->transport->add( self::handed_out( 'late' ) );
		$this->transport->meanwhile = fn() => ( new CredentialStore( $this->secrets, null ) )->forget();

		( new TokenProvider(
			$typed,
			new TokenStore( $this->secrets ),
			$this->endpoint(),
			$this->lock,
			$this->clock,
			$this->site
		) )->access_token();

		self::assertNull( ( new TokenStore( $this->secrets ) )->read() );
	}

	public function test_what_is_said_of_keys_that_were_replaced_meanwhile_is_no_verdict_on_the_new_ones(): void {
		$typed = new CredentialStore( $this->secrets, null );
		$typed->save( new Credentials( 'id-1', 'secret-1' ) );
		$this->transport->add( new HttpResponse( 401, '{"error":"invalid_client"}' ) );
		// In another process.
		$this->transport->meanwhile = fn() =>
			( new CredentialStore( $this->secrets, null ) )->save( new Credentials( 'id-2', 'secret-2' ) );

		try {
			( new TokenProvider(
				$typed,
				new TokenStore( $this->secrets ),
				$this->endpoint(),
				$this->lock,
				$this->clock,
				$this->site
			) )->access_token();
			self::fail( 'Nothing was thrown.' );
		} catch ( RemoteFailure $failure ) {
			self::assertSame( FailureKind::NotSent, $failure->kind );
		}
	}

	public function test_a_code_is_not_exchanged_while_another_process_renews(): void {
		$this->type          = CredentialsType::PrivateClient;
		$this->lock->is_free = false;

		try {
			$this->provider()->authorize( 'code-1', Pkce::create(), 'https://shop.test/wp-admin/' );
			self::fail( 'Nothing was thrown.' );
		} catch ( RemoteFailure $failure ) {
			self::assertSame( FailureKind::NotSent, $failure->kind );
		}
		self::assertSame( [], $this->transport->requests );
	}

	/** @dataProvider idle_days */
	public function test_a_month_without_use_renews( int $days, int $requests ): void {
		$this->type = CredentialsType::PrivateClient;
		$this->store(
			new Token(
				client_id: 'id-1',
				access_token: 'old',
				refresh_token: 'refresh-1',
				expires_at: FixedClock::START - $days * 86_400
			)
		);
		$this->transport->add( self::handed_out( 'second', 'refresh-2' ) );

		$this->provider()->keep_alive();
		$this->provider()->keep_alive();

		self::assertCount( $requests, $this->transport->requests );
	}

	/** @return array<string, array{int, int}> */
	public static function idle_days(): array {
		return [
			'used yesterday'  => [ 1, 0 ],
			'thirty days ago' => [ 30, 0 ],
			'longer'          => [ 31, 1 ],
		];
	}

	public function test_a_personal_client_needs_no_keeping(): void {
		$this->store(
			new Token(
				client_id: 'id-1',
				access_token: 'old',
				refresh_token: '',
				expires_at: FixedClock::START - 90 * 86_400
			)
		);

		$this->provider()->keep_alive();

		self::assertSame( [], $this->transport->requests );
	}

	private function provider(): TokenProvider {
		$credentials = new CredentialStore( $this->secrets, new Credentials( 'id-1', 'secret-1', $this->type ) );
		return new TokenProvider(
			$credentials,
			new TokenStore( $this->secrets ),
			$this->endpoint(),
			$this->lock,
			$this->clock,
			$this->site
		);
	}

	private function endpoint(): TokenEndpoint {
		return new TokenEndpoint(
			$this->transport,
			new Endpoints(
				api: 'https://api.test/v2',
				login: 'https://login.test',
				app: 'https://app.test',
				v1: 'https://v1.test'
			),
			$this->clock
		);
	}

	private function store( Token $token ): void {
		( new TokenStore( $this->secrets ) )->write( $token );
	}

	private function failure(): RemoteFailure {
		try {
			$this->provider()->access_token();
		} catch ( RemoteFailure $failure ) {
			return $failure;
		}
		self::fail( 'Nothing was thrown.' );
	}

	/** @return array<string, string> */
	private function asked( int $request ): array {
		return json_decode( (string) $this->transport->requests[ $request ]->body, true );
	}

	private static function handed_out( string $token, string $refresh_token = '' ): HttpResponse {
		$fields = [
			'token_type'   => 'Bearer',
			'expires_in'   => 3600,
			'access_token' => $token,
		];
		return new HttpResponse(
			200,
			(string) json_encode( $fields + ( $refresh_token === '' ? [] : [ 'refresh_token' => $refresh_token ] ) )
		);
	}
}
