<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Options;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Site;
use OrderInvoicer\WordPress\Tables\CheckedRead;

/**
 * The stored `home` option, not `home_url()`: languages and the request's scheme change the latter. The scheme and
 * `www.` are left out, because a shop that only moves to https has not been copied.
 */
final class OptionSite implements Site {

	private const OPTION = 'orderinvoicer_known_site';

	public function __construct( private readonly FreshOptions $options ) {}

	public function address(): string {
		$home = CheckedRead::read( static fn (): mixed => get_option( 'home' ) );
		$bare = preg_replace( '#^https?://(www\.)?#i', '', is_string( $home ) ? trim( $home ) : '' );
		return untrailingslashit( strtolower( (string) $bare ) );
	}

	public function known_address(): string {
		return $this->known()['address'];
	}

	public function known_account(): string {
		return $this->known()['account'];
	}

	/** Sites that were connected by an earlier release have no moment. */
	public function known_since(): ?\DateTimeImmutable {
		$since = $this->known()['since'];
		return ctype_digit( $since ) ? new \DateTimeImmutable( "@$since" ) : null;
	}

	/**
	 * Reversed, because tools that copy a shop replace the old address by the new one everywhere in the database: kept
	 * as it is, the copy would believe that it is the original. Encoded, because letters of several bytes do not
	 * survive being reversed.
	 */
	public function remember( string $address, string $account, \DateTimeImmutable $at ): void {
		$this->keep( $address, $account, (string) $at->getTimestamp() );
	}

	public function is_at_home(): bool {
		return hash_equals( $this->known()['database'], $this->database() );
	}

	public function settle(): void {
		$known = $this->known();
		if ( $known['address'] !== '' && ! $this->is_at_home() ) {
			$this->keep( $known['address'], $known['account'], $known['since'] );
		}
	}

	private function keep( string $address, string $account, string $since ): void {
		$this->options->set(
			self::OPTION,
			(string) wp_json_encode( [ strrev( rawurlencode( $address ) ), $account, $since, $this->database() ] )
		);
	}

	/** A copy that was made with the keys of the shop too still has another database, or another server. */
	private function database(): string {
		return wp_hash( $this->options->where() );
	}

	/** @return array{address: string, account: string, since: string, database: string} */
	private function known(): array {
		$stored = json_decode( $this->options->get( self::OPTION ), true );
		$values = is_array( $stored ) ? array_values( array_filter( $stored, 'is_string' ) ) : [];
		return [
			'address'  => rawurldecode( strrev( $values[0] ?? '' ) ),
			'account'  => $values[1] ?? '',
			'since'    => $values[2] ?? '',
			'database' => $values[3] ?? '',
		];
	}
}
