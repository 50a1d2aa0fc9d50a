<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings\Fields;

defined( 'ABSPATH' ) || exit;

/** One of several texts. */
#[\Attribute( \Attribute::TARGET_PARAMETER | \Attribute::TARGET_PROPERTY )]
final class Choice implements Field {

	/** @param non-empty-list<string> $choices */
	public function __construct(
		private readonly array $choices,
		private readonly string $default,
		private readonly string $description = '',
	) {}

	public function default(): string {
		return $this->default;
	}

	public function read( mixed $stored, mixed $now ): mixed {
		return in_array( $stored, $this->choices, true ) ? $stored : $now;
	}

	public function stored( mixed $value ): mixed {
		return $value;
	}

	public function schema(): array {
		return Schema::described(
			$this->description,
			[
				'type' => 'string',
				'enum' => $this->choices,
			]
		);
	}
}
