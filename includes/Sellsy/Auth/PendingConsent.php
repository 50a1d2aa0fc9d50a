<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Auth;

defined( 'ABSPATH' ) || exit;

/** Somebody was sent to Sellsy's page and has not come back. */
final class PendingConsent {

	/** Seconds; as long as Sellsy's own code may be used. */
	private const LIFE = 600;

	/**
	 * @param string $state      random; Sellsy sends it back.
	 * @param string $verifier   of the proof key; never leaves this server before the exchange.
	 * @param string $return_to  a route of our own page, such as `/connection`.
	 * @param int    $started_at Unix time.
	 */
	public function __construct(
		public readonly string $state,
		public readonly int $user_id,
		public readonly string $client_id,
		public readonly string $verifier,
		public readonly string $return_to,
		public readonly int $started_at,
	) {}

	/** Only who was sent away may come back, in time, and for the client that is still connected. */
	public function is_answered_by( string $state, int $user_id, string $client_id, int $now ): bool {
		return hash_equals( $this->state, $state )
			&& $this->user_id === $user_id
			&& $this->client_id === $client_id
			&& $now < $this->started_at + self::LIFE;
	}
}
