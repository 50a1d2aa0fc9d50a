<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Customers;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Buyers\RemoteCustomer;
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Domain\Text\PlainName;

/** What an order says of its buyer, as far as a customer at Sellsy can be recognised by it. */
final class BuyerFacts {

	public function __construct(
		public readonly CustomerType $type,
		public readonly string $name,
		public readonly string $email,
		public readonly string $reference,
		public readonly string $siret,
		public readonly string $vat_number,
	) {}

	public static function from_buyer( Buyer $buyer, CustomerKey $key, string $shop_code ): self {
		return new self(
			type: $key->type(),
			name: $buyer->name(),
			email: $buyer->email,
			reference: $key->reference( $shop_code ),
			siret: $buyer->siret,
			vat_number: $buyer->vat_number
		);
	}

	/**
	 * The facts that this customer has too, however they are written.
	 *
	 * @return list<'type'|'name'|'email'|'reference'|'siret'|'vat_number'>
	 */
	public function same( RemoteCustomer $customer ): array {
		$pairs = [
			'name'       => [ PlainName::key( $this->name ), PlainName::key( $customer->name ) ],
			'email'      => [ $this->email, $customer->email ],
			'reference'  => [ $this->reference, $customer->reference ],
			'siret'      => [ $this->number( $this->siret ), $this->number( $customer->siret ) ],
			'vat_number' => [ $this->number( $this->vat_number ), $this->number( $customer->vat_number ) ],
		];
		$same  = array_keys( array_filter( $pairs, fn ( array $pair ): bool => $this->is_same( ...$pair ) ) );
		return $customer->ref->type === $this->type ? [ 'type', ...$same ] : $same;
	}

	private function is_same( string $ours, string $theirs ): bool {
		return trim( $ours ) !== '' && mb_strtolower( trim( $ours ) ) === mb_strtolower( trim( $theirs ) );
	}

	private function number( string $number ): string {
		return (string) preg_replace( '/[^0-9A-Za-z]/', '', $number );
	}
}
