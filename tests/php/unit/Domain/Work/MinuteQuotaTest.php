<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Work;

use OrderInvoicer\Domain\Work\MinuteQuota;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

/** Sellsy allows so many calls a minute: a back-fill takes what orders of today do not need. */
final class MinuteQuotaTest extends TestCase {

	/** A row of it may need ten calls, and fifteen are kept. */
	#[TestWith( [ 25, 0, 0 ] )]
	#[TestWith( [ 24, 0, 60_000 ] )]
	#[TestWith( [ 24, 20, 40_000 ] )]
	#[TestWith( [ 24, 59, 1_000 ] )]
	#[TestWith( [ 24, 60, 0 ], 'the minute is over' )]
	#[TestWith( [ 0, 60, 0 ] )]
	public function test_when_a_row_may_begin( int $left, int $seconds, int $milliseconds ): void {
		self::assertSame( $milliseconds, self::quota( $left )->wait( self::at( $seconds ) ) );
	}

	#[TestWith( [ 16, 0, true ] )]
	#[TestWith( [ 15, 0, false ] )]
	#[TestWith( [ 15, 59, false ] )]
	#[TestWith( [ 15, 60, true ], 'the minute is over' )]
	public function test_one_more_call( int $left, int $seconds, bool $leaves_reserve ): void {
		self::assertSame( $leaves_reserve, self::quota( $left )->leaves_reserve( self::at( $seconds ) ) );
	}

	/** All at once, or a few at a time, as a window that slides gives them back. */
	#[TestWith( [ 50, 60, 60, true ] )]
	#[TestWith( [ 50, 59, 100, false ], 'nine more' )]
	#[TestWith( [ 99, 100, 100, true ], 'all of them' )]
	#[TestWith( [ 50, 50, 50, false ] )]
	#[TestWith( [ 50, 49, 100, false ] )]
	public function test_a_minute_turns( int $left, int $then, int $most, bool $turns ): void {
		$next = ( new MinuteQuota( $left, self::at( 0 ), $most ) )->then( $then, self::at( 5 ) );
		self::assertSame( $then, $next->left );
		self::assertSame( $turns ? $then : $most, $next->most );
		self::assertEquals( $turns ? self::at( 5 ) : null, $next->turned_at );
	}

	/**
	 * Of 115 calls 15 are kept: what was spent of the hundred is spent by the time of it, fifteen seconds early, so
	 * that nothing is left when the minute ends.
	 */
	#[TestWith( [ 115, 0, 0 ], 'nothing was spent' )]
	#[TestWith( [ 82, 0, 0 ], 'a third: as much as is due at once' )]
	#[TestWith( [ 65, 0, 7_500 ], 'half' )]
	#[TestWith( [ 65, 7, 500 ] )]
	#[TestWith( [ 65, 8, 0 ] )]
	#[TestWith( [ 40, 0, 18_750 ], 'three quarters' )]
	#[TestWith( [ 40, 61, 0 ], 'another minute' )]
	public function test_calls_are_spent_evenly( int $left, int $seconds, int $milliseconds ): void {
		$turned = new MinuteQuota( left: $left, at: self::at( 0 ), most: 115, turned_at: self::at( 0 ) );
		self::assertSame( $milliseconds, $turned->wait( self::at( $seconds ) ) );
	}

	private static function quota( int $left ): MinuteQuota {
		return new MinuteQuota( $left, self::at( 0 ), 100 );
	}

	private static function at( int $seconds ): \DateTimeImmutable {
		return new \DateTimeImmutable( '@' . ( 1_764_590_400 + $seconds ) );
	}
}
