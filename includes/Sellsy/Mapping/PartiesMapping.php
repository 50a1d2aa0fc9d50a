<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Mapping;

use OrderInvoicer\Domain\Customer\CustomerRef;
use OrderInvoicer\Domain\Customer\CustomerType;
use OrderInvoicer\Domain\Document\DocumentParties;
use OrderInvoicer\Sellsy\Answer;

defined( 'ABSPATH' ) || exit;

/** Whom an answer about a document names. Objects that were asked for stand under `_embed`, null where a right is missing. */
final class PartiesMapping {

	public const EMBEDDED = [ 'company', 'individual', 'invoicing_address', 'delivery_address' ];

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
		$embedded = $document->object( '_embed' );
		return new DocumentParties(
			$ref,
			$document->optional_int( 'contact_id' ) ?? $this->contact_id( $related ),
			$document->optional_int( 'invoicing_address_id' ),
			$document->optional_int( 'delivery_address_id' ),
			$embedded->has( $ref->type->value ) ? $this->customers->customer( $ref->type, $embedded->object( $ref->type->value ) ) : null,
			$embedded->has( 'invoicing_address' ) ? $this->addresses->address( $embedded->object( 'invoicing_address' ) ) : null,
			$embedded->has( 'delivery_address' ) ? $this->addresses->address( $embedded->object( 'delivery_address' ) ) : null,
		);
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
