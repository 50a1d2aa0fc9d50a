<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Order;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Text\PlainName;

/** A postal address as the order has it; `country` is ISO 3166-1 alpha-2. */
final class Address {

	public function __construct(
		public readonly string $name,
		public readonly string $company,
		public readonly string $line_1,
		public readonly string $line_2,
		public readonly string $postcode,
		public readonly string $city,
		public readonly string $state,
		public readonly string $country,
	) {}

	/** It is headed by the company's name, as far as that says something. */
	public function is_company(): bool {
		return PlainName::says_something( $this->company );
	}

	public function is_empty(): bool {
		return '' === $this->line_1 && '' === $this->city && '' === $this->postcode;
	}
}
