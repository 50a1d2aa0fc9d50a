<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings\Fields;

defined( 'ABSPATH' ) || exit;

/** When something was switched on, to the second; nobody enters it. Null where nobody knows. */
#[\Attribute( \Attribute::TARGET_PARAMETER | \Attribute::TARGET_PROPERTY )]
final class Moment implements Field {

	public function __construct( private readonly string $description ) {}

	public function default(): mixed {
		return null;
	}

	public function read( mixed $stored, mixed $now ): mixed {
		return match ( true ) {
			$stored === null => null,
			is_int( $stored ) && $stored > 0 => new \DateTimeImmutable( '@' . $stored ),
			default => $now,
		};
	}

	public function stored( mixed $value ): mixed {
		return $value instanceof \DateTimeImmutable ? $value->getTimestamp() : null;
	}

	public function schema(): array {
		return Schema::described(
			$this->description . ' In seconds since 1970; kept by itself, whatever is sent. Null: not known.',
			[
				'type'     => [ 'integer', 'null' ],
				'minimum'  => 1,
				'required' => false,
			]
		);
	}
}
