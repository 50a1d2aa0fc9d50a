<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Rest;

use OrderInvoicer\Rest\SchemaSet;
use PHPUnit\Framework\TestCase;

/**
 * TypeScript compares its own schemas with tests/contract/schemas. After a change of a schema or a setting write them
 * anew: `npm run schemas`.
 */
final class ExportedSchemasTest extends TestCase {

	private const EXPORTED = __DIR__ . '/../../../contract/schemas';

	/** @return array<string, array{string}> */
	public static function names(): array {
		$names = ( new SchemaSet() )->names();
		sort( $names );
		return array_combine( $names, array_map( static fn ( string $name ): array => [ $name ], $names ) );
	}

	/** @dataProvider names */
	public function test_the_exported_schema_is_current( string $name ): void {
		$current  = json_encode(
			( new SchemaSet() )->get( $name ),
			JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR
		) . "\n";
		$exported = self::EXPORTED . "/$name.json";
		if ( getenv( 'ORDERINVOICER_EXPORT_SCHEMAS' ) === '1' ) {
			file_put_contents( $exported, $current );
		}

		self::assertStringEqualsFile( $exported, $current );
	}

	public function test_every_exported_schema_has_a_source(): void {
		$exported = array_map(
			static fn ( string $file ): string => basename( $file, '.json' ),
			self::files( self::EXPORTED . '/*.json' )
		);

		if ( getenv( 'ORDERINVOICER_EXPORT_SCHEMAS' ) === '1' ) {
			$gone     = array_diff( $exported, array_keys( self::names() ) );
			$exported = array_diff( $exported, $gone );
			array_map( static fn ( string $name ): bool => unlink( self::EXPORTED . "/$name.json" ), $gone );
		}
		sort( $exported );
		self::assertSame( array_keys( self::names() ), $exported );
	}

	/** @dataProvider names */
	public function test_every_object_is_closed_and_nothing_is_left_to_resolve( string $name ): void {
		$schema = ( new SchemaSet() )->get( $name );

		self::assertStringNotContainsString( '"use":', (string) json_encode( $schema ) );
		self::assertSame( [], self::open_objects( $schema, $name ) );
	}

	/**
	 * @param array<mixed> $schema
	 * @return list<string>
	 */
	private static function open_objects( array $schema, string $path ): array {
		$open = isset( $schema['properties'] ) && ( $schema['additionalProperties'] ?? true ) !== false
			? [ $path ]
			: [];
		foreach ( (array) ( $schema['properties'] ?? [] ) as $name => $property ) {
			$open = array_merge( $open, self::open_objects( (array) $property, "$path.$name" ) );
		}
		return isset( $schema['items'] )
			? array_merge( $open, self::open_objects( (array) $schema['items'], "{$path}[]" ) )
			: $open;
	}

	/** @return list<string> */
	private static function files( string $pattern ): array {
		$files = glob( $pattern );
		self::assertIsArray( $files );
		sort( $files );
		return $files;
	}
}
