<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings\Fields;

defined( 'ABSPATH' ) || exit;

/** One of several texts, or the value of one case of an enum. */
#[\Attribute( \Attribute::TARGET_PARAMETER | \Attribute::TARGET_PROPERTY )]
final class Choice implements Field {

	/** @param non-empty-list<string>|class-string<\BackedEnum> $choices */
	public function __construct(
		private readonly array|string $choices,
		private readonly ?string $default = null,
		private readonly string $description = '',
	) {}

	public function default(): ?string {
		return $this->default;
	}

	public function read( mixed $stored, mixed $now ): mixed {
		return in_array( $stored, $this->choices(), true ) ? $stored : $now;
	}

	public function stored( mixed $value ): mixed {
		return $value;
	}

	public function schema(): array {
		return Schema::described(
			$this->description,
			[ 'type' => 'string' ] + [ 'enum' => $this->choices() ]
		);
	}

	/** @return list<int|string> */
	private function choices(): array {
		return is_string( $this->choices ) ? array_column( $this->choices::cases(), 'value' ) : $this->choices;
	}
}
