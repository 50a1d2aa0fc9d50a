<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings\Fields;

defined( 'ABSPATH' ) || exit;

/** What belongs to what: a list of pairs where it is stored, an array from one to the other in PHP. */
#[\Attribute( \Attribute::TARGET_PARAMETER | \Attribute::TARGET_PROPERTY )]
final class Map implements Field {

	public function __construct(
		private readonly string $key_name,
		private readonly Field $key,
		private readonly string $value_name,
		private readonly Field $value,
	) {}

	/** @return array<int|string, int|string> */
	public function default(): array {
		return [];
	}

	/** A list is replaced as a whole; a pair that cannot be read is left out. */
	public function read( mixed $stored, mixed $now ): mixed {
		if ( ! is_array( $stored ) ) {
			return $now;
		}
		$map = [];
		foreach ( array_filter( $stored, 'is_array' ) as $pair ) {
			$key   = $this->key->read( $pair[ $this->key_name ] ?? null, null );
			$value = $this->value->read( $pair[ $this->value_name ] ?? null, null );
			if ( ( is_int( $key ) || is_string( $key ) ) && ( is_int( $value ) || is_string( $value ) ) ) {
				$map[ $key ] = $value;
			}
		}
		return $map;
	}

	public function stored( mixed $value ): mixed {
		$pairs = [];
		foreach ( is_array( $value ) ? $value : [] as $local => $remote ) {
			$pairs[] = [ $this->key_name => $local ] + [ $this->value_name => $remote ];
		}
		return $pairs;
	}

	public function schema(): array {
		return [
			'type'  => 'array',
			'items' => Schema::closed(
				[ $this->key_name => $this->key ] + [ $this->value_name => $this->value ]
			),
		];
	}
}
