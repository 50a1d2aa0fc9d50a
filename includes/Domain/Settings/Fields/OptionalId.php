<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings\Fields;

defined( 'ABSPATH' ) || exit;

/** Null, when it is there, means that nothing is chosen. */
#[\Attribute( \Attribute::TARGET_PARAMETER | \Attribute::TARGET_PROPERTY )]
final class OptionalId implements Field {

	private readonly Id $id;

	public function __construct( string $description = '' ) {
		$this->id = new Id( $description );
	}

	public function default(): mixed {
		return null;
	}

	public function read( mixed $stored, mixed $now ): mixed {
		return $stored === null ? null : $this->id->read( $stored, $now );
	}

	public function stored( mixed $value ): mixed {
		return $value;
	}

	public function schema(): array {
		return array_replace( $this->id->schema(), [ 'type' => [ 'integer', 'null' ] ] );
	}
}
