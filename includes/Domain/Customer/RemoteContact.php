<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Customer;

defined( 'ABSPATH' ) || exit;

/** A contact as Sellsy has it. */
final class RemoteContact {

	public function __construct(
		public readonly int $id,
		private readonly string $first_name,
		private readonly string $last_name,
	) {}

	/** The same person by name; one who has none is nobody's. */
	public function is_named( string $first_name, string $last_name ): bool {
		return PersonName::of( $this->first_name, $this->last_name )->likeness( PersonName::of( $first_name, $last_name ) ) === Likeness::Equal;
	}
}
