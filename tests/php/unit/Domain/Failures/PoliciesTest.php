<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Failures;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\RepeatPolicy;
use OrderInvoicer\Domain\Work\RetryPolicy;
use PHPUnit\Framework\TestCase;

final class PoliciesTest extends TestCase {

	public function test_six_retries_over_a_day_and_a_half(): void {
		$policy = new RetryPolicy();
		self::assertSame(
			[ 60, 300, 1800, 7200, 21600, 86400, null ],
			array_map( static fn( int $attempt ): ?int => $policy->delay( $attempt, 0 ), range( 1, 7 ) )
		);
	}

	public function test_jitter_adds_a_fifth_at_most(): void {
		$policy = new RetryPolicy();
		self::assertSame(
			[ 66, 72, 360 ],
			[ $policy->delay( 1, 10 ), $policy->delay( 1, 20 ), $policy->delay( 2, 90 ) ]
		);
	}

	public function test_a_row_on_which_runners_die_ends_too(): void {
		$policy = new RetryPolicy();
		self::assertFalse( $policy->is_used_up( 7 ) );
		self::assertTrue( $policy->is_used_up( 8 ) );
	}

	public function test_two_empty_searches_two_minutes_apart(): void {
		$policy = new RepeatPolicy();
		$first  = new \DateTimeImmutable( '@1000000' );
		self::assertSame( 120, $policy->wait_before_create( null, $first ) );
		$noted = $policy->empty_search( null, $first );
		self::assertSame( 60, $policy->wait_before_create( $noted, new \DateTimeImmutable( '@1000060' ) ) );
		self::assertSame( 0, $policy->wait_before_create( $noted, new \DateTimeImmutable( '@1000120' ) ) );
		self::assertEquals(
			$noted,
			$policy->empty_search( $noted, new \DateTimeImmutable( '@1000060' ) ),
			'The first one counts.'
		);
		self::assertSame(
			120,
			$policy->wait_before_create( new Problem( ProblemCode::OutcomeUnknown ), $first ),
			'A failure in between starts again.'
		);
	}

	/**
	 * @testWith ["GET /taxes"]
	 *           ["POST /invoices/search"]
	 *           ["POST /invoices/compute"]
	 *           ["POST /deposit-invoices/prepare"]
	 *           ["POST v1 Document.getList"]
	 *           ["POST v1 Stock.getForItem"]
	 */
	public function test_nothing_is_unknown_of_a_read( string $route ): void {
		$lost    = new RemoteFailure( FailureKind::OutcomeUnknown, 503, $route );
		$problem = $lost->problem();
		self::assertSame( ProblemCode::SellsyDown, $problem->code );
		self::assertSame( '', $problem->fact( 'for' ) );
		self::assertSame( 'page', $lost->on_screen()->fact( 'for' ) );
	}

	/**
	 * @testWith ["POST /invoices"]
	 *           ["POST /taxes"]
	 *           ["DELETE /payments/{id}"]
	 *           ["POST /invoices/{id}/validate"]
	 *           ["POST v1 Document.create"]
	 */
	public function test_what_came_of_a_write_is_unknown( string $route ): void {
		$lost = new RemoteFailure( FailureKind::OutcomeUnknown, 0, $route );
		self::assertSame( ProblemCode::OutcomeUnknown, $lost->on_screen()->code );
	}
}
