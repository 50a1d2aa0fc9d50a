<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings\Fields;

defined( 'ABSPATH' ) || exit;

/** What schemas of fields have in common. */
final class Schema {

	/**
	 * @param string               $description empty: none.
	 * @param array<string, mixed> $schema      what is null is left out.
	 * @return array<string, mixed>
	 */
	public static function described( string $description, array $schema ): array {
		$described = $description === '' ? $schema : [ 'description' => $description ] + $schema;
		return array_filter( $described, static fn ( mixed $value ): bool => $value !== null );
	}

	/**
	 * An object that knows no other properties; each of them is required.
	 *
	 * @param array<string, Field> $fields by name.
	 * @return array<string, mixed>
	 */
	public static function closed( array $fields ): array {
		return [
			'type'                 => 'object',
			'additionalProperties' => false,
			'properties'           => array_map(
				static fn ( Field $field ): array => $field->schema() + [ 'required' => true ],
				$fields
			),
		];
	}
}
