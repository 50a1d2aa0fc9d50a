<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Account;

use OrderInvoicer\Domain\Account\KeepAccess;
use OrderInvoicer\Domain\Account\LastingAccess;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Pauses\FailurePause;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

final class KeepAccessTest extends TestCase {

	public function test_a_good_answer_stops_nothing(): void {
		self::assertNull( $this->cause( null ) );
	}

	public function test_an_access_that_ended_is_told_before_the_next_order(): void {
		self::assertSame( ProblemCode::Unauthorized, $this->cause( new RemoteFailure( FailureKind::Unauthorized ) ) );
	}

	public function test_a_login_host_that_is_away_is_no_lost_access(): void {
		self::assertSame( ProblemCode::SellsyDown, $this->cause( new RemoteFailure( FailureKind::NotSent ) ) );
	}

	/** Why everything waits afterwards. */
	private function cause( ?RemoteFailure $failure ): ?ProblemCode {
		$world  = new World();
		$access = new class( $failure ) implements LastingAccess {

			public function __construct( private readonly ?RemoteFailure $failure ) {}

			public function keep_alive(): void {
				if ( $this->failure !== null ) {
					throw $this->failure;
				}
			}
		};
		( new KeepAccess( $access, $world->pauses, new FailurePause(), $world->clock ) )->run();
		return $world->pauses->current()?->problem->code;
	}
}
