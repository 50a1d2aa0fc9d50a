<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\System;

use OrderInvoicer\Domain\System\Pace;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

/** How long something still takes, if it goes on as it did. */
final class PaceTest extends TestCase {

	#[TestWith( [ 0, 5, 100, null ], 'no time has passed' )]
	#[TestWith( [ 86_400, 0, 100, null ], 'nothing is done' )]
	#[TestWith( [ 86_400, 8_000, 12_000, 2 ], 'a day and a half is two' )]
	#[TestWith( [ 86_400, 8_000, 11_999, 1 ], 'a little less is one' )]
	#[TestWith( [ 86_400, 19_000, 1_000, 0 ], 'today' )]
	#[TestWith( [ 86_400, 1, 3, 3 ], 'one is known to be done' )]
	#[TestWith( [ 1, 1, 86_400, 1 ], 'a second is known' )]
	#[TestWith( [ 86_400, 100, 0, 0 ], 'nothing is left' )]
	public function test_days_left( int $seconds, int $done, int $left, ?int $days ): void {
		self::assertSame( $days, Pace::days_left( $seconds, $done, $left ) );
	}
}
