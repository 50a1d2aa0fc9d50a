<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings\Fields;

defined( 'ABSPATH' ) || exit;

/** A field that may lack: whoever writes the settings by hand need not know of it. */
#[\Attribute( \Attribute::TARGET_PARAMETER | \Attribute::TARGET_PROPERTY )]
final class Optional implements Field {

	public function __construct( private readonly Field $field ) {}

	public function default(): mixed {
		return $this->field->default();
	}

	public function read( mixed $stored, mixed $now ): mixed {
		return $this->field->read( $stored, $now );
	}

	public function stored( mixed $value ): mixed {
		return $this->field->stored( $value );
	}

	public function schema(): array {
		return $this->field->schema() + [ 'required' => false ];
	}
}
