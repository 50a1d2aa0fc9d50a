<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Auth;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\LastingAccess;
use OrderInvoicer\Domain\Account\Site;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\System\Clock;

/**
 * A valid access token, renewed by one process at a time: refresh tokens work once, and two renewals for one client can
 * invalidate each other. Where the answer to a renewal is lost, only Sellsy knows whether the refresh token still
 * works: it is asked once more, and a refresh token that it calls invalid is forgotten.
 */
final class TokenProvider implements LastingAccess {

	/**
	 * Seconds without a renewal after which one is made for its own sake; Sellsy drops refresh tokens after 60 days.
	 */
	private const IDLE = 30 * 86_400;

	/** How often a process looks whether another one has brought the token, before it gives up. */
	private const LOOKS = 80;

	/** The token that this row's requests have been made with, and which hold of the credentials it belongs to. */
	private ?Token $last = null;
	private int $hold    = 0;

	public function __construct(
		private readonly CredentialStore $credentials,
		private readonly TokenStore $tokens,
		private readonly TokenEndpoint $endpoint,
		private readonly RefreshLock $lock,
		private readonly Clock $clock,
		private readonly Site $site,
	) {}

	/**
	 * @param string $refused a token that Sellsy has answered with 401: any other one is wanted.
	 * @throws RemoteFailure
	 */
	public function access_token( string $refused = '' ): string {
		$credentials = $this->required_credentials();
		if ( $this->is_good( $this->of_this_row(), $credentials, $refused ) ) {
			return $this->last->access_token ?? '';
		}
		for ( $look = 0; $look < self::LOOKS; $look++ ) {
			$token = $this->usable( $credentials, $refused ) ?? $this->renewed_with( $credentials, $refused );
			if ( $token !== null ) {
				[ $this->last, $this->hold ] = [ $token, $this->credentials->hold_number() ];
				return $token->access_token;
			}
			$this->lock->wait();
		}
		throw new RemoteFailure( FailureKind::NotSent, detail: 'No access token in time.' );
	}

	/**
	 * The second half of "Connect Sellsy" (private client). Not while another process renews the token of before: its
	 * answer would replace this one.
	 *
	 * @throws RemoteFailure
	 * @throws \RuntimeException when the token cannot be encrypted.
	 */
	public function authorize( string $code, Pkce $pkce, string $redirect_uri ): void {
		$credentials = $this->required_credentials();
		$this->wait_for_lock();
		try {
			$this->tokens->write( $this->endpoint->by_code( $credentials, $code, $pkce, $redirect_uri ) );
		} finally {
			$this->lock->release();
		}
	}

	public function keep_alive(): void {
		$token = $this->tokens->read();
		if (
			$token !== null
			&& $token->refresh_token !== ''
			&& $token->expires_at < $this->clock->now()->getTimestamp() - self::IDLE
		) {
			$this->access_token();
		}
	}

	private function required_credentials(): Credentials {
		return $this->credentials->current()
			?? throw new RemoteFailure( FailureKind::Unauthorized, detail: 'No credentials.' );
	}

	private function usable( Credentials $credentials, string $refused ): ?Token {
		$token = $this->tokens->read();
		return $this->is_good( $token, $credentials, $refused ) ? $token : null;
	}

	/**
	 * As the credentials, it counts for one row of the ledger; where another process renewed it, Sellsy refuses this
	 * one.
	 */
	private function of_this_row(): ?Token {
		$hold = $this->credentials->hold_number();
		return $hold > 0 && $hold === $this->hold ? $this->last : null;
	}

	private function is_good( ?Token $token, Credentials $credentials, string $refused ): bool {
		return $token?->is_usable( $credentials->client_id, $this->clock->now()->getTimestamp(), $refused ) === true;
	}

	private function wait_for_lock(): void {
		for ( $look = 0; $look < self::LOOKS; $look++ ) {
			if ( $this->lock->acquire() ) {
				return;
			}
			$this->lock->wait();
		}
		throw new RemoteFailure( FailureKind::NotSent, detail: 'Another process renews the token.' );
	}

	/** What Sellsy says of keys that were replaced while it was asked is no verdict on those that took their place. */
	private function renewed_with( Credentials $credentials, string $refused ): ?Token {
		try {
			return $this->renewed( $credentials, $refused );
		} catch ( RemoteFailure $failure ) {
			$this->credentials->read_anew(); // Another process stores what a person enters.
			if (
				$failure->kind === FailureKind::Unauthorized
				&& ! $credentials->are( $this->credentials->current() )
			) {
				throw new RemoteFailure(
					FailureKind::NotSent,
					detail: 'The keys were changed meanwhile.',
					previous: $failure
				);
			}
			throw $failure;
		}
	}

	/** Null when another process is at it. */
	private function renewed( Credentials $credentials, string $refused ): ?Token {
		if ( ! $this->lock->acquire() ) {
			return null;
		}
		try {
			// Somebody may have finished between the look and the lock.
			return $this->usable( $credentials, $refused ) ?? $this->renew( $credentials, $refused );
		} finally {
			$this->lock->release();
		}
	}

	private function renew( Credentials $credentials, string $refused ): Token {
		$former = $this->tokens->read();
		$token  = $credentials->need_consent()
			? $this->refreshed( $credentials )
			: $this->endpoint->by_client_credentials( $credentials );
		$token  = $token->after( $former, $refused );
		// The owner may have disconnected meanwhile: nothing of that access stays then.
		$this->credentials->read_anew();
		if ( $credentials->are( $this->credentials->current() ) ) {
			$this->tokens->write( $token );
		}
		return $token;
	}

	private function refreshed( Credentials $credentials ): Token {
		$old = $this->tokens->read();
		if ( $old === null || ! $old->can_be_renewed( $credentials->client_id ) || $this->is_copy() ) {
			throw new RemoteFailure( FailureKind::Unauthorized, detail: 'No consent.' );
		}
		try {
			return $this->endpoint->by_refresh_token( $credentials, $old->refresh_token );
		} catch ( RemoteFailure $failure ) {
			if ( $failure->detail === TokenEndpoint::INVALID_GRANT ) {
				$this->tokens->forget();
			}
			throw $failure;
		}
	}

	/** A copied shop holds the same refresh token; used there, it would be gone for the original. */
	private function is_copy(): bool {
		$known = $this->site->known_address();
		return $known !== '' && $known !== $this->site->address();
	}
}
