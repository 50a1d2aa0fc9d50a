<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application;

use OrderInvoicer\Application\Ports\Customers;
use OrderInvoicer\Application\Ports\Trail;
use OrderInvoicer\Domain\Customer\CustomerKey;
use OrderInvoicer\Domain\Customer\CustomerRef;
use OrderInvoicer\Domain\Customer\CustomerType;
use OrderInvoicer\Domain\Customer\RemoteCustomer;
use OrderInvoicer\Domain\Document\CannotInvoice;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Sync\ProblemCode;
use OrderInvoicer\Domain\Sync\Step;
use OrderInvoicer\Domain\Sync\StepCode;

/** The order's buyer at Sellsy: remembered, found or created, once. */
final class ResolveCustomer {

	public const KIND = 'customer';

	public function __construct(
		private readonly Customers $customers,
		private readonly Once $once,
		private readonly FindCustomer $find,
		private readonly CreateCustomer $create,
		private readonly KeepCustomer $keep,
		private readonly ResolveContact $contact,
		private readonly ResolveAddresses $addresses,
		private readonly Trail $trail,
	) {}

	/**
	 * @throws CannotInvoice when a person must choose or repair.
	 * @throws Wait while another order makes the same customer.
	 * @throws RemoteFailure
	 */
	public function resolve( OrderSnapshot $order, string $shop_code ): Parties {
		$customer = $this->customer( $order, $shop_code );
		if ( $customer->relation === 'prospect' ) {
			$this->customers->convert_to_client( $customer->ref );
		}
		$this->keep->numbers( $customer, $order->buyer );
		return $this->addresses->resolve( $order, $customer, $this->contact->resolve( $order, $customer->ref ) );
	}

	private function customer( OrderSnapshot $order, string $shop_code ): RemoteCustomer {
		$key   = CustomerKey::of( $order->buyer, $order->id );
		$known = $this->remembered( $key->local_key() );
		if ( $known !== null ) {
			$this->trail->note( new Step( StepCode::Remembered, $known->ref->facts() ) );
			return $known;
		}
		$made     = null;
		$remember = function ( Creation $creation ) use ( $order, $key, $shop_code, &$made ): array {
			$reference = $key->reference( $shop_code );
			$found     = $this->find->find( $order->buyer, $reference );
			$made      = $found->customer ?? $creation->run( fn(): RemoteCustomer => $this->create->create( $key->type(), $reference, $order->buyer, $order->id ) );
			return $made->ref->facts() + [
				'origin'   => ( $found->how ?? StepCode::Created )->value,
				'order_id' => $order->id,
			];
		};
		$link     = $this->once->make( self::KIND, $key->local_key(), ProblemCode::WaitsForCustomer, $remember );
		return $made ?? $this->customers->get( self::ref( $link ?? [] ) ?? throw new \LogicException( 'A customer link without an id.' ) );
	}

	/** An id that Sellsy no longer knows, or has archived, is looked up afresh. */
	private function remembered( string $local_key ): ?RemoteCustomer {
		$ref = self::ref( $this->once->known( self::KIND, $local_key ) ?? [] );
		if ( $ref === null ) {
			return null;
		}
		try {
			$customer = $this->customers->get( $ref );
		} catch ( RemoteFailure $failure ) {
			if ( $failure->kind !== FailureKind::NotFound ) {
				throw $failure;
			}
			$customer = null;
		}
		if ( $customer === null || $customer->archived ) {
			$this->once->forget( self::KIND, $local_key );
			return null;
		}
		return $customer;
	}

	/** @param array{type?: string, id?: int} $link */
	private static function ref( array $link ): ?CustomerRef {
		$type = CustomerType::tryFrom( $link['type'] ?? '' );
		return $type === null || ! isset( $link['id'] ) ? null : new CustomerRef( $type, $link['id'] );
	}
}
