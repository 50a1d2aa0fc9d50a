<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application;

use OrderInvoicer\Application\Ports\Customers;
use OrderInvoicer\Domain\Customer\CustomerRef;
use OrderInvoicer\Domain\Customer\CustomerType;
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Sync\ProblemCode;

/** The person who bought for a company: found by e-mail among its contacts, or created and linked. */
final class ResolveContact {

	private const KIND          = 'contact';
	private const WITH_EMAIL    = 'contact';
	private const WITHOUT_EMAIL = 'contact_without_email';

	public function __construct(
		private readonly Customers $customers,
		private readonly Once $once,
	) {}

	/**
	 * @return int|null null where there is no person to name.
	 * @throws Wait
	 * @throws RemoteFailure
	 */
	public function resolve( OrderSnapshot $order, CustomerRef $customer ): ?int {
		$buyer = $order->buyer;
		if ( $customer->type !== CustomerType::Company || trim( $buyer->first_name . $buyer->last_name ) === '' ) {
			return null;
		}
		$key   = $customer->id . ':' . substr( hash( 'sha256', mb_strtolower( $buyer->email . "\n" . ( $buyer->email === '' ? $buyer->first_name . "\n" . $buyer->last_name : '' ) ) ), 0, 32 );
		$known = $this->once->known( self::KIND, $key );
		if ( $known !== null && $known['type'] === self::WITHOUT_EMAIL ) {
			return $known['id'];
		}
		$found = $this->found( $customer, $buyer );
		if ( $found !== null ) {
			return $found;
		}
		if ( $known !== null ) {
			$this->once->forget( self::KIND, $key );
		}
		return $this->once->make( self::KIND, $key, ProblemCode::WaitsForCustomer, fn(): array => $this->create( $customer, $buyer ) )['id'] ?? null;
	}

	private function found( CustomerRef $customer, Buyer $buyer ): ?int {
		$found = $buyer->email === '' ? [] : $this->customers->find_contacts( $customer, $buyer->email );
		return $found === [] ? null : min( $found );
	}

	/** @return array{type: string, id: int} */
	private function create( CustomerRef $customer, Buyer $buyer ): array {
		// The one who held the claim before may have died after creating.
		$found = $this->found( $customer, $buyer );
		if ( $found !== null ) {
			return $this->link( self::WITH_EMAIL, $found );
		}
		if ( $buyer->email !== '' ) {
			try {
				return $this->link( self::WITH_EMAIL, $this->customers->create_contact( $customer, $buyer, true ) );
			} catch ( RemoteFailure $failure ) {
				if ( ! CreateCustomer::is_staff_email( $failure, $buyer ) ) {
					throw $failure;
				}
			}
		}
		return $this->link( self::WITHOUT_EMAIL, $this->customers->create_contact( $customer, $buyer, false ) );
	}

	/** @return array{type: string, id: int} */
	private function link( string $type, int $id ): array {
		return [
			'type' => $type,
			'id'   => $id,
		];
	}
}
