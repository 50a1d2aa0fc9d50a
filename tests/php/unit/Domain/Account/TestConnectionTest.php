<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Account;

use OrderInvoicer\Domain\Account\ConnectionReport;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

/** "Test now": says whose access it is, or why there is none, in words for somebody who just clicked. */
final class TestConnectionTest extends TestCase {

	private World $world;

	protected function setUp(): void {
		$this->world = new World();
	}

	public function test_an_access_that_works_is_tied_to_the_shop(): void {
		$this->world->shop->remember( '', '' );
		$report = $this->test();
		self::assertTrue( $report->is_connected() );
		self::assertSame( [ 'Client Test', null ], [ $report->staff['name'] ?? '', $report->problem ] );
		self::assertSame( 'account-1', $this->world->shop->known_sellsy );
	}

	/** Nothing was to be made: no answer is no unknown outcome. */
	#[TestWith( [ FailureKind::OutcomeUnknown, 0, 'sellsy_down', 'test' ] )]
	#[TestWith( [ FailureKind::NotSent, 503, 'sellsy_down', 'test' ] )]
	#[TestWith( [ FailureKind::NotSent, 500, 'sellsy_down', 'test' ] )]
	#[TestWith( [ FailureKind::NotSent, 499, 'not_sent', 'test' ] )]
	#[TestWith( [ FailureKind::NotSent, 0, 'not_sent', 'test' ] )]
	#[TestWith( [ FailureKind::Unauthorized, 401, 'unauthorized', null ] )]
	#[TestWith( [ FailureKind::RateLimited, 429, 'rate_limited', null ] )]
	public function test_why_there_is_none( FailureKind $kind, int $status, string $code, ?string $for ): void {
		$this->world->shop->remember( '', '' );
		$this->world->sellsy->plan( 'me', $kind, status: $status );
		$report = $this->test();
		self::assertFalse( $report->is_connected() );
		self::assertSame( $code, $report->problem?->code->value );
		self::assertSame( $for, $report->problem?->facts['for'] ?? null );
		self::assertSame( '', $this->world->shop->known_sellsy, 'Nothing is tied to it.' );
	}

	private function test(): ConnectionReport {
		return $this->world->engine->test_connection()->test();
	}
}
