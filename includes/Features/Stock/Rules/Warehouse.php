<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Stock\Rules;

defined( 'ABSPATH' ) || exit;

/** A warehouse of the account. */
final class Warehouse {

	public function __construct(
		public readonly int $id,
		public readonly string $label,
		public readonly bool $is_default,
	) {}
}
