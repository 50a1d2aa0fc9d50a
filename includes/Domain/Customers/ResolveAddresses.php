<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Customers;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\AddressComparison;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\RemoteAddress;
use OrderInvoicer\Domain\Buyers\RemoteCustomer;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Order\Address;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\RemoteIds\Creation;
use OrderInvoicer\Domain\RemoteIds\RemoteIds;
use OrderInvoicer\Domain\Text\PlainName;

/**
 * Finds the order's addresses among the customer's at Sellsy. One that fits is used again, otherwise it is added. The
 * invoicing address has the buyer's name, the delivery address the recipient's.
 */
final class ResolveAddresses {

	private const KIND = 'address';
	/** By its id: an address that this shop has added, with a mark of how Sellsy wrote it. */
	private const ADDED = 'address_added';

	public function __construct(
		private readonly Customers $customers,
		private readonly RemoteIds $remote_ids,
	) {}

	/**
	 * @throws RetryLater
	 * @throws RemoteFailure
	 */
	public function resolve( OrderSnapshot $order, RemoteCustomer $customer, ?int $contact_id ): Parties {
		if ( $order->billing->is_empty() && ( $order->shipping === null || $order->shipping->is_empty() ) ) {
			return new Parties(
				customer: $customer->ref,
				contact_id: $contact_id,
				invoicing_address_id: null,
				delivery_address_id: null,
				name: $customer->name
			);
		}
		$theirs    = $customer->is_new ? [] : $this->customers->addresses( $customer->ref );
		$invoicing = $this->one( $customer, $theirs, $order->billing );
		$delivery  = $order->shipping === null || $this->is_same( $order->billing, $order->shipping )
			? null
			: $this->one( $customer, $theirs, $order->shipping );
		$delivery ??= $order->shipping === null ? null : $invoicing;
		return new Parties(
			customer: $customer->ref,
			contact_id: $contact_id,
			invoicing_address_id: $invoicing,
			delivery_address_id: $delivery,
			name: $customer->name
		);
	}

	/**
	 * Asks nobody.
	 *
	 * @return array{int|null, int|null}|null of invoicing and of delivery, null where the order has none; null where
	 *         one is not remembered.
	 */
	public function known( OrderSnapshot $order, CustomerRef $customer ): ?array {
		$invoicing = $this->known_one( $customer, $order->billing );
		$shipping  = $order->shipping === null || $this->is_same( $order->billing, $order->shipping )
			? null
			: $order->shipping;
		$delivery  = $shipping === null
			? ( $order->shipping === null ? null : $invoicing )
			: $this->known_one( $customer, $shipping );
		return $invoicing === false || $delivery === false ? null : [ $invoicing, $delivery ];
	}

	/** False where none is remembered, null where there is none to remember. */
	private function known_one( CustomerRef $customer, Address $ours ): int|false|null {
		return $ours->is_empty()
			? null
			: $this->remote_ids->known( self::KIND, $this->link_key( $customer, $ours ) )['id'] ?? false;
	}

	/** What would be written for the order, or what Sellsy made of just that when this shop added it. */
	public function serves( RemoteAddress $theirs, Address $ours, RemoteCustomer $customer ): bool {
		return $this->fits( $theirs, $ours, $customer ) || $this->added( $customer, [ $theirs ], $ours ) !== null;
	}

	/**
	 * The same place under the same name. An address that the owner added may have any label ("Head office") if the
	 * customer itself has the name. Where the order has no name, any label will do.
	 */
	private function fits( RemoteAddress $theirs, Address $ours, RemoteCustomer $customer ): bool {
		return AddressComparison::is_same_place( $theirs, $this->customers->written( $ours ) )
			&& ( $this->is_named( $ours, $theirs->name )
				|| ( $this->is_named( $ours, $customer->name ) && ! $this->is_added( $theirs ) ) );
	}

	/** Any name is right where the order has none. */
	private function is_named( Address $ours, string $name ): bool {
		$written = $this->customers->written( $ours )->name;
		return ! PlainName::says_something( $written )
			|| AddressComparison::is_same_name( $written, $name, $ours->is_company() );
	}

	private function is_added( RemoteAddress $theirs ): bool {
		return $this->remote_ids->known( self::ADDED, (string) $theirs->id ) !== null;
	}

	/** @param list<RemoteAddress> $theirs */
	private function one( RemoteCustomer $customer, array $theirs, Address $ours ): ?int {
		if ( $ours->is_empty() ) {
			return null;
		}
		$serving = $this->serving( $customer, $theirs, $ours );
		$key     = $this->link_key( $customer->ref, $ours );
		$known   = $this->remote_ids->known( self::KIND, $key );
		if ( $serving !== null ) {
			if ( ( $known['id'] ?? 0 ) !== $serving ) {
				$this->remote_ids->remember( self::KIND, $key, self::KIND, $serving );
			}
			return $serving;
		}
		if ( $known !== null ) {
			$this->remote_ids->forget( self::KIND, $key ); // Deleted at Sellsy, or made another.
		}
		$add = fn( Creation $creation ): array => $this->add( $creation, $customer, $ours );
		return $this->remote_ids->make( self::KIND, $key, ProblemCode::WaitsForCustomer, $add )['id'] ?? null;
	}

	/**
	 * The one with the name first.
	 *
	 * @param list<RemoteAddress> $theirs
	 */
	private function serving( RemoteCustomer $customer, array $theirs, Address $ours ): ?int {
		$serves  = fn ( RemoteAddress $address ): bool => $this->fits( $address, $ours, $customer );
		$named   = fn ( RemoteAddress $address ): bool => $this->is_named( $ours, $address->name );
		$serving = array_filter( $theirs, $serves );
		$first   = array_values( array_filter( $serving, $named ) )[0] ?? array_values( $serving )[0] ?? null;
		return $first->id ?? $this->added( $customer, $theirs, $ours );
	}

	/**
	 * The one that this shop added for this very address, if nobody has changed it since: Sellsy may have shortened it,
	 * or put in a country.
	 *
	 * @param list<RemoteAddress> $theirs
	 */
	private function added( RemoteCustomer $customer, array $theirs, Address $ours ): ?int {
		$id = $theirs === []
			? null
			: $this->remote_ids->known( self::KIND, $this->link_key( $customer->ref, $ours ) )['id'] ?? null;
		foreach ( $theirs as $address ) {
			if (
				$address->id === $id
				&& ( $this->remote_ids->known( self::ADDED, (string) $id )['origin'] ?? '' ) === self::mark( $address )
			) {
				return $id;
			}
		}
		return null;
	}

	/**
	 * Where the one before may have added it without hearing so, they are read again under the claim.
	 *
	 * @return array{type: string, id: int}
	 */
	private function add( Creation $creation, RemoteCustomer $customer, Address $ours ): array {
		$serving = $creation->is_open()
			? $this->serving( $customer, $this->customers->addresses( $customer->ref ), $ours )
			: null;
		if ( $serving !== null ) {
			return $this->link( $serving );
		}
		$add   = fn(): RemoteAddress => $this->customers->add_address( $customer->ref, $ours );
		$added = $creation->run( $add, is_listed: true );
		$this->remote_ids->remember( self::ADDED, (string) $added->id, self::KIND, $added->id, self::mark( $added ) );
		return $this->link( $added->id );
	}

	/** @return array{type: string, id: int} */
	private function link( int $id ): array {
		return [ 'type' => self::KIND ] + [ 'id' => $id ];
	}

	private function is_same( Address $billing, Address $shipping ): bool {
		return $shipping->is_empty() || $this->key( $billing ) === $this->key( $shipping );
	}

	private function link_key( CustomerRef $customer, Address $ours ): string {
		return $customer->key() . ':' . substr( $this->key( $ours ), 0, 40 );
	}

	private static function mark( RemoteAddress $address ): string {
		return substr( AddressComparison::key( $address, false ), 0, 32 );
	}

	private function key( Address $address ): string {
		return AddressComparison::key( $this->customers->written( $address ), $address->is_company() );
	}
}
