<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\Figures;

use OrderInvoicer\Features\Figures\Rules\Period;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class PeriodTest extends TestCase {

	#[DataProvider( 'periods' )]
	public function test_the_one_before(
		string $from,
		string $until,
		string $before_from,
		string $before_until,
	): void {
		$before = Period::of( $from, $until )?->before();
		self::assertSame( [ $before_from, $before_until ], [ $before?->from, $before?->until ] );
	}

	/** @return iterable<string, array{string, string, string, string}> */
	public static function periods(): iterable {
		yield 'a month' => [ '2026-11-01', '2026-11-30', '2026-10-01', '2026-10-31' ];
		yield 'a month after the shortest' => [ '2028-03-01', '2028-03-31', '2028-02-01', '2028-02-29' ];
		yield 'January' => [ '2026-01-01', '2026-01-31', '2025-12-01', '2025-12-31' ];
		yield 'a quarter' => [ '2026-04-01', '2026-06-30', '2026-01-01', '2026-03-31' ];
		yield 'the first quarter' => [ '2026-01-01', '2026-03-31', '2025-10-01', '2025-12-31' ];
		yield 'a year' => [ '2028-01-01', '2028-12-31', '2027-01-01', '2027-12-31' ];
		yield 'months of two years' => [ '2026-12-01', '2027-01-31', '2026-10-01', '2026-11-30' ];
		yield 'a day' => [ '2026-03-01', '2026-03-01', '2026-02-28', '2026-02-28' ];
		yield 'days' => [ '2026-11-03', '2026-11-12', '2026-10-24', '2026-11-02' ];
		yield 'a month less a day' => [ '2026-11-01', '2026-11-29', '2026-10-03', '2026-10-31' ];
	}

	#[DataProvider( 'none' )]
	public function test_what_is_no_period( string $from, string $until ): void {
		self::assertNull( Period::of( $from, $until ) );
	}

	/** @return iterable<string, array{string, string}> */
	public static function none(): iterable {
		yield 'the other way round' => [ '2026-11-02', '2026-11-01' ];
		yield 'no such day' => [ '2026-02-01', '2026-02-30' ];
		yield 'nothing' => [ '', '' ];
		yield 'a day longer than a leap year' => [ '2028-01-01', '2029-01-01' ];
		yield 'longer than a year' => [ '2026-01-01', '2027-01-02' ];
	}

	/** The night of 25 October 2026 has an hour more in Paris. */
	public function test_days_are_the_shops(): void {
		$period = Period::of( '2026-10-25', '2026-10-25' );
		$zone   = new \DateTimeZone( 'Europe/Paris' );
		self::assertNotNull( $period );
		self::assertSame( [ '2026-10-25' ], $period->days() );
		self::assertSame(
			25 * 3600,
			$period->ends( $zone )->getTimestamp() - $period->starts( $zone )->getTimestamp()
		);
	}
}
