<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings\Fields;

defined( 'ABSPATH' ) || exit;

/** An id of Sellsy or WooCommerce. */
final class Id implements Field {

	public function __construct( private readonly string $description = '' ) {}

	public function default(): mixed {
		return null;
	}

	public function read( mixed $stored, mixed $now ): mixed {
		return is_int( $stored ) && $stored > 0 ? $stored : $now;
	}

	public function stored( mixed $value ): mixed {
		return $value;
	}

	public function schema(): array {
		return Schema::described(
			$this->description,
			[
				'type'    => 'integer',
				'minimum' => 1,
			]
		);
	}
}
