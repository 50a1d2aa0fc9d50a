<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Auth;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Sellsy\Transport\Endpoints;
use OrderInvoicer\Sellsy\Transport\HttpRequest;
use OrderInvoicer\Sellsy\Transport\HttpResponse;
use OrderInvoicer\Sellsy\Transport\HttpTransport;
use OrderInvoicer\Sellsy\Transport\Quota;
use OrderInvoicer\Sellsy\Transport\TransportFailure;

/**
 * Sellsy's login host: `/oauth2/authorization` (a page for people) and `POST /oauth2/access-tokens`. A failure here
 * never makes the outcome of the request that needed the token unknown: that request was not sent.
 */
final class TokenEndpoint {

	/**
	 * Error codes of RFC 6749, 5.2, as the `detail` of the failure: the code or refresh token, or the client itself.
	 */
	public const INVALID_GRANT  = 'invalid_grant';
	public const INVALID_CLIENT = 'invalid_client';

	private const ROUTE = 'POST /oauth2/access-tokens';

	public function __construct(
		private readonly HttpTransport $transport,
		private readonly Endpoints $endpoints,
		private readonly Clock $clock,
	) {}

	/** Where the browser goes to let a private client in. */
	public function authorization_url(
		Credentials $credentials,
		Pkce $pkce,
		string $redirect_uri,
		string $state,
	): string {
		return $this->endpoints->login . '/oauth2/authorization?' . http_build_query(
			[
				'response_type'         => 'code',
				'client_id'             => $credentials->client_id,
				'redirect_uri'          => $redirect_uri,
				'code_challenge'        => $pkce->challenge,
				'code_challenge_method' => 'S256',
				'state'                 => $state,
			]
		);
	}

	/** @throws RemoteFailure */
	public function by_client_credentials( Credentials $credentials ): Token {
		return $this->token( $credentials, [ 'grant_type' => 'client_credentials' ] );
	}

	/** True only on Sellsy's own word: one that cannot be reached or is busy has refused nothing. */
	public function refuses( Credentials $credentials ): bool {
		try {
			$this->by_client_credentials( $credentials );
		} catch ( RemoteFailure $failure ) {
			return $failure->kind === FailureKind::Unauthorized;
		}
		return false;
	}

	/** @throws RemoteFailure */
	public function by_code( Credentials $credentials, string $code, Pkce $pkce, string $redirect_uri ): Token {
		return $this->token(
			$credentials,
			[
				'grant_type'    => 'authorization_code',
				'redirect_uri'  => $redirect_uri,
				'code_verifier' => $pkce->verifier,
				'code'          => $code,
			]
		);
	}

	/** @throws RemoteFailure */
	public function by_refresh_token( Credentials $credentials, string $refresh_token ): Token {
		return $this->token(
			$credentials,
			[
				'grant_type' => 'refresh_token',
				'refresh_token' => $refresh_token,
			]
		);
	}

	/** @param array<string, string> $grant */
	private function token( Credentials $credentials, array $grant ): Token {
		$response = $this->post(
			$grant + [
				'client_id' => $credentials->client_id,
				'client_secret' => $credentials->client_secret,
			]
		);
		$data     = $response->json() ?? [];
		$access   = $data['access_token'] ?? null;
		$refresh  = $data['refresh_token'] ?? '';
		$life     = $data['expires_in'] ?? null;
		if (
			$response->status >= 300
			|| ! self::is_token( $access )
			|| ( $refresh !== '' && ! self::is_token( $refresh ) )
			|| ! is_int( $life )
			|| $life <= 0
		) {
			throw $this->failure( $response );
		}
		$now = $this->clock->now()->getTimestamp();
		return new Token(
			client_id: $credentials->client_id,
			access_token: $access,
			refresh_token: $refresh,
			expires_at: $now + $life,
			given_at: $now,
			noted_since: $now
		);
	}

	/**
	 * Goes into a header: visible ASCII alone (RFC 6750, 2.1), and of a length that headers have.
	 *
	 * @phpstan-assert-if-true string $token
	 */
	private static function is_token( mixed $token ): bool {
		return is_string( $token ) && preg_match( '/^[\x21-\x7E]{1,8192}$/D', $token ) === 1;
	}

	/** @param array<string, string> $fields */
	private function post( array $fields ): HttpResponse {
		$headers = [
			'Content-Type' => 'application/json',
			'Accept' => 'application/json',
		];
		// phpcs:ignore WordPress.WP.AlternativeFunctions.json_encode_json_encode -- Throws instead of returning false.
		$body = json_encode( $fields, JSON_THROW_ON_ERROR );
		try {
			return $this->transport->send(
				new HttpRequest(
					method: 'POST',
					url: $this->endpoints->login . '/oauth2/access-tokens',
					headers: $headers,
					body: $body
				)
			);
		} catch ( TransportFailure $failure ) {
			throw RemoteFailure::not_sent( $failure, self::ROUTE );
		}
	}

	private function failure( HttpResponse $response ): RemoteFailure {
		$kind = match ( true ) {
			$response->status === 429 => FailureKind::RateLimited,
			// Only Sellsy's own answer says that the credentials are refused; a proxy's error page does not.
			$response->status >= 400
				&& $response->status < 500
				&& $response->json() !== null => FailureKind::Unauthorized,
			default => FailureKind::NotSent,
		};
		$error = $response->json()['error'] ?? '';
		return new RemoteFailure(
			kind: $kind,
			status: $response->status,
			route: self::ROUTE,
			detail: in_array( $error, [ self::INVALID_GRANT, self::INVALID_CLIENT ], true ) ? $error : '',
			retry_after: $kind === FailureKind::RateLimited
				? Quota::from_response( $response )->seconds_until_open()
				: null
		);
	}
}
