<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Rest;

use OrderInvoicer\Domain\Documents\DocumentState;
use OrderInvoicer\Rest\SchemaSet;
use OrderInvoicer\Tests\Answers\Shapes;
use OrderInvoicer\Tests\Answers\Zod;
use OrderInvoicer\Tests\HouseRules\Source;
use PHPUnit\Framework\TestCase;

/**
 * After a change of an answer, a request or a setting: `npm run schemas` writes what WordPress and what TypeScript
 * reads of them.
 */
final class ExportedSchemasTest extends TestCase {

	private const TYPESCRIPT = __DIR__ . '/../../../../src/generated/schemas.ts';

	private static ?Shapes $shapes = null;

	public function test_the_answers_are_as_declared(): void {
		$lines = [];
		foreach ( self::shapes()->schemas as $name => $schema ) {
			$lines[] = self::json( $name ) . ': ' . self::one_field_a_line( $schema );
		}
		self::assert_written( SchemaSet::ANSWERS, "{\n" . implode( ",\n", $lines ) . "\n}\n" );
	}

	/** @depends test_the_answers_are_as_declared */
	public function test_typescript_reads_the_same(): void {
		$set     = new SchemaSet();
		$schemas = [];
		foreach ( $set->names() as $name ) {
			$schemas[ $name ] = $set->get( $name );
		}
		foreach ( [ 'settings', 'settings-update' ] as $name ) {
			$schemas += self::grouped( $name, (array) $schemas[ $name ]['properties'] );
		}
		ksort( $schemas );
		$states = [ 'DocumentState' => array_column( DocumentState::cases(), 'value' ) ];
		self::assert_written(
			self::TYPESCRIPT,
			"/** Written by `npm run schemas` of what PHP answers and asks for. */\nimport * as z from 'zod/mini';\n\n"
				. ( new Zod( $schemas, self::shapes()->enums + $states ) )->text()
		);
	}

	public function test_every_object_is_closed_and_nothing_is_left_to_resolve(): void {
		$set = new SchemaSet();
		foreach ( $set->names() as $name ) {
			$schema = $set->get( $name );

			self::assertStringNotContainsString( '"use":', (string) json_encode( $schema ) );
			self::assertSame( [], self::open_objects( $schema, $name ) );
		}
	}

	private static function shapes(): Shapes {
		return self::$shapes ??= new Shapes( Source::all() );
	}

	private static function assert_written( string $file, string $current ): void {
		if ( getenv( 'ORDERINVOICER_EXPORT_SCHEMAS' ) === '1' ) {
			file_put_contents( $file, $current );
		}
		self::assertTrue( $current === file_get_contents( $file ), basename( $file ) . ' is stale: npm run schemas.' );
	}

	/** @param array<string, mixed> $schema */
	private static function one_field_a_line( array $schema ): string {
		$fields = [];
		foreach ( (array) ( $schema['properties'] ?? [] ) as $name => $field ) {
			$fields[] = "\t" . self::json( (string) $name ) . ': ' . self::json( $field );
		}
		return $fields === []
			? self::json( $schema )
			: rtrim( self::json( array_diff_key( $schema, [ 'properties' => true ] ) ), '}' )
				. ",\"properties\":{\n" . implode( ",\n", $fields ) . "\n}}";
	}

	/**
	 * Settings that stand together, each by a name of its own. Kinds of document are `settings-workflow`.
	 *
	 * @param array<mixed> $properties
	 * @return array<string, array<string, mixed>>
	 */
	private static function grouped( string $of, array $properties ): array {
		$groups = [];
		foreach ( $properties as $name => $property ) {
			$is_kind = isset( $property['properties']['trigger'] );
			if ( is_array( $property ) && $property['type'] === 'object' && ! $is_kind ) {
				$groups[ "$of-" . strtr( (string) $name, '_', '-' ) ] = $property;
			}
		}
		$workflow = [ "$of-workflow" => $properties['invoice'] ];
		return $groups + ( $of === 'settings' ? [] : $workflow );
	}

	private static function json( mixed $value ): string {
		return json_encode( $value, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR );
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
}
