<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\RightState;
use OrderInvoicer\Features\Doctor\Trials\Refusal;
use OrderInvoicer\Sellsy\Auth\SeenRights;
use OrderInvoicer\Sellsy\Rights\NeededRights;
use OrderInvoicer\Sellsy\Rights\Privilege;
use OrderInvoicer\Sellsy\SeenPerson;

/** What the access and its person lack of what this shop's settings ask for, and what of it was never seen. */
final class AccessRights {

	private const VERBS = [ 'read', 'write', 'validate' ];

	/** The pass notices what they would have told: no order waits. */
	private const WEBHOOKS = 'webhooks';

	public function __construct(
		private readonly NeededRights $needed,
		private readonly SeenRights $seen,
		private readonly SeenPerson $person,
	) {}

	/**
	 * @param list<string> $refused what the trials were, whether the settings ask for it or not.
	 * @return list<string> privileges of the person in Sellsy's words; of what no privilege explains, rights by their
	 *                      names, or what the call was about.
	 */
	public function missing( array $refused ): array {
		return $this->lacking( [ ...$this->needed->names(), ...self::names( $refused ) ] );
	}

	/**
	 * @param list<string> $refused what the trials were.
	 * @return list<string> of what is missing, that for which orders wait.
	 */
	public function waited_for( array $refused ): array {
		$needed   = array_filter(
			$this->needed->names(),
			static fn ( string $name ): bool => self::topic( $name ) !== self::WEBHOOKS
		);
		$is_asked = static function ( string $name ) use ( $needed ): bool {
			$topics = array_map( self::topic( ... ), $needed );
			return str_starts_with( $name, Refusal::ABOUT )
				? self::is_of_account( $name ) || in_array( self::topic( $name ), $topics, true )
				: in_array( $name, $needed, true );
		};
		return $this->lacking( [ ...$needed, ...array_filter( self::names( $refused ), $is_asked ) ] );
	}

	/**
	 * @return list<string> rights to make something, by which nothing was made yet: that Sellsy does not refuse to
	 *                      change what no account has is only an inference.
	 */
	public function unseen(): array {
		$proven    = $this->seen->proven();
		$is_unseen = fn ( string $name ): bool => match ( true ) {
			in_array( $name, $proven, true ), $this->is_refused( $name ), $this->is_explained( $name ) => false,
			str_ends_with( $name, '.write' ) => true,
			// The scope is that of writing; the privilege is said.
			str_ends_with( $name, '.validate' ) => ! $this->is_given( $name )
				|| ! in_array( str_replace( '.validate', '.write', $name ), $proven, true ),
			default => false,
		};
		return array_values( array_filter( $this->needed->names(), $is_unseen ) );
	}

	/** @return list<string> of those not seen: what making drafts would show. None is finalised. */
	public function shown_by_drafts(): array {
		$is_shown = fn ( string $name ): bool => str_ends_with( $name, '.write' ) || $this->is_given( $name );
		return array_values( array_filter( $this->unseen(), $is_shown ) );
	}

	/**
	 * @param list<string> $names
	 * @return list<string> one cause is told once.
	 */
	private function lacking( array $names ): array {
		$rights     = array_merge( [], ...array_map( self::rights_of( ... ), $names ) );
		$privileges = array_filter(
			[ ...Privilege::of_all(), ...Privilege::of( $rights ) ],
			$this->is_withheld( ... )
		);
		$words      = array_map( static fn ( Privilege $one ): string => $one->words, $privileges );
		$open       = array_filter(
			$names,
			fn ( string $name ): bool => $this->is_refused( $name ) && ! $this->is_explained( $name )
		);
		$named      = array_map(
			self::topic( ... ),
			array_filter( $open, static fn ( string $name ): bool => ! str_starts_with( $name, Refusal::ABOUT ) )
		);
		$is_told    = static fn ( string $name ): bool => str_starts_with( $name, Refusal::ABOUT )
			&& in_array( self::topic( $name ), $named, true );
		$others     = array_filter( $open, static fn ( string $name ): bool => ! $is_told( $name ) );
		return array_values( array_unique( [ ...$words, ...$others ] ) );
	}

	/**
	 * @param list<string> $refused a call may have needed several.
	 * @return list<string>
	 */
	private static function names( array $refused ): array {
		return $refused === [] ? [] : explode( ', ', implode( ', ', $refused ) );
	}

	/** What a right or a call is about, such as invoices. */
	private static function topic( string $name ): string {
		$topic = str_starts_with( $name, Refusal::ABOUT )
			? substr( $name, strlen( Refusal::ABOUT ) )
			: explode( '.', $name )[0];
		return $topic === 'deposit-invoices' ? 'invoices' : $topic;
	}

	/** @return list<string> each that a refused call of this topic may have needed. */
	private static function rights_of( string $name ): array {
		return str_starts_with( $name, Refusal::ABOUT )
			? array_map( static fn ( string $verb ): string => self::topic( $name ) . ".$verb", self::VERBS )
			: [ $name ];
	}

	/** Its own lists are no document's: everything needs them. */
	private static function is_of_account( string $name ): bool {
		$topics = [
			'companies',
			'individuals',
			'contacts',
			'items',
			'invoices',
			'credit-notes',
			'estimates',
			'orders',
			'payments',
			self::WEBHOOKS,
		];
		return ! in_array( self::topic( $name ), $topics, true );
	}

	private function is_refused( string $name ): bool {
		return str_starts_with( $name, Refusal::ABOUT )
			|| ( $this->seen->states()[ $name ] ?? null ) === RightState::Missing;
	}

	/** A privilege that is withheld is the cause of it. */
	private function is_explained( string $name ): bool {
		return array_filter( Privilege::of( self::rights_of( $name ) ), $this->is_withheld( ... ) ) !== [];
	}

	private function is_withheld( Privilege $privilege ): bool {
		return $this->person->has( $privilege ) === false;
	}

	private function is_given( string $right ): bool {
		$privilege = Privilege::first_of( $right );
		return $privilege !== null && $this->person->has( $privilege ) === true;
	}
}
