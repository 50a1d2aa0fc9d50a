<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Auth;

defined( 'ABSPATH' ) || exit;

/**
 * What the login host handed out to one client.
 *
 * @assumes token-taken-back
 */
final class Token {

	/** Seconds taken off the life that Sellsy names: clocks differ and requests take time. */
	private const MARGIN = 60;

	/** Seconds. One that Sellsy takes back sooner after it was given did not reach its end, however long that is. */
	private const EARLY = 1800;

	/** How many such moments are kept. */
	private const KEPT = 10;

	/**
	 * @param string $refresh_token empty for personal clients; works once, every renewal brings a new one.
	 * @param int    $expires_at    Unix time.
	 * @param int    $given_at      Unix time; 0 where it was not noted.
	 * @param list<int> $taken      Unix times at which Sellsy took back a token of this client early: somebody else
	 *                              asked for one with the same keys.
	 * @param int    $noted_since   Unix time since when such moments are noted; 0 where nobody does.
	 */
	public function __construct(
		public readonly string $client_id,
		public readonly string $access_token,
		public readonly string $refresh_token,
		public readonly int $expires_at,
		public readonly int $given_at = 0,
		public readonly array $taken = [],
		public readonly int $noted_since = 0,
	) {}

	/** @param string $refused the token that Sellsy refused; empty where the former one only came to its end. */
	public function after( ?self $former, string $refused ): self {
		if ( $former === null || $former->client_id !== $this->client_id ) {
			return $this;
		}
		$is_taken = $refused === $former->access_token && $this->given_at - $former->given_at < self::EARLY;
		$taken    = $is_taken ? [ ...$former->taken, $this->given_at ] : $former->taken;
		$own = [
			'taken'       => array_slice( $taken, -self::KEPT ),
			'noted_since' => $former->noted_since === 0 ? $this->noted_since : $former->noted_since,
		];
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return new self( ...[ ...get_object_vars( $this ), ...$own ] );
	}

	/** Without the owner: only by a refresh token, for this client. */
	public function can_be_renewed( string $client_id ): bool {
		return $this->client_id === $client_id && $this->refresh_token !== '';
	}

	/** A token of another client is never used, nor one that Sellsy has just refused. */
	public function is_usable( string $client_id, int $now, string $refused ): bool {
		return $this->client_id === $client_id
			&& $this->access_token !== $refused
			&& $now < $this->expires_at - self::MARGIN;
	}
}
