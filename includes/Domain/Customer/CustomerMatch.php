<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Customer;

use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Domain\Sync\Problem;
use OrderInvoicer\Domain\Sync\ProblemCode;

/** Which of the customers that a search returned is the buyer: one of the same kind, or a person chooses. */
final class CustomerMatch {

	private function __construct(
		public readonly ?RemoteCustomer $customer,
		public readonly ?Problem $problem,
	) {}

	/** @param list<RemoteCustomer> $found those that fit what was searched for. */
	public static function among( array $found, Buyer $buyer ): self {
		$fitting = array_values( array_filter( $found, static fn( RemoteCustomer $customer ): bool => ! $customer->archived && ! self::conflicts( $customer, $buyer ) ) );
		$wanted  = $buyer->is_company() ? CustomerType::Company : CustomerType::Individual;
		$same    = array_values( array_filter( $fitting, static fn( RemoteCustomer $customer ): bool => $customer->ref->type === $wanted ) );
		if ( count( $same ) === 1 ) {
			return new self( $same[0], null );
		}
		if ( $fitting === [] ) {
			return new self( null, null );
		}
		$code = $same === [] ? ProblemCode::CustomerOtherKind : ProblemCode::SeveralCustomers;
		return new self( null, new Problem( $code, [ 'candidates' => self::candidates( $fitting ) ] ) );
	}

	/** @param list<RemoteCustomer> $found */
	public static function to_choose( array $found ): Problem {
		return new Problem( ProblemCode::SeveralCustomers, [ 'candidates' => self::candidates( $found ) ] );
	}

	/** A legal number that both have and that differs: two customers, whatever else they share. */
	public static function conflicts( RemoteCustomer $customer, Buyer $buyer ): bool {
		return self::differ( $customer->siren, $buyer->siren )
			|| self::differ( $customer->siret, $buyer->siret )
			|| self::differ( $customer->vat_number, $buyer->vat_number );
	}

	private static function differ( string $theirs, string $ours ): bool {
		$theirs = strtoupper( (string) preg_replace( '/[^0-9A-Za-z]/', '', $theirs ) );
		return $theirs !== '' && $ours !== '' && $theirs !== $ours;
	}

	/** @param list<RemoteCustomer> $customers */
	private static function candidates( array $customers ): string {
		return (string) json_encode(
			array_map(
				static fn( RemoteCustomer $customer ): array => [
					'type' => $customer->ref->type->value,
					'id'   => $customer->ref->id,
				],
				$customers
			)
		);
	}
}
