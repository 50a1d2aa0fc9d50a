<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Balance;

use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Balance\Balance;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Report\ReportedDocument;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/** The pass looks at each order that has come to rest, and asks where its sums differ. */
final class WatchedBalancesTest extends TestCase {

	public function test_an_order_whose_sums_agree_has_no_row_of_it(): void {
		$world = $this->at_rest();
		self::assertNull( $this->row( $world ) );
	}

	public function test_sums_that_differ_ask_once_and_only_of_an_order_of_which_something_was_done(): void {
		$world = $this->at_rest();
		$this->is_worth( $world, 1300 );
		$world->pass_time( 3 );
		self::assertNull( $this->row( $world ) );

		$world->fire( 1 );
		$world->pass_time( 3 );
		$row = $this->row( $world );
		self::assertSame( TaskState::Attention, $row?->state );
		self::assertSame( ProblemCode::SumsDiffer, $row->problem?->code );
		self::assertSame(
			[
				'documents' => '13.00',
				'sale' => '12.00',
			],
			$row->problem->facts
		);

		$tries = $row->updated_at;
		$world->pass_time( 10 );
		self::assertEquals( $tries, $this->row( $world )?->updated_at );
	}

	public function test_a_clock_that_went_back_hides_nothing(): void {
		$world = $this->at_rest();
		$world->clock->advance( -7200 );
		$this->is_worth( $world, 1300 );
		$world->fire( 1 );
		$world->pass_time( 3 );
		self::assertSame( TaskState::Attention, $this->row( $world )?->state );
	}

	public function test_what_a_person_has_seen_is_not_asked_again_and_other_sums_are(): void {
		$world = $this->asking( 1300 );
		self::assertContains( RowAct::AllRight, RowAct::cases() );
		$row = $world->engine->task_acts()->carry_out( RowAct::AllRight, $this->row( $world ) );
		self::assertSame( TaskState::Done, $row?->state );

		$world->fire( 1 );
		$world->pass_time( 3 );
		self::assertSame( TaskState::Done, $this->row( $world )?->state );

		$this->is_worth( $world, 1400 );
		$world->fire( 1 );
		$world->pass_time( 3 );
		self::assertSame( '14.00', $this->row( $world )?->problem?->fact( 'documents' ) );
	}

	public function test_it_ends_by_itself_once_the_sums_agree(): void {
		$world = $this->asking( 1300 );
		$this->is_worth( $world, 1200 );
		$world->fire( 1 );
		$world->pass_time( 3 );
		self::assertSame( TaskState::Done, $this->row( $world )?->state );
	}

	/** Whatever other code throws while it is read. */
	public function test_an_order_that_cannot_be_read_holds_up_no_other(): void {
		$world                 = $this->at_rest();
		$world->shop->damaged  = [ 2 ];
		$world->shop->damage   = new \TypeError( 'Another plugin broke it.' );
		$world->order( 2 );
		$world->fire( 2 );
		$world->pass_time( 3 );
		$failed = array_filter(
			$world->shop->errors,
			static fn ( string $error ): bool => str_contains( $error, 'compare sums' )
		);
		self::assertSame( [], $failed );
	}

	private function asking( int $worth ): World {
		$world = $this->at_rest();
		$this->is_worth( $world, $worth );
		$world->fire( 1 );
		$world->pass_time( 3 );
		self::assertSame( TaskState::Attention, $this->row( $world )?->state );
		return $world;
	}

	/** An order of 12.00 with its final invoice. */
	private function at_rest(): World {
		$world = new World( finalise: true );
		$world->order( 1 );
		$world->fire( 1 );
		$world->pass_time( 3 );
		return $world;
	}

	private function is_worth( World $world, int $worth ): void {
		$was  = $world->report->rows[1]['document'];
		$sum  = Decimal::of_minor( $worth, 2 )->to_string();
		$rows = [
			...get_object_vars( $was ),
			'incl_tax' => $worth,
		];
		$world->invoicing->edited( $was->id, $sum, $sum );
		$world->report->rows[1]['document'] = new ReportedDocument( ...$rows );
	}

	private function row( World $world ): ?Task {
		return $world->ledger->find_by_key( Balance::key( 1 ) );
	}
}
