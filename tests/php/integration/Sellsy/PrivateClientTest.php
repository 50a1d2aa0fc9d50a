<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Sellsy;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Sellsy\Auth\Credentials;
use OrderInvoicer\Sellsy\Auth\CredentialsType;
use OrderInvoicer\Sellsy\Auth\Pkce;
use OrderInvoicer\Sellsy\Auth\Token;
use OrderInvoicer\Sellsy\Auth\TokenEndpoint;
use OrderInvoicer\Sellsy\Auth\TokenStore;
use OrderInvoicer\Sellsy\Transport\WordPressTransport;
use OrderInvoicer\WordPress\System\SystemClock;

final class PrivateClientTest extends SellsyTestCase {

	protected function setUp(): void {
		parent::setUp();
		$this->connect( 'sandbox-private', 'sandbox-private-secret', CredentialsType::PrivateClient );
	}

	public function test_a_person_allows_it_and_refresh_tokens_rotate(): void {
		$pkce = Pkce::create();
		$this->tokens->authorize( $this->code( $pkce ), $pkce, Consent::REDIRECT_URI );
		self::assertSame( 1, $this->account->me()['id'] );

		$seen = [ $this->stored()->refresh_token ];
		foreach ( [ 1, 2 ] as $renewal ) {
			$this->expire();
			self::assertSame( 1, $this->account->me()['id'], "renewal $renewal" );
			$seen[] = $this->stored()->refresh_token;
		}
		self::assertCount( 3, array_unique( $seen ) );
	}

	public function test_another_verifier_gets_nothing(): void {
		$code = $this->code( Pkce::create() );

		$this->assert_unauthorized( fn() => $this->tokens->authorize( $code, Pkce::create(), Consent::REDIRECT_URI ) );
	}

	public function test_a_refresh_token_that_was_used_before_is_refused(): void {
		$pkce = Pkce::create();
		$this->tokens->authorize( $this->code( $pkce ), $pkce, Consent::REDIRECT_URI );
		$first = $this->stored();
		$this->expire();
		$this->account->me();
		( new TokenStore( $this->secrets ) )->write(
			new Token(
				client_id: $first->client_id,
				access_token: 'old',
				refresh_token: $first->refresh_token,
				expires_at: 0
			)
		);

		$this->assert_unauthorized( fn() => $this->account->me() );
	}

	public function test_before_a_person_allows_it_it_may_nothing(): void {
		$this->assert_unauthorized( fn() => $this->account->me() );
	}

	private function code( Pkce $pkce ): string {
		$endpoint = new TokenEndpoint( new WordPressTransport( 'test' ), $this->endpoints(), new SystemClock() );
		return Consent::given( $endpoint, new Credentials( 'sandbox-private', 'sandbox-private-secret' ), $pkce );
	}

	private function stored(): Token {
		return ( new TokenStore( $this->secrets ) )->read() ?? throw new \LogicException( 'No token.' );
	}

	private function expire(): void {
		$token = $this->stored();
		( new TokenStore( $this->secrets ) )->write(
			new Token(
				client_id: $token->client_id,
				access_token: $token->access_token,
				refresh_token: $token->refresh_token,
				expires_at: time()
			)
		);
	}

	private function assert_unauthorized( \Closure $work ): void {
		try {
			$work();
			self::fail( 'Nothing was thrown.' );
		} catch ( RemoteFailure $failure ) {
			self::assertSame( FailureKind::Unauthorized, $failure->kind );
		}
	}
}
