<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use OrderInvoicer\Sellsy\Auth\Access;
use OrderInvoicer\Sellsy\Auth\ConsentFlow;
use OrderInvoicer\Sellsy\Auth\ConsentOutcome;
use OrderInvoicer\Sellsy\Auth\ConsentStore;
use OrderInvoicer\Sellsy\Auth\Credentials;
use OrderInvoicer\Sellsy\Auth\CredentialStore;
use OrderInvoicer\Sellsy\Auth\CredentialsType;
use OrderInvoicer\Sellsy\Auth\PendingConsent;
use OrderInvoicer\Sellsy\Auth\Pkce;
use OrderInvoicer\Sellsy\Auth\TokenEndpoint;
use OrderInvoicer\Sellsy\Auth\TokenProvider;
use OrderInvoicer\Sellsy\Auth\TokenStore;
use OrderInvoicer\Sellsy\Transport\Endpoints;
use OrderInvoicer\Sellsy\Transport\HttpResponse;
use OrderInvoicer\Sellsy\Transport\TransportFailure;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeRandomness;
use PHPUnit\Framework\TestCase;

final class ConsentFlowTest extends TestCase {

	private const OWNER = 7;

	private QueuedTransport $transport;

	private MemorySecrets $secrets;

	private CredentialStore $credentials;

	private FixedClock $clock;

	private ConsentFlow $flow;

	protected function setUp(): void {
		$this->transport   = new QueuedTransport();
		$this->secrets     = new MemorySecrets();
		$this->clock       = new FixedClock();
		$this->credentials = new CredentialStore( $this->secrets, null );
		$this->credentials->save( new Credentials( 'id-1', 'secret-1', CredentialsType::PrivateClient ) );
		$endpoint   = new TokenEndpoint(
			$this->transport,
			new Endpoints(
				api: 'https://api.test/v2',
				login: 'https://login.test',
				app: 'https://app.test',
				v1: 'https://v1.test'
			),
			$this->clock
		);
		$tokens     = new TokenProvider(
			$this->credentials,
			new TokenStore( $this->secrets ),
			$endpoint,
			new FakeLock(),
			$this->clock,
			new FixedSite()
		);
		$this->flow = new ConsentFlow(
			credentials: $this->credentials,
			consent_store: new ConsentStore( $this->secrets ),
			endpoint: $endpoint,
			tokens: $tokens,
			clock: $this->clock,
			randomness: new FakeRandomness(),
			redirect_url: 'https://shop.test/wp-admin/admin-post.php'
		);
	}

	public function test_there_and_back(): void {
		$query = $this->begin();
		self::assertFalse( $this->access()->is_possible() );
		self::assertTrue( $this->access()->waits_for_consent() );

		$this->transport->add( new HttpResponse( 200, '{"access_token":"a","refresh_token":"r","expires_in":3600}' ) );
		$pending = $this->taken( $query['state'] );

		self::assertSame( ConsentOutcome::Connected, $this->flow->finish( $pending, 'code-1', '' ) );
		self::assertSame( '/setup', $pending->return_to );
		self::assertTrue( $this->access()->is_possible() );
		$asked = json_decode( (string) $this->transport->requests[0]->body, true );
		self::assertSame( $query['code_challenge'], Pkce::from_verifier( $asked['code_verifier'] )->challenge );
		self::assertSame(
			[ $query['redirect_uri'], 'code-1', 'secret-1' ],
			[ $asked['redirect_uri'], $asked['code'], $asked['client_secret'] ]
		);
	}

	public function test_the_address_holds_neither_verifier_nor_secret(): void {
		$url = (string) $this->flow->begin( self::OWNER, '/connection' );

		$stored = json_decode( $this->secrets->get( 'consent' ), true );
		self::assertStringNotContainsString( $stored['verifier'], $url );
		self::assertStringNotContainsString( 'secret-1', $url );
	}

	public function test_a_state_works_once(): void {
		$state = $this->begin()['state'];
		$this->taken( $state );

		self::assertNull( $this->flow->take( self::OWNER, $state ) );
	}

	public function test_another_user_gets_nothing_and_takes_nothing_away(): void {
		$state = $this->begin()['state'];

		self::assertNull( $this->flow->take( 8, $state ) );
		$this->taken( $state );
	}

	public function test_another_state_gets_nothing_and_takes_nothing_away(): void {
		$state = $this->begin()['state'];

		self::assertNull( $this->flow->take( self::OWNER, 'orderinvoicer-guessed' ) );
		$this->taken( $state );
	}

	public function test_ten_minutes_are_the_limit(): void {
		$state              = $this->begin()['state'];
		$this->clock->time += 600;

		self::assertNull( $this->flow->take( self::OWNER, $state ) );
		$this->clock->time -= 1;
		$this->taken( $state );
	}

	public function test_keys_that_changed_meanwhile_make_it_worthless(): void {
		$state = $this->begin()['state'];
		$this->credentials->save( new Credentials( 'id-2', 'secret-2', CredentialsType::PrivateClient ) );

		self::assertNull( $this->flow->take( self::OWNER, $state ) );
	}

	public function test_personal_keys_need_nobody(): void {
		$this->credentials->save( new Credentials( 'id-1', 'secret-1' ) );

		self::assertNull( $this->flow->begin( self::OWNER, '/connection' ) );
		self::assertTrue( $this->access()->is_possible() );
	}

	/** @dataProvider refusals */
	public function test_what_goes_wrong_has_a_name(
		string $code,
		string $error,
		HttpResponse|TransportFailure|null $answer,
		ConsentOutcome $outcome,
	): void {
		$pending = $this->taken( $this->begin()['state'] );
		if ( $answer !== null ) {
			$this->transport->add( $answer );
		}

		self::assertSame( $outcome, $this->flow->finish( $pending, $code, $error ) );
		self::assertFalse( $this->access()->is_possible() );
	}

	/** @return array<string, array{string, string, HttpResponse|TransportFailure|null, ConsentOutcome}> */
	public static function refusals(): array {
		return [
			'the person said no' => [ '', 'access_denied', null, ConsentOutcome::Denied ],
			'another error'      => [ '', 'server_error', null, ConsentOutcome::CodeRefused ],
			'code or redirect'   =>
				[ 'code-1', '', new HttpResponse( 400, '{"error":"invalid_grant"}' ), ConsentOutcome::CodeRefused ],
			'wrong secret'       =>
				[ 'code-1', '', new HttpResponse( 401, '{"error":"invalid_client"}' ), ConsentOutcome::KeysRefused ],
			'down'               => [ 'code-1', '', new HttpResponse( 503, '' ), ConsentOutcome::NoAnswer ],
			'not reached'        =>
				[ 'code-1', '', new TransportFailure( 'cURL error 7', false ), ConsentOutcome::NoAnswer ],
		];
	}

	/** @return array<string, string> what the address asks Sellsy for. */
	private function begin(): array {
		parse_str( (string) parse_url( (string) $this->flow->begin( self::OWNER, '/setup' ), PHP_URL_QUERY ), $query );
		return array_filter( $query, 'is_string' );
	}

	private function taken( string $state ): PendingConsent {
		return $this->flow->take( self::OWNER, $state ) ?? throw new \LogicException( 'Nothing was under way.' );
	}

	private function access(): Access {
		return new Access( $this->credentials, new TokenStore( $this->secrets ) );
	}
}
