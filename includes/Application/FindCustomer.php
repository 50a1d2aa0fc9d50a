<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application;

use OrderInvoicer\Application\Ports\CodeClashes;
use OrderInvoicer\Application\Ports\Customers;
use OrderInvoicer\Application\Ports\Trail;
use OrderInvoicer\Domain\Customer\CustomerMatch;
use OrderInvoicer\Domain\Customer\FoundCustomer;
use OrderInvoicer\Domain\Customer\RemoteCustomer;
use OrderInvoicer\Domain\Document\CannotInvoice;
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Domain\Sync\Step;
use OrderInvoicer\Domain\Sync\StepCode;

/**
 * Looks for the buyer at Sellsy, strongest sign first: SIRET, our reference, e-mail. A search that fails throws, so it
 * can never be taken for "nobody".
 */
final class FindCustomer {

	public function __construct(
		private readonly Customers $customers,
		private readonly Trail $trail,
		private readonly CodeClashes $clashes,
	) {}

	/**
	 * @throws CannotInvoice when a person must choose.
	 * @throws RemoteFailure
	 */
	public function find( Buyer $buyer, string $reference ): ?FoundCustomer {
		return $this->by_siret( $buyer ) ?? $this->by_reference( $buyer, $reference ) ?? $this->by_email( $buyer );
	}

	private function by_siret( Buyer $buyer ): ?FoundCustomer {
		if ( $buyer->siret === '' ) {
			return null;
		}
		$found = $this->customers->find_by_siret( $buyer->siret );
		return $this->one( array_filter( $found, static fn( RemoteCustomer $customer ): bool => preg_replace( '/\D/', '', $customer->siret ) === $buyer->siret ), $buyer, StepCode::FoundBySiret );
	}

	/** While another shop uses the same references, its customer of that number is somebody else. */
	private function by_reference( Buyer $buyer, string $reference ): ?FoundCustomer {
		$found = array_filter( $this->customers->find_by_reference( $reference ), static fn( RemoteCustomer $customer ): bool => $customer->reference === $reference );
		$other = array_values( array_filter( $found, static fn( RemoteCustomer $customer ): bool => $buyer->email === '' || mb_strtolower( $customer->email ) !== mb_strtolower( $buyer->email ) ) );
		if ( $other !== [] && $this->clashes->standing() !== null ) {
			throw new CannotInvoice( CustomerMatch::to_choose( $other ) );
		}
		return $this->one( $found, $buyer, StepCode::FoundByReference );
	}

	/** As typed and in lower case: whether Sellsy's filter minds the case is not documented. */
	private function by_email( Buyer $buyer ): ?FoundCustomer {
		if ( $buyer->email === '' ) {
			return null;
		}
		$lower = mb_strtolower( $buyer->email );
		$found = [];
		foreach ( array_unique( [ $buyer->email, $lower ] ) as $typed ) {
			foreach ( $this->customers->find_by_email( $typed ) as $customer ) {
				if ( mb_strtolower( $customer->email ) === $lower ) {
					$found[ $customer->ref->type->value . $customer->ref->id ] = $customer;
				}
			}
		}
		return $this->one( $found, $buyer, StepCode::FoundByEmail );
	}

	/** @param array<array-key, RemoteCustomer> $found */
	private function one( array $found, Buyer $buyer, StepCode $how ): ?FoundCustomer {
		$match = CustomerMatch::among( array_values( $found ), $buyer );
		if ( $match->problem !== null ) {
			throw new CannotInvoice( $match->problem );
		}
		if ( $match->customer === null ) {
			return null;
		}
		$this->trail->note( new Step( $how, $match->customer->ref->facts() ) );
		return new FoundCustomer( $match->customer, $how );
	}
}
