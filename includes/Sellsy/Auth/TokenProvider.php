<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Auth;

use OrderInvoicer\Application\FailureKind;
use OrderInvoicer\Application\Ports\Clock;
use OrderInvoicer\Application\RemoteFailure;

defined( 'ABSPATH' ) || exit;

/**
 * A valid access token, renewed by one process at a time: refresh tokens work once, and two renewals for one client can
 * invalidate each other.
 */
final class TokenProvider {

	/** How often a process looks whether another one has brought the token, before it gives up. */
	private const LOOKS = 80;

	public function __construct(
		private readonly CredentialStore $credentials,
		private readonly TokenStore $tokens,
		private readonly TokenEndpoint $endpoint,
		private readonly RefreshLock $lock,
		private readonly Clock $clock,
	) {}

	/**
	 * @param string $refused a token that Sellsy has answered with 401: any other one is wanted.
	 * @throws RemoteFailure
	 */
	public function access_token( string $refused = '' ): string {
		$credentials = $this->required_credentials();
		for ( $look = 0; $look < self::LOOKS; $look++ ) {
			$token = $this->usable( $credentials, $refused ) ?? $this->renewed( $credentials, $refused );
			if ( $token !== null ) {
				return $token->access_token;
			}
			$this->lock->wait();
		}
		throw new RemoteFailure( FailureKind::NotSent, detail: 'No access token in time.' );
	}

	/**
	 * The second half of "Connect Sellsy" (private client).
	 *
	 * @throws RemoteFailure
	 */
	public function authorize( string $code, Pkce $pkce, string $redirect_uri ): void {
		$this->tokens->write( $this->endpoint->by_code( $this->required_credentials(), $code, $pkce, $redirect_uri ) );
	}

	private function required_credentials(): Credentials {
		return $this->credentials->current() ?? throw new RemoteFailure( FailureKind::Unauthorized, detail: 'No credentials.' );
	}

	private function usable( Credentials $credentials, string $refused ): ?Token {
		$token = $this->tokens->read();
		return $token?->is_usable( $credentials->client_id, $this->clock->now()->getTimestamp(), $refused ) === true ? $token : null;
	}

	/** Null when another process is at it. */
	private function renewed( Credentials $credentials, string $refused ): ?Token {
		if ( ! $this->lock->acquire() ) {
			return null;
		}
		try {
			// Somebody may have finished between the look and the lock.
			return $this->usable( $credentials, $refused ) ?? $this->renew( $credentials );
		} finally {
			$this->lock->release();
		}
	}

	private function renew( Credentials $credentials ): Token {
		$old   = $this->tokens->read();
		$token = $old !== null && $old->client_id === $credentials->client_id && $old->refresh_token !== ''
			? $this->endpoint->by_refresh_token( $credentials, $old->refresh_token )
			: $this->endpoint->by_client_credentials( $credentials );
		$this->tokens->write( $token );
		return $token;
	}
}
