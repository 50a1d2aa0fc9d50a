<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings\Fields;

defined( 'ABSPATH' ) || exit;

/** A list is replaced as a whole; an entry that cannot be read is left out. */
#[\Attribute( \Attribute::TARGET_PARAMETER | \Attribute::TARGET_PROPERTY )]
final class ListOf implements Field {

	public function __construct(
		private readonly Field $entry,
		private readonly string $description = '',
	) {}

	/** @return list<mixed> */
	public function default(): array {
		return [];
	}

	public function read( mixed $stored, mixed $now ): mixed {
		if ( ! is_array( $stored ) ) {
			return $now;
		}
		$entries = array_map( fn ( mixed $entry ): mixed => $this->entry->read( $entry, null ), $stored );
		return array_values( array_filter( $entries, static fn ( mixed $entry ): bool => $entry !== null ) );
	}

	public function stored( mixed $value ): mixed {
		return array_map( $this->entry->stored( ... ), is_array( $value ) ? array_values( $value ) : [] );
	}

	public function schema(): array {
		return Schema::described(
			$this->description,
			[ 'type' => 'array' ] + [ 'items' => $this->entry->schema() ]
		);
	}
}
