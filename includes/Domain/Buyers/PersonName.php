<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Buyers;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Text\PlainName;

/**
 * First and last name of a person; a title before the first name is not part of it. One other letter makes another
 * first name.
 */
final class PersonName {

	private const TITLES = [
		...[ 'm', 'mr', 'mme', 'mlle', 'dr', 'pr', 'prof', 'me', 'mgr' ],
		...[ 'monsieur', 'madame', 'mademoiselle', 'docteur', 'professeur', 'maitre' ],
		...[ 'mrs', 'ms', 'miss', 'herr', 'frau', 'sr', 'sra', 'sig', 'dhr', 'mevr' ],
	];

	/** From this length on, one letter more, less or other is a slip and not another surname. */
	private const LONG_ENOUGH = 6;

	/**
	 * @param list<string> $first
	 * @param list<string> $last
	 */
	private function __construct(
		private readonly array $first,
		private readonly array $last,
	) {}

	public static function from_names( string $first, string $last ): self {
		$words = PlainName::words( $first );
		while ( isset( $words[1] ) && in_array( $words[0], self::TITLES, true ) ) {
			array_shift( $words );
		}
		return new self( $words, PlainName::words( $last ) );
	}

	public function says_nothing(): bool {
		return $this->first === [] && $this->last === [];
	}

	/** The same in either order of the parts. */
	public function normalised(): string {
		$parts = [ PlainName::join( $this->first ), PlainName::join( $this->last ) ];
		sort( $parts, SORT_STRING );
		return trim( implode( '|', $parts ), '|' );
	}

	/** @return list<string> of both parts. */
	public function words(): array {
		return [ ...$this->first, ...$this->last ];
	}

	/** The first name in full; empty where there is none, or its initial only. */
	public function whole_first_name(): string {
		return $this->is_initial() ? '' : PlainName::join( $this->first );
	}

	/** Near counts only at the same address, which is the caller's to see. */
	public function likeness( self $other ): Likeness {
		return match ( true ) {
			array_intersect( $this->spellings(), $other->spellings() ) !== [] => Likeness::Equal,
			$this->is_near( $other ) => Likeness::Near,
			default => Likeness::Other,
		};
	}

	/** "M." of "Michel", in either direction; not of "Mme", which a title alone would tell apart. */
	public function is_initial_of( self $other ): bool {
		return $this->is_initial() !== $other->is_initial() && $this->begins_alike( $other );
	}

	private function is_near( self $other ): bool {
		if ( $this->first === [] || $other->first === [] ) {
			return false;
		}
		$ours   = PlainName::join( $this->last );
		$theirs = PlainName::join( $other->last );
		return $ours === $theirs
			? $ours !== '' && $this->is_initial_of( $other )
			: PlainName::join( $this->first ) === PlainName::join( $other->first ) && self::is_slip( $ours, $theirs );
	}

	/** @return list<string> first name first, and last name first; none for a name that says nothing. */
	private function spellings(): array {
		$swapped = [ ...$this->last, ...$this->first ];
		return $this->says_nothing() ? [] : [ PlainName::join( $this->words() ), PlainName::join( $swapped ) ];
	}

	private function is_initial(): bool {
		return $this->first !== [] && max( array_map( mb_strlen( ... ), $this->first ) ) === 1;
	}

	private function begins_alike( self $other ): bool {
		[ $short, $whole ] = $this->is_initial() ? [ $this->first, $other->first ] : [ $other->first, $this->first ];
		foreach ( $short as $place => $letter ) {
			$name = $whole[ $place ] ?? '';
			if ( ! str_starts_with( $name, $letter ) || in_array( $name, self::TITLES, true ) ) {
				return false;
			}
		}
		return true;
	}

	/** One letter more, less or other. */
	private static function is_slip( string $one, string $other ): bool {
		[ $one, $other ] = [ mb_str_split( $one ), mb_str_split( $other ) ];
		[ $short, $long ] = count( $one ) <= count( $other ) ? [ $one, $other ] : [ $other, $one ];
		$more             = count( $long ) - count( $short );
		if ( count( $short ) < self::LONG_ENOUGH || $more > 1 ) {
			return false;
		}
		$at = 0;
		while ( isset( $short[ $at ] ) && $short[ $at ] === $long[ $at ] ) {
			$at++;
		}
		return array_slice( $short, $at + 1 - $more ) === array_slice( $long, $at + 1 );
	}
}
