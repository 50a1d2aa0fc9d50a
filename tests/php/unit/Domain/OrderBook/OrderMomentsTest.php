<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\OrderBook;

use OrderInvoicer\Domain\OrderBook\OrderMoments;
use OrderInvoicer\Domain\Settings\Trigger;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

/** To the second: what came in the moment in which a kind was switched on is that kind's. */
final class OrderMomentsTest extends TestCase {

	#[TestWith( [ 'paid', 'paid_at', '09:59:59', true ] )]
	#[TestWith( [ 'paid', 'paid_at', '10:00:00', false ] )]
	#[TestWith( [ 'shipped', 'shipped_at', '09:59:59', true ] )]
	#[TestWith( [ 'shipped', 'shipped_at', '10:00:00', false ] )]
	#[TestWith( [ 'shipped', 'completed_at', '09:59:59', true ], 'where no parcel says it' )]
	#[TestWith( [ 'completed', 'completed_at', '09:59:59', true ] )]
	#[TestWith( [ 'completed', 'completed_at', '10:00:00', false ] )]
	#[TestWith( [ 'paid', 'created_at', '10:00:00', false ] )]
	public function test_moments( string $trigger, string $moment, string $time, bool $is_before ): void {
		$given   = [ $moment => new \DateTimeImmutable( "2026-11-24 $time" ) ];
		$moments = new OrderMoments( ...$given + [ 'created_at' => new \DateTimeImmutable( '2026-11-23' ) ] );
		$since   = new \DateTimeImmutable( '2026-11-24 10:00:00' );
		self::assertSame( $is_before, $moments->are_before( $since, new Trigger( $trigger ), 'completed', [] ) );
	}
}
