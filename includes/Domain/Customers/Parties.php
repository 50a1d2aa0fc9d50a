<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Customers;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\CustomerRef;

/** The customer, contact and addresses of a document, as Sellsy's ids. */
final class Parties {

	/**
	 * @param int|null $contact_id   the person of a company.
	 * @param string   $name         that the customer has at Sellsy; empty where nobody asks for it.
	 * @param bool     $was_prospect a moment ago, until this process made it a client.
	 */
	public function __construct(
		public readonly CustomerRef $customer,
		public readonly ?int $contact_id,
		public readonly ?int $invoicing_address_id,
		public readonly ?int $delivery_address_id,
		public readonly string $name = '',
		public readonly bool $was_prospect = false,
	) {}

	public function named( string $name ): self {
		return $this->with( [ 'name' => $name ] );
	}

	public function of_prospect(): self {
		return $this->with( [ 'was_prospect' => true ] );
	}

	/** @param array<string, mixed> $own */
	private function with( array $own ): self {
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return new self( ...[ ...get_object_vars( $this ), ...$own ] );
	}

	/** @return array{string, int|null, int|null, int|null} customer, contact and addresses. */
	public function ids(): array {
		return [ $this->customer->key(), $this->contact_id, $this->invoicing_address_id, $this->delivery_address_id ];
	}
}
