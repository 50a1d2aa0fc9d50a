<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\EarlierPayments;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\LossTransitions;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Features\EarlierPayments\Rules\RecordEarlier;
use OrderInvoicer\Features\EarlierPayments\Rules\UnrecordedPage;
use OrderInvoicer\Features\EarlierPayments\Rules\UnrecordedPayment;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/** Many payments of before; what comes of each is in the money table. */
final class RecordEarlierTest extends TestCase {

	private World $world;
	private RecordEarlier $earlier;

	protected function setUp(): void {
		$method      = [
			'gateway'   => 'stripe',
			'method_id' => 4,
		];
		$this->world = new World( finalise: true );
		$this->world->change_settings(
			[
				'payments' => [
					'enabled' => false,
					'methods' => [ $method ],
				],
			]
		);
		for ( $id = 1; $id <= 30; $id++ ) {
			$this->world->order( $id );
			$this->world->fire( $id );
		}
		$this->world->pass_time( 1500 );
		$this->world->change_settings( [ 'payments' => [ 'enabled' => true ] ] );
		$this->earlier = $this->world->engine->record_earlier();
		self::assertCount( 30, $this->earlier->offered() );
	}

	public function test_an_order_of_today_does_not_wait_for_them(): void {
		$this->take_up();
		$this->world->order( 100 );
		$this->world->fire( 100 );
		$first = $this->world->ledger->due( $this->world->clock->now(), 1 )[0] ?? 0;
		self::assertSame( 100, $this->world->ledger->find( $first )?->key->order_id );
		$this->world->pass_time( 10 );
		self::assertSame( 31, $this->world->sellsy->count( 'create_payment' ) );
		self::assertSame( [], $this->earlier->offered() );
	}

	public function test_who_leaves_them_is_asked_no_more_and_nothing_is_recorded(): void {
		self::assertFalse( $this->earlier->leave( '29:1 EUR' ), 'Not what was seen.' );
		self::assertTrue( $this->earlier->leave( RecordEarlier::mark( $this->earlier->offered() ) ) );
		$this->world->fire( 1 );
		$this->world->pass_time( 3000 );
		self::assertSame( [], $this->earlier->offered() );
		self::assertSame( 0, $this->world->sellsy->count( 'create_payment' ) );

		$this->world->change_settings( [ 'payments' => [ 'enabled' => false ] ] );
		$this->world->pass_time( 5 );
		$this->world->change_settings( [ 'payments' => [ 'enabled' => true ] ] );
		self::assertCount( 30, $this->earlier->offered() );
	}

	/** The report learns by the next day that an order was paid. */
	public function test_what_is_learnt_later_is_offered_the_next_day(): void {
		$this->take_up();
		$this->world->pass_time( 10 );
		self::assertSame( [], $this->earlier->offered() );
		$key = new TaskKey( 7, Effect::RecordPayment );
		$row = $this->world->ledger->find_by_key( $key ) ?? self::fail();
		$now = $this->world->clock->now();
		$why = new Problem( ProblemCode::StepNotWanted );
		self::assertTrue( $this->world->ledger->save( LossTransitions::withdrawn( $row, $why, $now ) ) );
		self::assertSame( [], $this->earlier->offered(), 'It is far behind.' );
		$this->world->pass_time( 1500 );
		self::assertSame( [ 7 ], array_column( $this->earlier->offered(), 'order_id' ) );
	}

	private function take_up(): void {
		$this->earlier->record( RecordEarlier::mark( $this->earlier->offered() ) );
	}

	/**
	 * A long report is read a thousand rows at a time, five times at most, until a thousand are offered.
	 *
	 * @dataProvider reports
	 *
	 * @param list<int> $found how many are offered by each page of the report.
	 * @param list<int> $read  behind which row each page begins.
	 */
	public function test_how_far_a_long_report_is_read( array $found, array $read, int $offered ): void {
		$was_read = [];
		$page_at  = static function ( int $after, int $rows ) use ( $found, &$was_read ): UnrecordedPage {
			$was_read[] = $after;
			$page       = intdiv( $after, $rows );
			return new UnrecordedPage(
				array_fill( 0, $found[ $page ], new UnrecordedPayment( 1, 1, 'EUR', 1200 ) ),
				$after + $rows,
				! isset( $found[ $page + 1 ] )
			);
		};
		$this->world->fake( FakeUnrecordedPayments::class )->report_of = $page_at;
		$this->world->change_settings( [ 'payments' => [ 'enabled' => false ] ] );
		$this->world->clock->advance( 60 );
		$this->world->change_settings( [ 'payments' => [ 'enabled' => true ] ] );
		self::assertCount( $offered, $this->earlier->offered() );
		self::assertSame( $read, $was_read );
	}

	/** @return iterable<string, array{list<int>, list<int>, int}> */
	public static function reports(): iterable {
		yield 'to its end' => [ [ 0, 0, 0 ], [ 0, 1000, 2000 ], 0 ];
		yield 'five pages' => [ [ 0, 0, 0, 0, 0, 0, 0 ], [ 0, 1000, 2000, 3000, 4000 ], 0 ];
		yield 'a thousand are enough' => [ [ 400, 600, 10 ], [ 0, 1000 ], 1000 ];
		yield 'one less is not' => [ [ 400, 599, 10 ], [ 0, 1000, 2000 ], 1009 ];
	}

	public function test_where_nothing_is_offered_the_report_is_read_once_a_day(): void {
		$this->take_up();
		$this->world->pass_time( 10 );
		$read = 0;
		$this->world->fake( FakeUnrecordedPayments::class )->report_of =
			static function ( int $after ) use ( &$read ): UnrecordedPage {
				++$read;
				return new UnrecordedPage( [], max( 70, $after ), true );
			};
		for ( $day = 1; $day <= 3; $day++ ) {
			$this->world->clock->advance( 86_400 );
			$this->world->pass_time( 60 );
			self::assertSame( $day, $read );
		}
	}
}
