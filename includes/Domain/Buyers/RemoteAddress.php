<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Buyers;

defined( 'ABSPATH' ) || exit;

/** An address of a company or individual as Sellsy has it. */
final class RemoteAddress {

	public function __construct(
		public readonly int $id,
		public readonly string $name,
		public readonly string $line_1,
		public readonly string $line_2,
		public readonly string $postcode,
		public readonly string $city,
		public readonly string $country,
	) {}
}
