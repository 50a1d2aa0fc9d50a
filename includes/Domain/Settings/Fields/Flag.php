<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings\Fields;

defined( 'ABSPATH' ) || exit;

#[\Attribute( \Attribute::TARGET_PARAMETER | \Attribute::TARGET_PROPERTY )]
final class Flag implements Field {

	public function __construct(
		private readonly bool $default = false,
		private readonly string $description = '',
	) {}

	public function default(): bool {
		return $this->default;
	}

	public function read( mixed $stored, mixed $now ): mixed {
		return is_bool( $stored ) ? $stored : $now;
	}

	public function stored( mixed $value ): mixed {
		return $value;
	}

	public function schema(): array {
		return Schema::described( $this->description, [ 'type' => 'boolean' ] );
	}
}
