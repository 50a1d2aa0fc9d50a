<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Rest;

use OrderInvoicer\Rest\SchemaSet;
use OrderInvoicer\Tests\Fixture;
use PHPUnit\Framework\TestCase;

/** The same documents go through TypeScript's schemas: both sides must let the same pass and stop the same. */
final class FixturesTest extends TestCase {

	/** @return array<string, array{string, string, bool}> */
	public static function fixtures(): array {
		$cases = [];
		foreach ( (array) glob( Fixture::FOLDER . '/*/{valid,invalid}/*.json', GLOB_BRACE ) as $file ) {
			[ $schema, $kind, $name ]       = array_slice( explode( '/', (string) $file ), -3 );
			$cases[ "$schema $kind $name" ] = [ "$schema/$kind/$name", $schema, $kind === 'valid' ];
		}
		return $cases;
	}

	/** @dataProvider fixtures */
	public function test_wordpress_judges_as_the_fixture_says( string $file, string $schema, bool $is_valid ): void {
		$result = rest_validate_value_from_schema(
			Fixture::read( $file ),
			( new SchemaSet() )->get( $schema ),
			$schema
		);

		self::assertSame( $is_valid, $result === true, is_wp_error( $result ) ? $result->get_error_message() : '' );
	}

	public function test_every_kind_of_answer_and_request_has_both_sorts(): void {
		foreach ( array_unique( array_column( self::fixtures(), 1 ) ) as $schema ) {
			self::assertNotSame( [], glob( Fixture::FOLDER . "/$schema/valid/*.json" ), $schema );
			self::assertNotSame( [], glob( Fixture::FOLDER . "/$schema/invalid/*.json" ), $schema );
		}
	}
}
