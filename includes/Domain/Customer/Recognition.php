<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Customer;

use OrderInvoicer\Domain\Sync\Problem;
use OrderInvoicer\Domain\Sync\ProblemCode;

/**
 * Which of the customers that were found is the buyer of an order: one, none of them (a customer of its own is created), or
 * a person is asked. docs/CUSTOMERS.md says the rules for the shop's owner.
 */
final class Recognition {

	/**
	 * @param ?Candidate $candidate whom the document is for; null where nobody is.
	 * @param ?Problem   $question  what a person is asked.
	 * @param ?Problem   $note      what the order says where a customer is created.
	 */
	private function __construct(
		public readonly ?Candidate $candidate = null,
		public readonly ?Problem $question = null,
		public readonly ?Problem $note = null,
	) {}

	/**
	 * @param list<Candidate>          $candidates of both kinds, none of them archived.
	 * @param bool                     $is_shared  three customers or more have this guest's e-mail address.
	 * @param callable(string): string $keyed      the hash by which names and postcodes are remembered.
	 */
	public static function among( array $candidates, BuyerIdentity $buyer, bool $is_shared, callable $keyed ): self {
		$first_name = $buyer->first_name() === '' ? '' : $keyed( $buyer->first_name() );
		$postcode   = $buyer->postcode === '' ? '' : $keyed( $buyer->postcode );
		$ranks      = [];
		$possible   = [];
		$has_kind   = false;
		foreach ( $candidates as $candidate ) {
			$comparison = $candidate->customer->ref->type === $buyer->type ? Comparison::of( $buyer, $candidate, $first_name ) : null;
			$has_kind   = $has_kind || ( $comparison !== null && $candidate->has_email );
			if ( $comparison?->likeness === Likeness::Never ) {
				continue;
			}
			$possible[] = $candidate;
			$rank       = $comparison?->rank();
			if ( $comparison === null ) {
				continue;
			}
			if ( $rank === null || ( $is_shared && ! $comparison->is_by_number && ! self::bought_from( $candidate, $buyer, $postcode ) ) ) {
				continue;
			}
			$ranks[ $rank ][] = $candidate;
		}
		return match ( true ) {
			$ranks !== []        => self::one_of( $ranks[ min( array_keys( $ranks ) ) ] ),
			! $buyer->has_name() => self::one_of( $buyer->numbers->is_empty() ? $possible : self::of_kind( $possible, $buyer ) ),
			default              => self::otherwise( $possible, $has_kind, $buyer ),
		};
	}

	/** @param list<RemoteCustomer> $customers that have this shop's reference while another shop uses the same. */
	public static function to_choose( array $customers ): Problem {
		return self::ask( ProblemCode::SeveralCustomers, $customers );
	}

	/** @param list<Candidate> $fitting */
	private static function one_of( array $fitting ): self {
		return count( $fitting ) < 2 ? new self( $fitting[0] ?? null ) : new self( question: self::ask( ProblemCode::SeveralCustomers, self::customers( $fitting ) ) );
	}

	/**
	 * Nobody has the name.
	 *
	 * @param list<Candidate> $possible of both kinds.
	 * @param bool            $has_kind one of the order's kind has the account or e-mail address.
	 */
	private static function otherwise( array $possible, bool $has_kind, BuyerIdentity $buyer ): self {
		$clients = array_values( array_filter( $possible, static fn ( Candidate $candidate ): bool => ! $candidate->is_ours && $candidate->has_email ) );
		$same    = self::of_kind( $clients, $buyer );
		$fitting = array_values( array_filter( $same, static fn ( Candidate $candidate ): bool => self::is_longer_or_shorter( $candidate, $buyer ) ) );
		if ( $fitting !== [] ) {
			return self::one_of( $fitting );
		}
		if ( ! $has_kind && $clients !== [] ) {
			return new self( question: self::ask( ProblemCode::CustomerOtherKind, self::customers( $clients ), $buyer ) );
		}
		return new self( note: $same === [] ? null : new Problem( ProblemCode::NewClient, $same[0]->customer->ref->facts() ) );
	}

	/**
	 * @param list<Candidate> $candidates
	 * @return list<Candidate>
	 */
	private static function of_kind( array $candidates, BuyerIdentity $buyer ): array {
		return array_values( array_filter( $candidates, static fn ( Candidate $candidate ): bool => $candidate->customer->ref->type === $buyer->type ) );
	}

	/**
	 * The owner's own client under a longer or shorter name: all words of the shorter stand in the longer, and the postcode
	 * is one of its own. Legal forms are no words, and digits count whole.
	 */
	private static function is_longer_or_shorter( Candidate $candidate, BuyerIdentity $buyer ): bool {
		if ( $buyer->is_company() && $candidate->has_another_form( $buyer->companies[0] ) ) {
			return false;
		}
		$ours   = $buyer->is_company() ? $buyer->companies[0]->words : $buyer->person->words();
		$theirs = $buyer->is_company() ? CompanyName::of( $candidate->customer->name )->words : $candidate->customer->person()->words();
		[ $short, $long ] = count( $ours ) <= count( $theirs ) ? [ $ours, $theirs ] : [ $theirs, $ours ];
		return array_diff( $short, $long ) === []
			&& preg_grep( '/\p{L}{4}/u', $short ) !== []
			&& array_filter( $candidate->addresses(), $buyer->has_postcode_of( ... ) ) !== [];
	}

	/** An order of this customer had the postcode, or the owner's client has it. */
	private static function bought_from( Candidate $candidate, BuyerIdentity $buyer, string $postcode ): bool {
		return $postcode !== '' && ( $candidate->had_postcode( $postcode ) || ( ! $candidate->is_ours && array_filter( $candidate->addresses(), $buyer->has_postcode_of( ... ) ) !== [] ) );
	}

	/** @param list<RemoteCustomer> $customers */
	private static function ask( ProblemCode $code, array $customers, ?BuyerIdentity $buyer = null ): Problem {
		$refs = array_map( static fn ( RemoteCustomer $customer ): array => $customer->ref->facts(), $customers );
		return new Problem( $code, [ 'candidates' => (string) json_encode( $refs ) ] + ( $buyer === null ? [] : [ 'kind' => $buyer->type->value ] ) );
	}

	/**
	 * @param list<Candidate> $candidates
	 * @return list<RemoteCustomer>
	 */
	private static function customers( array $candidates ): array {
		return array_map( static fn ( Candidate $candidate ): RemoteCustomer => $candidate->customer, $candidates );
	}
}
