<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Report;

use OrderInvoicer\Domain\Report\FillPace;
use PHPUnit\Framework\TestCase;

/** How long old documents still take, by how many are left at each count. */
final class FillPaceTest extends TestCase {

	public function test_its_pace_is_known_once_they_become_fewer(): void {
		$pace = null;
		$days = [];
		foreach ( [ 400, 1000, 1000, 750, 500, 0, 1100 ] as $day => $left ) {
			$pace   = FillPace::counted( $pace, $left, new \DateTimeImmutable( "2026-03-01 +$day days" ) );
			$days[] = $pace->days_left();
		}
		self::assertSame( [ null, null, null, 3, 2, 0, null ], $days, 'The report was lost in the end.' );
	}
}
