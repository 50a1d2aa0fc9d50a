<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Auth;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\RightState;
use OrderInvoicer\Sellsy\Rights\RouteScopes;
use OrderInvoicer\WordPress\Options\FreshOptions;

/**
 * What Sellsy has shown about each right since these credentials are in use: by a real refusal, a real success, or the
 * test of the connection. One option per right, so that two runners never overwrite each other.
 */
final class SeenRights {

	public const PREFIX = 'orderinvoicer_right_';

	/**
	 * Stored for what a test does not decide alone: refused in earnest, and a test after that which says otherwise
	 * without having done it.
	 */
	private const REFUSED = 'refused';
	private const DOUBTED = 'doubted';

	/** Stored for what Sellsy did: a test can show no more. */
	private const DONE = 'done';

	/** @var array<string, array<string, string>> what is stored, by access and name, as this process knows it. */
	private array $known = [];

	public function __construct(
		private readonly FreshOptions $options,
		private readonly CredentialStore $credentials,
	) {}

	/** @return array<string, RightState> by name: what was shown at all. */
	public function states(): array {
		return array_map( self::state( ... ), $this->all() );
	}

	/** @return list<string> names of those refused in earnest, with no success since. */
	public function doubted(): array {
		return array_keys(
			array_filter(
				$this->all(),
				static fn ( string $stored ): bool => in_array( $stored, [ self::REFUSED, self::DOUBTED ], true )
			)
		);
	}

	/** @return list<string> names of those by which something was done. */
	public function proven(): array {
		return array_keys( $this->all(), self::DONE, true );
	}

	/** The first success takes back what a refusal said. */
	public function succeeded( string $route ): void {
		foreach ( RouteScopes::rights( $route ) as $name ) {
			$this->store( $name, self::DONE );
		}
	}

	/** Of several rights it is one that was not seen yet; where all were, nobody can say which. */
	public function refused( string $route ): void {
		$names  = RouteScopes::rights( $route );
		$stored = $this->all();
		$unseen = array_filter(
			$names,
			static fn ( string $name ): bool => self::state( $stored[ $name ] ?? '' ) !== RightState::Seen
		);
		foreach ( $unseen === [] ? $names : $unseen as $name ) {
			$this->store( $name, self::REFUSED );
		}
	}

	/** What a test showed. Of what was done, only that the right is missing: all else shows less. */
	public function tested( string $name, RightState $state, bool $is_doubted ): void {
		if ( $state !== RightState::Missing && in_array( $name, $this->proven(), true ) ) {
			return;
		}
		$this->store( $name, $state === RightState::Unseen && $is_doubted ? self::DOUBTED : $state->value );
	}

	private function store( string $name, string $state ): void {
		$access                   = $this->credentials->fingerprint();
		$this->known[ $access ] ??= $this->all();
		if ( ( $this->known[ $access ][ $name ] ?? '' ) !== $state ) {
			$this->options->set( self::PREFIX . $name, "$name $state $access" );
			// Of this access alone: there is one row for each right, and what another one had stands there no longer.
			$this->known = [ $access => [ $name => $state ] + $this->known[ $access ] ];
		}
	}

	private static function state( string $stored ): RightState {
		return match ( $stored ) {
			self::REFUSED => RightState::Missing,
			self::DONE    => RightState::Seen,
			default       => RightState::tryFrom( $stored ) ?? RightState::Unseen,
		};
	}

	/** @return array<string, string> what is stored, by name, of this access: what another was refused says nothing. */
	private function all(): array {
		$access = $this->credentials->fingerprint();
		$found  = [];
		foreach ( $this->options->starting_with( self::PREFIX ) as $value ) {
			[ $name, $state, $of ] = explode( ' ', "$value  " );
			if ( $of === $access ) {
				$found[ $name ] = $state;
			}
		}
		return $found;
	}
}
