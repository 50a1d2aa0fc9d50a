<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Sellsy;

use OrderInvoicer\Sellsy\Auth\Credentials;
use OrderInvoicer\Sellsy\Auth\CredentialStore;
use OrderInvoicer\Sellsy\Auth\CredentialsType;
use OrderInvoicer\Sellsy\Auth\Pkce;
use OrderInvoicer\Sellsy\Auth\Token;
use OrderInvoicer\Sellsy\Auth\TokenEndpoint;
use OrderInvoicer\Sellsy\Auth\TokenStore;
use OrderInvoicer\Sellsy\Transport\Endpoints;
use OrderInvoicer\Sellsy\Transport\WordPressTransport;
use OrderInvoicer\Tests\Integration\CommittedTestCase;
use OrderInvoicer\Tests\Integration\Sandbox;
use OrderInvoicer\Tests\Integration\SideBySide;
use OrderInvoicer\WordPress\Options\FreshOptions;
use OrderInvoicer\WordPress\Secrets\SodiumSecretStore;
use OrderInvoicer\WordPress\System\SystemClock;
use OrderInvoicer\WordPress\Tables\Sql;

final class ParallelRenewalTest extends CommittedTestCase {

	private const PROCESSES = 8;

	public function test_eight_processes_use_the_refresh_token_once(): void {
		$sandbox = $this->allow_sandbox();
		$this->connect_with_an_expired_token( $sandbox );
		$sandbox->fault(
			[
				'mode' => 'slow',
				'path' => '/oauth2/access-tokens',
				'ms'   => 700,
			]
		);

		$tokens = $this->run_processes( $sandbox );

		self::assertCount( 1, array_unique( $tokens ), implode( "\n", $tokens ) );
		self::assertMatchesRegularExpression( '/^\S{10,}$/', $tokens[0] );
		$renewals = array_filter(
			$sandbox->state()['calls'],
			static fn( array $call ): bool => ( $call['request']['grant_type'] ?? '' ) === 'refresh_token'
		);
		self::assertCount( 1, $renewals );
	}

	private function connect_with_an_expired_token( Sandbox $sandbox ): void {
		$secrets     = SodiumSecretStore::for_site( new FreshOptions( new Sql( $GLOBALS['wpdb'] ) ) );
		$credentials = new Credentials( 'sandbox-private', 'sandbox-private-secret', CredentialsType::PrivateClient );
		$endpoint    = new TokenEndpoint(
			new WordPressTransport( 'test' ),
			new Endpoints( api: $sandbox->url . '/v2', login: $sandbox->url . '/login', app: '', v1: '' ),
			new SystemClock()
		);
		$pkce        = Pkce::create();
		$token       = $endpoint->by_code(
			$credentials,
			Consent::given( $endpoint, $credentials, $pkce ),
			$pkce,
			Consent::REDIRECT_URI
		);
		( new CredentialStore( $secrets, null ) )->save( $credentials );
		( new TokenStore( $secrets ) )->write(
			new Token(
				client_id: $token->client_id,
				access_token: $token->access_token,
				refresh_token: $token->refresh_token,
				expires_at: time()
			)
		);
	}

	/** @return list<string> what each printed. */
	private function run_processes( Sandbox $sandbox ): array {
		return SideBySide::run(
			self::PROCESSES,
			[
				__DIR__ . '/renew-token.php',
				ABSPATH . 'wp-load.php',
				$sandbox->url,
			]
		);
	}
}
