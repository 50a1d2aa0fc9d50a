<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Buyers;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;

/**
 * Which of the customers that were found is the buyer of an order: one, none of them (a customer of its own is
 * created), or a person is asked. docs/CUSTOMERS.md says the rules for the shop's owner.
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
			if ( $candidate->customer->ref->type !== $buyer->type ) {
				$possible[] = $candidate;
				continue;
			}
			$has_kind   = $has_kind || $candidate->has_email;
			$comparison = Comparison::between( $buyer, $candidate, $first_name );
			$rank       = $comparison->rank();
			if ( $comparison->likeness !== Likeness::Never ) {
				$possible[] = $candidate;
			}
			$is_sure = ! $is_shared || $comparison->is_by_number;
			if ( $rank !== null && ( $is_sure || self::bought_from( $candidate, $buyer, $postcode ) ) ) {
				$ranks[ $rank ][] = $candidate;
			}
		}
		if ( $ranks === [] && ! $buyer->has_name() ) {
			return self::one_of( $buyer->numbers->is_empty() ? $possible : self::of_kind( $possible, $buyer ) );
		}
		return $ranks === []
			? self::otherwise( $possible, $has_kind, $buyer )
			: self::one_of( $ranks[ min( array_keys( $ranks ) ) ] );
	}

	/** @param list<RemoteCustomer> $customers that have this shop's reference while another shop uses the same. */
	public static function to_choose( array $customers ): Problem {
		return self::ask( ProblemCode::SeveralCustomers, $customers );
	}

	/** @param list<Candidate> $fitting */
	private static function one_of( array $fitting ): self {
		return count( $fitting ) < 2
			? new self( $fitting[0] ?? null )
			: new self( question: self::ask( ProblemCode::SeveralCustomers, self::customers( $fitting ) ) );
	}

	/**
	 * Nobody has the name.
	 *
	 * @param list<Candidate> $possible of both kinds.
	 * @param bool            $has_kind one of the order's kind has the account or e-mail address.
	 */
	private static function otherwise( array $possible, bool $has_kind, BuyerIdentity $buyer ): self {
		$is_clients = static fn ( Candidate $candidate ): bool => ! $candidate->is_ours && $candidate->has_email;
		$is_fitting = static fn ( Candidate $candidate ): bool => self::is_longer_or_shorter( $candidate, $buyer );
		$clients    = array_values( array_filter( $possible, $is_clients ) );
		$same       = self::of_kind( $clients, $buyer );
		$fitting    = array_values( array_filter( $same, $is_fitting ) );
		if ( $fitting !== [] ) {
			return self::one_of( $fitting );
		}
		if ( ! $has_kind && $clients !== [] ) {
			return new self(
				question: self::ask( ProblemCode::CustomerOtherKind, self::customers( $clients ), $buyer )
			);
		}
		return new self(
			note: $same === [] ? null : new Problem( ProblemCode::NewClient, $same[0]->customer->ref->facts() )
		);
	}

	/**
	 * @param list<Candidate> $candidates
	 * @return list<Candidate>
	 */
	private static function of_kind( array $candidates, BuyerIdentity $buyer ): array {
		$is_of_kind = static fn ( Candidate $candidate ): bool => $candidate->customer->ref->type === $buyer->type;
		return array_values( array_filter( $candidates, $is_of_kind ) );
	}

	/**
	 * The owner's own client under a longer or shorter name: all words of the shorter stand in the longer, and the
	 * postcode is one of its own. Legal forms are no words, and digits count whole.
	 */
	private static function is_longer_or_shorter( Candidate $candidate, BuyerIdentity $buyer ): bool {
		if ( $buyer->is_company() && $candidate->has_another_form( $buyer->companies[0] ) ) {
			return false;
		}
		$customer = $candidate->customer;
		$ours     = $buyer->is_company() ? $buyer->companies[0]->words : $buyer->person->words();
		$theirs   = $buyer->is_company()
			? CompanyName::from_name( $customer->name )->words
			: $customer->person()->words();
		[ $short, $long ] = count( $ours ) <= count( $theirs ) ? [ $ours, $theirs ] : [ $theirs, $ours ];
		return array_diff( $short, $long ) === []
			&& preg_grep( '/\p{L}{4}/u', $short ) !== []
			&& self::has_its_postcode( $candidate, $buyer );
	}

	/** An order of this customer had the postcode, or the owner's client has it. */
	private static function bought_from( Candidate $candidate, BuyerIdentity $buyer, string $postcode ): bool {
		return $postcode !== ''
			&& (
				$candidate->had_postcode( $postcode )
				|| ( ! $candidate->is_ours && self::has_its_postcode( $candidate, $buyer ) )
			);
	}

	private static function has_its_postcode( Candidate $candidate, BuyerIdentity $buyer ): bool {
		return array_filter( $candidate->addresses(), $buyer->has_postcode_of( ... ) ) !== [];
	}

	/** @param list<RemoteCustomer> $customers */
	private static function ask( ProblemCode $code, array $customers, ?BuyerIdentity $buyer = null ): Problem {
		$refs = array_map( static fn ( RemoteCustomer $customer ): array => $customer->ref->facts(), $customers );
		$kind = $buyer === null ? [] : [ 'kind' => $buyer->type->value ];
		return new Problem( $code, [ 'candidates' => (string) json_encode( $refs ) ] + $kind );
	}

	/**
	 * @param list<Candidate> $candidates
	 * @return list<RemoteCustomer>
	 */
	private static function customers( array $candidates ): array {
		return array_map( static fn ( Candidate $candidate ): RemoteCustomer => $candidate->customer, $candidates );
	}
}
