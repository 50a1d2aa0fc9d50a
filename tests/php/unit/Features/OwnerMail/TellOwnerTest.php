<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\OwnerMail;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Pauses\Pause;
use OrderInvoicer\Features\OwnerMail\Rules\StoppedGroup;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** The pass tells the owner; nobody is told twice. The shop's day begins at 23:00 UTC, and its clock says 11:00. */
final class TellOwnerTest extends TestCase {

	public function test_the_pass_tells_that_access_is_lost_and_that_work_goes_on(): void {
		$world = new World();
		$world->sellsy->plan( 'compute', FailureKind::Unauthorized );
		$world->order( 1 );
		$world->fire( 1 );
		$world->pass_time( 3 );
		self::assertSame( [ 'stopped: unauthorized' ], $world->fake( FakeOwner::class )->mails );

		$world->pass_time( 20 );
		self::assertNull( $world->pauses->current() );
		self::assertSame( [ 'stopped: unauthorized', 'goes on since 10:01' ], $world->fake( FakeOwner::class )->mails );
	}

	public function test_a_clash_of_shop_codes_is_told_once_and_when_it_is_settled(): void {
		$world = new World();
		$world->clashes->add( 500, 'SHOP-9' );
		$world->pass_time( 3 );
		self::assertSame( [ 'stopped: code_clash' ], $world->fake( FakeOwner::class )->mails );
		$world->look_for_clash->settle();
		$world->pass_time( 20 );
		self::assertCount( 2, $world->fake( FakeOwner::class )->mails );
		self::assertStringStartsWith( 'goes on', $world->fake( FakeOwner::class )->mails[1] );
	}

	public function test_fifty_orders_that_lack_one_right_are_one_e_mail(): void {
		$world = new World();
		for ( $id = 1; $id <= 5; $id++ ) {
			$world->sellsy->plan( 'compute', FailureKind::AccountBlocked );
			$world->order( $id, World::buyer( $id, "client$id@example.com" ) );
			$world->fire( $id );
		}
		$world->pass_time( 6 );
		self::assertCount( 1, $world->fake( FakeOwner::class )->mails );
	}

	public function test_sellsy_down_is_told_after_an_hour(): void {
		$world                  = new World();
		$world->sellsy->is_down = true;
		$world->order( 1 );
		$world->fire( 1 );
		$world->pass_time( 55 );
		self::assertSame( [], $world->fake( FakeOwner::class )->mails );
		$world->pass_time( 30 );
		self::assertSame( [ 'stopped: sellsy_down' ], $world->fake( FakeOwner::class )->mails );
	}

	public function test_lost_keys_are_told_although_nothing_pauses(): void {
		$world                = new World();
		$world->fake( FakeOwner::class )->access = new Problem( ProblemCode::SecretsUnreadable );
		$world->pass_time( 10 );
		self::assertSame( [ 'stopped: secrets_unreadable' ], $world->fake( FakeOwner::class )->mails );
	}

	public function test_a_shop_that_makes_no_documents_is_left_in_peace(): void {
		$world = new World();
		$world->change_settings( [ 'invoice' => [ 'enabled' => false ] ] );
		$this->lose_access( $world );
		$this->stop_orders( $world );
		$world->pass_time( 60 );
		self::assertSame( [], $world->fake( FakeOwner::class )->mails );
	}

	public function test_an_e_mail_that_did_not_leave_is_tried_again_by_the_next_pass(): void {
		$world                = new World();
		$world->fake( FakeOwner::class )->leaves = false;
		$this->lose_access( $world );
		$world->pass_time( 2 );
		$world->fake( FakeOwner::class )->leaves = true;
		$world->pass_time( 2 );
		self::assertSame( [ 'stopped: unauthorized' ], $world->fake( FakeOwner::class )->mails );
	}

	public function test_another_runner_is_silent_while_one_tells(): void {
		$world = new World();
		$this->lose_access( $world );
		$world->fake( FakeOwner::class )->meanwhile = $world->sweep->run( ... );
		$world->sweep->run();
		self::assertSame( [ 'stopped: unauthorized' ], $world->fake( FakeOwner::class )->mails );
	}

	/** Nobody knows whether it left: rather twice than never. */
	public function test_a_runner_that_dies_while_it_tells_is_followed_by_another(): void {
		$world = new World();
		$this->lose_access( $world );
		$world->fake( FakeOwner::class )->meanwhile = static fn () => throw new \RuntimeException( 'Killed.' );
		$world->sweep->run();
		$world->pass_time( 14 );
		self::assertSame( [ 'stopped: unauthorized' ], $world->fake( FakeOwner::class )->mails );
		$world->pass_time( 5 );
		self::assertSame(
			[ 'stopped: unauthorized', 'stopped: unauthorized' ],
			$world->fake( FakeOwner::class )->mails
		);
	}

	public function test_switched_off_nothing_is_told_and_switched_on_what_stands_then(): void {
		$world                          = new World();
		$world->fake( FakeOwner::class )->wants_standstill = false;
		$world->fake( FakeOwner::class )->wants_digest     = false;
		$this->lose_access( $world );
		$this->stop_orders( $world );
		$world->pass_time( 60 * 24 );
		self::assertSame( [], $world->fake( FakeOwner::class )->mails );

		$world->fake( FakeOwner::class )->wants_standstill = true;
		$world->pass_time( 1 );
		self::assertSame( [ 'stopped: unauthorized' ], $world->fake( FakeOwner::class )->mails );
	}

	/**
	 * @param list<array{int, bool}> $days  hours that pass, and whether orders need a person then.
	 * @param list<int>              $hours of which the digest was sent, counted from the start (11:00).
	 */
	#[DataProvider( 'digest_days' )]
	public function test_the_digest_comes_once_a_day_at_its_hour( int $hour, array $days, array $hours ): void {
		$world = new World();
		$world->change_settings( [ 'digest_hour' => $hour ] );
		$world->fake( FakeOwner::class )->groups = [];
		$sent                 = [];
		$passed               = 0;
		$world->sweep->run();
		foreach ( $days as [ $for, $stopped ] ) {
			$world->fake( FakeOwner::class )->groups = $stopped ? $this->stopped_groups() : [];
			for ( $i = 0; $i < $for; $i++ ) {
				$world->clock->advance( 3600 );
				$passed++;
				$world->sweep->run();
				$world->sweep->run();
				array_push( $sent, ...array_fill( 0, count( $world->fake( FakeOwner::class )->mails ), $passed ) );
				$world->fake( FakeOwner::class )->mails = [];
			}
		}
		self::assertSame( $hours, $sent );
	}

	/** @return array<string, array{int, list<array{int, bool}>, list<int>}> */
	public static function digest_days(): array {
		return [
			'three days'                      => [ 8, [ [ 72, true ] ], [ 21, 45, 69 ] ],
			'in the afternoon'                => [ 14, [ [ 48, true ] ], [ 3, 27 ] ],
			'at midnight'                     => [ 0, [ [ 48, true ] ], [ 13, 37 ] ],
			'the last hour of the day'        => [ 23, [ [ 48, true ] ], [ 12, 36 ] ],
			'only on days with something'     => [ 8, [ [ 24, false ], [ 24, true ], [ 24, false ] ], [ 45 ] ],
			'what stops later waits a day'    => [ 8, [ [ 22, false ], [ 26, true ] ], [ 45 ] ],
			'what was mended before its hour' => [ 8, [ [ 20, true ], [ 28, false ] ], [] ],
		];
	}

	public function test_a_digest_whose_hour_had_no_pass_comes_with_the_next_one(): void {
		$world = new World();
		$this->stop_orders( $world );
		$world->sweep->run();
		$world->clock->advance( 3600 * 30 );
		$world->sweep->run();
		self::assertSame( [ 'digest: 4 in 2' ], $world->fake( FakeOwner::class )->mails );
	}

	/** In France clocks went from 2:00 to 3:00 on 29 March 2026. */
	public function test_an_hour_that_a_day_does_not_have_is_passed(): void {
		$world = new World();
		$world->change_settings( [ 'digest_hour' => 2 ] );
		$this->stop_orders( $world );
		$world->clock->advance( 86400 * 26 + 3600 * 13 ); // 28 March, 23:00 UTC.
		$world->sweep->run();
		$world->clock->advance( 3600 * 2 );
		$world->sweep->run();
		self::assertSame( [ 'digest: 4 in 2' ], $world->fake( FakeOwner::class )->mails );
	}

	public function test_a_copy_of_the_shop_sends_no_digest(): void {
		$world = new World();
		$this->stop_orders( $world );
		$world->shop->address .= '.staging';
		$world->sweep->run();
		$world->clock->advance( 86400 );
		$world->sweep->run();
		self::assertSame( [ 'stopped: copied_site' ], $world->fake( FakeOwner::class )->mails );
	}

	private function lose_access( World $world ): void {
		$now = $world->clock->now();
		$world->pauses->begin( new Pause( new Problem( ProblemCode::Unauthorized ), $now, $now->modify( '+9 days' ) ) );
	}

	private function stop_orders( World $world ): void {
		$world->fake( FakeOwner::class )->groups = $this->stopped_groups();
	}

	/** @return list<StoppedGroup> */
	private function stopped_groups(): array {
		return [
			new StoppedGroup( 3, 1, new Problem( ProblemCode::TaxUnmapped ) ),
			new StoppedGroup( 1, 2, new Problem( ProblemCode::SeveralCustomers ) ),
		];
	}
}
