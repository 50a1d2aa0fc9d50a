<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Pauses;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Pauses\FailurePause;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** For what all work pauses, and how long until somebody looks again. */
final class FailurePauseTest extends TestCase {

	/** @return iterable<string, array{RemoteFailure, ProblemCode, int, bool}> cause, seconds, of one kind of work. */
	public static function failures(): iterable {
		$failure = static fn ( FailureKind $kind, int $status = 0 ): RemoteFailure =>
			new RemoteFailure( $kind, $status, 'POST /invoices' );
		$limited = new RemoteFailure( FailureKind::RateLimited, 429, 'POST /invoices', retry_after: 7 );
		yield 'not sent' => [ $failure( FailureKind::NotSent ), ProblemCode::SellsyDown, 60, false ];
		yield 'no answer' => [ $failure( FailureKind::OutcomeUnknown, 503 ), ProblemCode::SellsyDown, 60, false ];
		yield 'too much was asked' => [
			$failure( FailureKind::RateLimited, 429 ),
			ProblemCode::RateLimited,
			60,
			false,
		];
		yield 'too much was asked, and Sellsy says how long' => [ $limited, ProblemCode::RateLimited, 7, false ];
		yield 'the access is refused' => [
			$failure( FailureKind::Unauthorized, 401 ),
			ProblemCode::Unauthorized,
			300,
			false,
		];
		yield 'the plan is everybodys' => [
			$failure( FailureKind::AccountBlocked, 402 ),
			ProblemCode::AccountBlocked,
			300,
			false,
		];
		yield 'a right is one kinds' => [
			$failure( FailureKind::AccountBlocked, 403 ),
			ProblemCode::AccountBlocked,
			300,
			true,
		];
		yield 'forbidden otherwise' => [ $failure( FailureKind::Rejected, 403 ), ProblemCode::Rejected, 300, false ];
	}

	#[DataProvider( 'failures' )]
	public function test_pauses( RemoteFailure $failure, ProblemCode $cause, int $seconds, bool $is_of_one ): void {
		$now   = new \DateTimeImmutable( '2026-03-02 10:00:00' );
		$pause = ( new FailurePause() )->after( $failure, $now, Effect::CreateInvoice );
		self::assertSame(
			[ $cause, $seconds, $is_of_one ? Effect::CreateInvoice : null ],
			[ $pause->problem->code, $pause->until?->getTimestamp() - $now->getTimestamp(), $pause->only ]
		);
		self::assertSame( $now, $pause->since );
	}
}
