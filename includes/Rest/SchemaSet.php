<?php

declare( strict_types=1 );

namespace OrderInvoicer\Rest;

defined( 'ABSPATH' ) || exit;

/**
 * Schemas by name, complete. What is answered is declared where it is filled, as `@phpstan-type …Answer`, and written
 * from there (`npm run schemas`). What is asked stands beside its controller (`Rest/<topic>/schemas.php`) or in its
 * feature. A schema may build on another: `use` names it. Beside it may stand `nullable` (null is allowed too),
 * `partial` (nothing is required, except in lists) and whatever is added or replaced.
 */
final class SchemaSet {

	/** Answers, written by a tool. */
	public const ANSWERS = __DIR__ . '/answers.json';

	private const FILES = [ __DIR__ . '/*/schemas.php', __DIR__ . '/../Features/*/schemas.php' ];

	private const DRAFT = 'http://json-schema.org/draft-04/schema#';

	/** @var array<mixed>|null as they are written. */
	private ?array $written = null;

	/** @return array<string, mixed> draft-04 with property-level `required`, as the REST API of WordPress reads it. */
	public function get( string $name ): array {
		return [
			'$schema' => self::DRAFT,
			'title'   => $name,
		] + $this->part( $name );
	}

	/** @return list<string> */
	public function names(): array {
		return array_map( strval( ... ), array_keys( $this->written() ) );
	}

	/** @return array<string, mixed> */
	private function part( string $name ): array {
		$written = $this->written()[ $name ] ?? [];
		$written = $written instanceof \Closure ? $written() : $written;
		return is_array( $written ) ? $this->resolved( $written ) : [];
	}

	/** @return array<mixed> */
	private function written(): array {
		if ( $this->written === null ) {
			// phpcs:ignore WordPress.WP.AlternativeFunctions.file_get_contents_file_get_contents -- of the plugin.
			$answers       = (string) file_get_contents( self::ANSWERS );
			$this->written = (array) json_decode( $answers, true, 64, JSON_THROW_ON_ERROR );
			foreach ( self::FILES as $pattern ) {
				foreach ( (array) glob( $pattern ) as $file ) {
					$this->written += (array) require (string) $file;
				}
			}
		}
		return $this->written;
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
		$base = $this->part( $name );
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
