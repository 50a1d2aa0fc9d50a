<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Customer;

/** A company or individual as Sellsy has it. `relation` is Sellsy's `type`: prospect, client or supplier. */
final class RemoteCustomer {

	public function __construct(
		public readonly CustomerRef $ref,
		public readonly string $relation,
		public readonly string $name,
		public readonly string $email,
		public readonly string $reference,
		public readonly string $siren,
		public readonly string $siret,
		public readonly string $vat_number,
		public readonly bool $archived,
	) {}
}
