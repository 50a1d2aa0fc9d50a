<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings\Fields;

defined( 'ABSPATH' ) || exit;

/** The value of one case of an enum, as a text. */
final class CaseOf implements Field {

	/** @param class-string<\BackedEnum> $cases */
	public function __construct( private readonly string $cases ) {}

	public function default(): mixed {
		return null;
	}

	public function read( mixed $stored, mixed $now ): mixed {
		return in_array( $stored, $this->values(), true ) ? $stored : $now;
	}

	public function stored( mixed $value ): mixed {
		return $value;
	}

	public function schema(): array {
		return [
			'type' => 'string',
			'enum' => $this->values(),
		];
	}

	/** @return list<int|string> */
	private function values(): array {
		return array_column( $this->cases::cases(), 'value' );
	}
}
