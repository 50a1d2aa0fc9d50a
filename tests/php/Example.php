<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests;

use OrderInvoicer\Rest\SchemaSet;

/** What an answer says where it has nothing to say. src/test/example.ts makes the same. */
final class Example {

	/** Of texts that have a pattern. */
	private const SAMPLES = [ '', '2026-11-24', '2026-11', 'https://shop.test/' ];

	/** @return array<mixed> */
	public static function of( string $answer ): array {
		return (array) self::neutral( ( new SchemaSet() )->get( $answer ) );
	}

	/** @param array<string, mixed> $schema */
	private static function neutral( array $schema ): mixed {
		$needed = array_filter( $schema['properties'] ?? [], self::is_needed( ... ) );
		return match ( is_array( $schema['type'] ) ? 'null' : $schema['type'] ) {
			'null'    => null,
			'object'  => array_map( self::neutral( ... ), $needed ),
			'array'   => [],
			'boolean' => false,
			'integer' => $schema['minimum'] ?? 0,
			default   => self::text( $schema ),
		};
	}

	/** @param array<string, mixed> $schema */
	private static function is_needed( array $schema ): bool {
		return ( $schema['required'] ?? false ) === true;
	}

	/** @param array<string, mixed> $schema */
	private static function text( array $schema ): string {
		$fitting = (array) preg_grep( '#' . ( $schema['pattern'] ?? '' ) . '#u', self::SAMPLES );
		return match ( true ) {
			isset( $schema['format'] ) => '2026-11-24T10:00:00Z',
			isset( $schema['enum'] )   => $schema['enum'][0],
			default                    => (string) current( $fitting ),
		};
	}
}
