<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Rest;

use OrderInvoicer\Rest\SchemaSet;
use PHPUnit\Framework\TestCase;

/** The same documents go through TypeScript's schemas: both sides must let the same pass and stop the same. */
final class FixturesTest extends TestCase {

	private const FIXTURES = __DIR__ . '/../../../contract/fixtures';

	/** @return array<string, array{string, string, bool}> */
	public static function fixtures(): array {
		$cases = [];
		foreach ( (array) glob( self::FIXTURES . '/*/{valid,invalid}/*.json', GLOB_BRACE ) as $file ) {
			[ $schema, $kind, $name ]       = array_slice( explode( '/', (string) $file ), -3 );
			$cases[ "$schema $kind $name" ] = [ (string) $file, $schema, $kind === 'valid' ];
		}
		return $cases;
	}

	/** @dataProvider fixtures */
	public function test_wordpress_judges_as_the_fixture_says( string $file, string $schema, bool $is_valid ): void {
		$data   = json_decode( (string) file_get_contents( $file ), true, 512, JSON_THROW_ON_ERROR );
		$result = rest_validate_value_from_schema( $data, ( new SchemaSet() )->get( $schema ), $schema );

		self::assertSame( $is_valid, $result === true, is_wp_error( $result ) ? $result->get_error_message() : '' );
	}

	public function test_every_kind_of_answer_and_request_has_both_sorts(): void {
		foreach ( array_unique( array_column( self::fixtures(), 1 ) ) as $schema ) {
			self::assertNotSame( [], glob( self::FIXTURES . "/$schema/valid/*.json" ), $schema );
			self::assertNotSame( [], glob( self::FIXTURES . "/$schema/invalid/*.json" ), $schema );
		}
	}
}
