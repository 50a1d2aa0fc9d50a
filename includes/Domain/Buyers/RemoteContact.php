<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Buyers;

defined( 'ABSPATH' ) || exit;

/** A contact as Sellsy has it. */
final class RemoteContact {

	public function __construct(
		public readonly int $id,
		private readonly string $first_name,
		private readonly string $last_name,
	) {}

	/** A contact without a name matches nobody. */
	public function is_named( PersonName $name ): bool {
		return PersonName::from_names( $this->first_name, $this->last_name )->likeness( $name ) === Likeness::Equal;
	}
}
