<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Auth;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\SecretStore;

/**
 * The client id and secret: those of wp-config.php before those the owner typed. Id and secret are one secret, so that
 * they always belong together.
 */
final class CredentialStore {

	private const NAME = 'credentials';

	/** Decrypted, as they were read while they are held; false: not read yet. */
	private Credentials|false|null $read = false;
	private bool $is_held                = false;
	private int $holds                   = 0;

	/** @param Credentials|null $fixed from constants. */
	public function __construct(
		private readonly SecretStore $secrets,
		private readonly ?Credentials $fixed,
	) {}

	/**
	 * `ORDERINVOICER_CLIENT_ID` and `ORDERINVOICER_CLIENT_SECRET` count only together, and as a personal client:
	 * nothing else is needed for it.
	 */
	public static function for_site( SecretStore $secrets ): self {
		$id     = defined( 'ORDERINVOICER_CLIENT_ID' ) ? constant( 'ORDERINVOICER_CLIENT_ID' ) : '';
		$secret = defined( 'ORDERINVOICER_CLIENT_SECRET' ) ? constant( 'ORDERINVOICER_CLIENT_SECRET' ) : '';
		$usable = is_string( $id ) && is_string( $secret ) && $id !== '' && $secret !== '';
		return new self( $secrets, $usable ? new Credentials( $id, $secret ) : null );
	}

	/** Null when there are none, or those stored can no longer be read. */
	public function current(): ?Credentials {
		if ( $this->fixed !== null ) {
			return $this->fixed;
		}
		if ( ! $this->is_held ) {
			return $this->stored();
		}
		if ( $this->read === false ) {
			$this->read = $this->stored();
		}
		return $this->read;
	}

	/** They are read and decrypted once until `release()`, not for each request. */
	public function hold(): void {
		$this->is_held = true;
		$this->read    = false;
		++$this->holds;
	}

	/** Another number each time that they are held; 0 while they are not. */
	public function hold_number(): int {
		return $this->is_held ? $this->holds : 0;
	}

	public function release(): void {
		$this->is_held = false;
		$this->read    = false;
	}

	/** Where they are held: another process may have stored others since. */
	public function read_anew(): void {
		$this->read = false;
	}

	/** Which access it is, for what is known of one and says nothing of another. Its id is nobody's business there. */
	public function fingerprint(): string {
		return substr( hash( 'sha256', $this->current()->client_id ?? '' ), 0, 16 );
	}

	/** When these keys were entered; null where they stand in wp-config.php, or came before this was noted. */
	public function since(): ?\DateTimeImmutable {
		$since = $this->fixed === null ? ( $this->data()['since'] ?? null ) : null;
		return is_int( $since ) ? new \DateTimeImmutable( "@$since" ) : null;
	}

	public function are_fixed(): bool {
		return $this->fixed !== null;
	}

	/** False when the owner's credentials are there but the site's keys have changed. */
	public function are_readable(): bool {
		return $this->fixed !== null || $this->secrets->is_readable( self::NAME );
	}

	/** @throws \RuntimeException when they cannot be encrypted: nothing is stored then. */
	public function save( Credentials $credentials ): void {
		$since = $credentials->are( $this->stored() ) ? $this->data()['since'] ?? null : time();
		$data  = get_object_vars( $credentials ) + [ 'since' => $since ];
		// phpcs:ignore WordPress.WP.AlternativeFunctions.json_encode_json_encode -- Throws instead of returning false.
		$this->secrets->set( self::NAME, json_encode( $data, JSON_THROW_ON_ERROR ) );
		$this->read_anew();
	}

	public function forget(): void {
		$this->read_anew();
		$this->secrets->delete( self::NAME );
	}

	private function stored(): ?Credentials {
		$data   = $this->data();
		$id     = $data['client_id'] ?? null;
		$secret = $data['client_secret'] ?? null;
		$name   = $data['type'] ?? CredentialsType::Personal->value;
		$type   = is_string( $name ) ? CredentialsType::tryFrom( $name ) : null;
		return is_string( $id ) && is_string( $secret ) && $type !== null
			? new Credentials( $id, $secret, $type )
			: null;
	}

	/** @return array<mixed> */
	private function data(): array {
		$data = json_decode( $this->secrets->get( self::NAME ), true );
		return is_array( $data ) ? $data : [];
	}
}
