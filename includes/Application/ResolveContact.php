<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application;

use OrderInvoicer\Application\Ports\Customers;
use OrderInvoicer\Domain\Customer\CustomerRef;
use OrderInvoicer\Domain\Customer\CustomerType;
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Sync\ProblemCode;

/**
 * The person who bought for a company: found by e-mail among its contacts, remembered, or created and linked. One whom
 * the shop remembers counts more than a search that does not find them yet.
 */
final class ResolveContact {

	private const KIND = 'contact';

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
		$found = $this->found( $customer, $buyer );
		if ( $found !== null ) {
			return $found;
		}
		if ( $known !== null && ! $this->customers->has_contact( $known['id'] ) ) {
			$this->once->forget( self::KIND, $key );
			$known = null;
		}
		$contact = $known ?? $this->once->make( self::KIND, $key, ProblemCode::WaitsForCustomer, fn( Creation $creation ): array => $this->make( $creation, $customer, $buyer ) );
		// Remembered first: where linking fails, the next try links this one.
		$this->customers->link_contact( $customer, $contact['id'] ?? throw new \LogicException( 'A contact link without an id.' ) );
		return $contact['id'];
	}

	private function found( CustomerRef $customer, Buyer $buyer ): ?int {
		$found = $buyer->email === '' ? [] : $this->customers->find_contacts( $customer, $buyer->email );
		return $found === [] ? null : min( $found );
	}

	/** @return array{type: string, id: int} */
	private function make( Creation $creation, CustomerRef $customer, Buyer $buyer ): array {
		return [
			'type' => self::KIND,
			// The one who held the claim before may have died after creating.
			'id'   => $this->found( $customer, $buyer ) ?? $creation->run( fn(): int => $this->create( $customer, $buyer ) ),
		];
	}

	private function create( CustomerRef $customer, Buyer $buyer ): int {
		try {
			return $this->customers->create_contact( $buyer, $buyer->email !== '' );
		} catch ( RemoteFailure $failure ) {
			if ( ! CreateCustomer::is_staff_email( $failure, $buyer ) ) {
				throw $failure;
			}
			return $this->customers->create_contact( $buyer, false );
		}
	}
}
