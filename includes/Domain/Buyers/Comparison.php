<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Buyers;

defined( 'ABSPATH' ) || exit;

/** Compares an order's buyer with one customer at Sellsy of the same kind: legal numbers first, then names. */
final class Comparison {

	private function __construct(
		public readonly Likeness $likeness,
		public readonly bool $is_by_number,
	) {}

	/** @param string $first_name keyed hash of the buyer's first name; empty for none. */
	public static function between( BuyerIdentity $buyer, Candidate $candidate, string $first_name ): self {
		if ( $buyer->is_company() ) {
			$theirs   = $candidate->customer->numbers();
			$likeness = $buyer->numbers->likeness( $theirs );
			if ( $likeness !== Likeness::Other || $buyer->numbers->shares_siren( $theirs ) ) {
				return new self( $likeness === Likeness::Other ? Likeness::Near : $likeness, true );
			}
		}
		$by_name = $buyer->is_company()
			? self::companies( $buyer, $candidate )
			: self::persons( $buyer, $candidate, $first_name );
		return new self( $by_name, false );
	}

	/** The stronger, the smaller: an equal number, the same SIREN, an equal name, a near one. Null for none of them. */
	public function rank(): ?int {
		return match ( $this->likeness ) {
			Likeness::Equal => $this->is_by_number ? 0 : 2,
			Likeness::Near  => $this->is_by_number ? 1 : 3,
			default         => null,
		};
	}

	private static function companies( BuyerIdentity $buyer, Candidate $candidate ): Likeness {
		$theirs = CompanyName::from_name( $candidate->customer->name );
		$found  = Likeness::Other;
		foreach ( $buyer->companies as $ours ) {
			$likeness = $candidate->has_another_form( $ours ) ? Likeness::Other : $ours->likeness( $theirs );
			if ( $likeness === Likeness::Equal ) {
				return $likeness;
			}
			$found = $likeness === Likeness::Near ? $likeness : $found;
		}
		return $found;
	}

	/** A slip or an initial counts at the same address only. */
	private static function persons( BuyerIdentity $buyer, Candidate $candidate, string $first_name ): Likeness {
		$theirs   = $candidate->customer->person();
		$likeness = $buyer->person->likeness( $theirs );
		if ( $likeness !== Likeness::Near ) {
			return $likeness;
		}
		if ( $buyer->person->is_initial_of( $theirs ) && $candidate->has_another_first_name( $first_name ) ) {
			return Likeness::Other;
		}
		return array_filter( $candidate->addresses(), $buyer->lives_at( ... ) ) === [] ? Likeness::Other : $likeness;
	}
}
