<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application;

use OrderInvoicer\Application\Ports\Customers;
use OrderInvoicer\Domain\Customer\AddressComparison;
use OrderInvoicer\Domain\Customer\CustomerRef;
use OrderInvoicer\Domain\Customer\RemoteAddress;
use OrderInvoicer\Domain\Order\Address;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Sync\ProblemCode;

/** The order's addresses among the customer's at Sellsy: an equal one is used again, otherwise it is added. */
final class ResolveAddresses {

	private const KIND = 'address';

	public function __construct(
		private readonly Customers $customers,
		private readonly Once $once,
	) {}

	/**
	 * @throws Wait
	 * @throws RemoteFailure
	 */
	public function resolve( OrderSnapshot $order, CustomerRef $customer, ?int $contact_id ): Parties {
		if ( $order->billing->is_empty() && ( $order->shipping === null || $order->shipping->is_empty() ) ) {
			return new Parties( $customer, $contact_id, null, null );
		}
		$theirs    = $this->customers->addresses( $customer );
		$invoicing = $this->one( $customer, $theirs, $order->billing );
		$delivery  = $order->shipping === null || $this->is_same( $order->billing, $order->shipping )
			? null
			: $this->one( $customer, $theirs, $order->shipping );
		return new Parties( $customer, $contact_id, $invoicing, $delivery ?? ( $order->shipping === null ? null : $invoicing ) );
	}

	/** @param list<RemoteAddress> $theirs */
	private function one( CustomerRef $customer, array $theirs, Address $ours ): ?int {
		if ( $ours->is_empty() ) {
			return null;
		}
		$key   = $customer->type->value . $customer->id . ':' . substr( AddressComparison::key( $ours ), 0, 40 );
		$known = $this->once->known( self::KIND, $key );
		if ( $known !== null && in_array( $known['id'], array_map( static fn( RemoteAddress $address ): int => $address->id, $theirs ), true ) ) {
			return $known['id'];
		}
		$equal = array_values( array_filter( $theirs, static fn( RemoteAddress $address ): bool => AddressComparison::equal( $address, $ours ) ) );
		if ( $equal !== [] ) {
			return $equal[0]->id;
		}
		if ( $known !== null ) {
			$this->once->forget( self::KIND, $key );
		}
		return $this->once->make( self::KIND, $key, ProblemCode::WaitsForCustomer, fn( Creation $creation ): array => $this->add( $creation, $customer, $ours ) )['id'] ?? null;
	}

	/**
	 * Looks again under the claim: the one before may have died after adding it.
	 *
	 * @return array{type: string, id: int}
	 */
	private function add( Creation $creation, CustomerRef $customer, Address $ours ): array {
		foreach ( $this->customers->addresses( $customer ) as $address ) {
			if ( AddressComparison::equal( $address, $ours ) ) {
				return $this->link( $address->id );
			}
		}
		return $this->link( $creation->run( fn(): int => $this->customers->add_address( $customer, $ours ) ) );
	}

	/** @return array{type: string, id: int} */
	private function link( int $id ): array {
		return [
			'type' => self::KIND,
			'id'   => $id,
		];
	}

	private function is_same( Address $billing, Address $shipping ): bool {
		return $shipping->is_empty() || AddressComparison::key( $billing ) === AddressComparison::key( $shipping );
	}
}
