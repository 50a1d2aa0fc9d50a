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
		$tried      = $refused === [] ? [] : explode( ', ', implode( ', ', $refused ) );
		$names      = [ ...$this->needed->names(), ...$tried ];
		$privileges = array_filter( [ ...Privilege::of_all(), ...Privilege::of( $names ) ], $this->is_withheld( ... ) );
		$words      = array_map( static fn ( Privilege $one ): string => $one->words, $privileges );
		$is_open    = fn ( string $name ): bool => $this->is_refused( $name ) && ! $this->is_explained( $name );
		return array_values( array_unique( [ ...$words, ...array_filter( $names, $is_open ) ] ) );
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

	private function is_refused( string $name ): bool {
		return str_starts_with( $name, Refusal::ABOUT )
			|| ( $this->seen->states()[ $name ] ?? null ) === RightState::Missing;
	}

	/** A privilege that is withheld is the cause of it. */
	private function is_explained( string $right ): bool {
		return array_filter( Privilege::of( [ $right ] ), $this->is_withheld( ... ) ) !== [];
	}

	private function is_withheld( Privilege $privilege ): bool {
		return $this->person->has( $privilege ) === false;
	}

	private function is_given( string $right ): bool {
		$privilege = Privilege::first_of( $right );
		return $privilege !== null && $this->person->has( $privilege ) === true;
	}
}
