<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Auth;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\Randomness;

/** A private client's way: a person is sent to Sellsy's page, allows it there, and comes back with a code. */
final class ConsentFlow {

	/** Tells our answers from those meant for somebody else on the same address. */
	public const STATE_PREFIX = 'orderinvoicer-';

	/**
	 * Where Sellsy's page sends the browser back to, as it is entered there. An address without a query, because Sellsy
	 * compares it and adds its own query to it.
	 */
	public static function address(): string {
		return admin_url( 'admin-post.php' );
	}

	public function __construct(
		private readonly CredentialStore $credentials,
		private readonly ConsentStore $consent_store,
		private readonly TokenEndpoint $endpoint,
		private readonly TokenProvider $tokens,
		private readonly Clock $clock,
		private readonly Randomness $randomness,
		private readonly string $redirect_url,
	) {}

	/**
	 * @param string $return_to a route of our own page.
	 * @return string|null the address to send the browser to; null unless the credentials are a private client's.
	 * @throws \RuntimeException when the proof key cannot be stored.
	 */
	public function begin( int $user_id, string $return_to ): ?string {
		$credentials = $this->credentials->current();
		if ( $credentials === null || ! $credentials->need_consent() ) {
			return null;
		}
		$pkce  = Pkce::create();
		$state = self::STATE_PREFIX . $this->randomness->token();
		$this->consent_store->write(
			new PendingConsent(
				state: $state,
				user_id: $user_id,
				client_id: $credentials->client_id,
				verifier: $pkce->verifier,
				return_to: $return_to,
				started_at: $this->now()
			)
		);
		return $this->endpoint->authorization_url( $credentials, $pkce, $this->redirect_url, $state );
	}

	/** Null when this answer belongs to nothing that this person began; what is under way stays then. */
	public function take( int $user_id, string $state ): ?PendingConsent {
		$pending = $this->consent_store->read();
		$client  = $this->credentials->current()->client_id ?? '';
		return $pending?->is_answered_by( $state, $user_id, $client, $this->now() ) === true
			&& $this->consent_store->forget()
			? $pending
			: null;
	}

	/** @param string $code empty when Sellsy sent an error instead. */
	public function finish( PendingConsent $pending, string $code, string $error ): ConsentOutcome {
		if ( $code === '' ) {
			return $error === 'access_denied' ? ConsentOutcome::Denied : ConsentOutcome::CodeRefused;
		}
		try {
			$this->tokens->authorize( $code, Pkce::from_verifier( $pending->verifier ), $this->redirect_url );
		} catch ( RemoteFailure $failure ) {
			return $this->refusal( $failure );
		} catch ( \RuntimeException ) {
			return ConsentOutcome::NotStored;
		}
		return ConsentOutcome::Connected;
	}

	private function refusal( RemoteFailure $failure ): ConsentOutcome {
		return match ( true ) {
			$failure->kind !== FailureKind::Unauthorized => ConsentOutcome::NoAnswer,
			$failure->detail === TokenEndpoint::INVALID_CLIENT => ConsentOutcome::KeysRefused,
			default => ConsentOutcome::CodeRefused,
		};
	}

	private function now(): int {
		return $this->clock->now()->getTimestamp();
	}
}
