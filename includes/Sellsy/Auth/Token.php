<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Auth;

defined( 'ABSPATH' ) || exit;

/** What the login host handed out to one client. */
final class Token {

	/** Seconds taken off the life that Sellsy names: clocks differ and requests take time. */
	private const MARGIN = 60;

	/**
	 * @param string $refresh_token empty for personal clients; works once, every renewal brings a new one.
	 * @param int    $expires_at    Unix time.
	 */
	public function __construct(
		public readonly string $client_id,
		public readonly string $access_token,
		public readonly string $refresh_token,
		public readonly int $expires_at,
	) {}

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
