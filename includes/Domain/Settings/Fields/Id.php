<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings\Fields;

defined( 'ABSPATH' ) || exit;

/** An id of Sellsy or WooCommerce. Where it is optional, null means that nothing is chosen. */
#[\Attribute( \Attribute::TARGET_PARAMETER | \Attribute::TARGET_PROPERTY )]
final class Id implements Field {

	public function __construct(
		private readonly string $description = '',
		private readonly bool $is_optional = false,
	) {}

	public function default(): mixed {
		return null;
	}

	public function read( mixed $stored, mixed $now ): mixed {
		$is_one = is_int( $stored ) ? $stored > 0 : $stored === null && $this->is_optional;
		return $is_one ? $stored : $now;
	}

	public function stored( mixed $value ): mixed {
		return $value;
	}

	public function schema(): array {
		return Schema::described(
			$this->description,
			[
				'type'    => $this->is_optional ? [ 'integer', 'null' ] : 'integer',
				'minimum' => 1,
			]
		);
	}
}
