<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings\Fields;

defined( 'ABSPATH' ) || exit;

/** A whole number. The maximum is for who enters it: a larger one that is stored already stays. */
#[\Attribute( \Attribute::TARGET_PARAMETER | \Attribute::TARGET_PROPERTY )]
final class Number implements Field {

	public function __construct(
		private readonly int $default,
		private readonly int $minimum = 0,
		private readonly ?int $maximum = null,
		private readonly string $description = '',
	) {}

	public function default(): int {
		return $this->default;
	}

	public function read( mixed $stored, mixed $now ): mixed {
		return is_int( $stored ) && $stored >= $this->minimum ? $stored : $now;
	}

	public function stored( mixed $value ): mixed {
		return $value;
	}

	public function schema(): array {
		return Schema::described(
			$this->description,
			[
				'type'    => 'integer',
				'minimum' => $this->minimum,
				'maximum' => $this->maximum,
			]
		);
	}
}
