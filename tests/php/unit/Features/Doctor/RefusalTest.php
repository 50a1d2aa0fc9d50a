<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\Doctor;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Features\Doctor\DoctorRightText;
use OrderInvoicer\Features\Doctor\Kept\Run;
use OrderInvoicer\Features\Doctor\Trials\Refusal;
use PHPUnit\Framework\TestCase;

require_once dirname( __DIR__, 2 ) . '/Wording/untranslated.php';

/** A right that Sellsy refuses is said, whether it has a name or not, until it is asked for again. */
final class RefusalTest extends TestCase {

	private static function refused( string $route, string $scope ): string {
		return (string) Refusal::code(
			new RemoteFailure( kind: FailureKind::AccountBlocked, status: 403, route: $route, scope: $scope )
		);
	}

	private static function begun(): Run {
		return Run::of( new \DateTimeImmutable( '@0' ), [ 'one', 'two' ] );
	}

	public function test_one_without_a_name_is_told_by_what_the_call_was_about(): void {
		$run = self::begun()
			->lacking( 'one', self::refused( 'POST /invoices/{id}/whatever', '' ) )
			->lacking( 'two', self::refused( 'POST /items', 'items.write' ) )
			->lacking( 'two', self::refused( '', '' ) );

		self::assertSame( [ 'about-others', 'items.write', 'about-invoices' ], $run->lacks() );
		self::assertSame(
			[ 'create products (items.write)', 'a right for invoices' ],
			( new DoctorRightText() )->words( [ 'items.write', 'about-invoices' ] )
		);
	}

	public function test_it_stands_until_that_trial_is_tried_again(): void {
		$run = self::begun()
			->lacking( 'one', 'no-right:contacts.write' )
			->lacking( 'two', 'no-right:items.write' )
			->noted( [ 'looks' => 2 ] )
			->resumed( [ 'one', 'two' ], [ 'one' ] );

		self::assertSame( [ 'items.write', 'contacts.write' ], $run->lacks() );
		self::assertArrayNotHasKey( 'looks', $run->notes );
		self::assertSame( [ 'contacts.write' ], $run->retrying( 'two' )->lacks() );
	}
}
