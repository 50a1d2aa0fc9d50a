<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest;

defined( 'ABSPATH' ) || exit;

/**
 * The schemas that stand beside their controllers (`Rest/<topic>/schemas`) or in their feature, complete; each name is
 * there once. A file may build on another: `use` names it. Beside it may stand `nullable` (null is allowed too),
 * `partial` (nothing is required, except in lists) and whatever is added or replaced.
 */
final class SchemaSet {

	private const FOLDERS = [ __DIR__ . '/*', __DIR__ . '/../Features/*' ];

	/** @return array<string, mixed> draft-04 with property-level `required`, as the REST API of WordPress reads it. */
	public function get( string $name ): array {
		$schema = null;
		foreach ( self::FOLDERS as $folder ) {
			foreach ( (array) glob( "$folder/schemas/$name.php" ) as $file ) {
				$schema = require (string) $file;
			}
		}
		return is_array( $schema ) ? $this->resolved( $schema ) : [];
	}

	/**
	 * @param array<mixed> $schema
	 * @return array<string, mixed>
	 */
	private function resolved( array $schema ): array {
		$complete = [];
		foreach ( $schema as $key => $value ) {
			$complete[ (string) $key ] = is_array( $value ) ? $this->resolved_value( $value ) : $value;
		}
		return isset( $complete['use'] ) && is_string( $complete['use'] )
			? $this->built_on( $complete['use'], $complete )
			: $complete;
	}

	/**
	 * @param array<mixed> $value
	 * @return array<mixed>
	 */
	private function resolved_value( array $value ): array {
		return array_is_list( $value ) ? $value : $this->resolved( $value );
	}

	/**
	 * @param array<string, mixed> $changes
	 * @return array<string, mixed>
	 */
	private function built_on( string $name, array $changes ): array {
		$base = $this->get( $name );
		if ( isset( $changes['partial'] ) ) {
			$base = $this->without_required( $base );
		}
		if ( isset( $changes['nullable'] ) ) {
			$base['type'] = [ $base['type'], 'null' ];
		}
		if (
			isset( $changes['properties'], $base['properties'] )
			&& is_array( $changes['properties'] )
			&& is_array( $base['properties'] )
		) {
			$changes['properties'] = array_merge( $base['properties'], $changes['properties'] );
		}
		return array_merge( $base, array_diff_key( $changes, array_flip( [ 'use', 'partial', 'nullable' ] ) ) );
	}

	/**
	 * @param array<mixed> $schema
	 * @return array<string, mixed>
	 */
	private function without_required( array $schema ): array {
		$optional = [];
		foreach ( $schema as $key => $value ) {
			if ( $key === 'properties' && is_array( $value ) ) {
				$value = array_map(
					fn ( mixed $property ): mixed =>
						is_array( $property ) ? $this->without_required( $property ) : $property,
					$value
				);
			}
			$optional[ (string) $key ] = $value;
		}
		unset( $optional['required'] );
		return $optional;
	}
}
