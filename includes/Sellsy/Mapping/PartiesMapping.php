<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Mapping;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Buyers\RemoteContact;
use OrderInvoicer\Domain\Buyers\RemoteCustomer;
use OrderInvoicer\Domain\Documents\DocumentParties;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Sellsy\Client\Answer;

/**
 * The customer and addresses that an answer about a document names. Objects that were asked for stand under `_embed`;
 * they are null where a right is missing. An object that cannot be read, or does not say whether the customer is
 * archived, counts as missing: it is then read by itself.
 *
 * @assumes embedded-parties
 */
final class PartiesMapping {

	public const EMBEDDED = [ 'company', 'individual', 'contact', 'invoicing_address', 'delivery_address' ];

	public function __construct(
		private readonly CustomerMapping $customers = new CustomerMapping(),
		private readonly AddressMapping $addresses = new AddressMapping(),
	) {}

	/** Null where the answer names nobody. */
	public function parties( Answer $document ): ?DocumentParties {
		$related = $document->has( 'related' ) ? $document->list( 'related' ) : [];
		$ref     = $this->customer( $related );
		if ( $ref === null ) {
			return null;
		}
		$customer = fn ( Answer $found ): ?RemoteCustomer =>
			$found->has( 'is_archived' ) ? $this->customers->customer( $ref->type, $found ) : null;
		$contact  = fn ( Answer $found ): ?RemoteContact =>
			$found->has( 'is_archived' ) && ! $found->bool( 'is_archived', true )
				? $this->customers->contact( $found )
				: null;
		return new DocumentParties(
			ref: $ref,
			contact_id: $document->optional_int( 'contact_id' ) ?? $this->contact_id( $related ),
			invoicing_address_id: $document->optional_int( 'invoicing_address_id' ),
			delivery_address_id: $document->optional_int( 'delivery_address_id' ),
			customer: $this->embedded( $document, $ref->type->value, $customer ),
			invoicing_address: $this->embedded( $document, 'invoicing_address', $this->addresses->address( ... ) ),
			delivery_address: $this->embedded( $document, 'delivery_address', $this->addresses->address( ... ) ),
			contact: $this->embedded( $document, 'contact', $contact ),
		);
	}

	/**
	 * @template T
	 * @param callable( Answer ): T $read
	 * @return T|null
	 */
	private function embedded( Answer $document, string $name, callable $read ): mixed {
		try {
			$embedded = $document->object( '_embed' );
			return $embedded->has( $name ) ? $read( $embedded->object( $name ) ) : null;
		} catch ( RemoteFailure ) {
			return null;
		}
	}

	/** @param list<Answer> $related */
	private function customer( array $related ): ?CustomerRef {
		foreach ( $related as $object ) {
			$type = CustomerType::tryFrom( $object->string( 'type' ) );
			if ( $type !== null ) {
				return new CustomerRef( $type, $object->id() );
			}
		}
		return null;
	}

	/** @param list<Answer> $related */
	private function contact_id( array $related ): ?int {
		foreach ( $related as $object ) {
			if ( $object->string( 'type' ) === 'contact' ) {
				return $object->id();
			}
		}
		return null;
	}
}
