<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Assumptions;

use OrderInvoicer\Domain\Assumptions\Assumption;
use PHPUnit\Framework\TestCase;

final class AssumptionTest extends TestCase {

	/** A name that is in the code alone would never be answered. */
	public function test_what_the_engine_asks_for_is_in_the_table(): void {
		$file = dirname( __DIR__, 5 ) . '/includes/Features/Doctor/assumptions.json';
		$rows = json_decode( (string) file_get_contents( $file ), true );
		self::assertIsArray( $rows );
		foreach ( Assumption::cases() as $assumption ) {
			self::assertArrayHasKey( $assumption->value, $rows );
		}
		$final = array_filter( $rows, static fn ( array $row ): bool => $row['tried'] === 'final' );
		$told  = array_filter( Assumption::cases(), static fn ( Assumption $one ): bool => $one->needs_final() );
		self::assertEqualsCanonicalizing( array_keys( $final ), array_column( $told, 'value' ) );
	}
}
