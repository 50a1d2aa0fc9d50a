<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Work;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/** Of the runners that a shop wakes, one works. */
final class OneRunnerTest extends TestCase {

	private World $world;

	protected function setUp(): void {
		$this->world = new World( finalise: true );
		foreach ( [ 1, 2 ] as $id ) {
			$this->world->order( $id );
			$this->world->fire( $id );
		}
	}

	public function test_it_works_all_that_is_due_and_leaves_the_place_to_the_next(): void {
		$this->world->alone->run( 20 );
		self::assertSame( 2, $this->world->sellsy->count( 'validate' ) );
		self::assertTrue( $this->claim(), 'Whoever comes next has the place.' );
	}

	public function test_while_another_one_works_nothing_is_done(): void {
		self::assertTrue( $this->claim() );
		$this->world->alone->run( 20 );
		self::assertSame( [], $this->world->sellsy->calls );
		self::assertSame( TaskState::Queued, $this->world->row()->state );
	}

	/** What has no time left is the next one's. */
	public function test_it_ends_when_its_time_is_up(): void {
		$this->world->sellsy->each_call = fn () => $this->world->clock->advance( 30 );
		$this->world->alone->run( 20 );
		self::assertSame( 0, $this->world->sellsy->count( 'validate' ) );
		$this->world->sellsy->each_call = null;
		$this->world->alone->run( 20 );
		self::assertSame( 2, $this->world->sellsy->count( 'validate' ) );
	}

	/** Its lease ends too: until then nobody works. */
	public function test_the_place_of_a_runner_that_died_is_free_after_two_minutes(): void {
		self::assertTrue( $this->claim() );
		$this->world->clock->advance( 119 );
		$this->world->alone->run( 20 );
		self::assertSame( [], $this->world->sellsy->calls );
		$this->world->clock->advance( 2 );
		$this->world->alone->run( 20 );
		self::assertSame( 2, $this->world->sellsy->count( 'validate' ) );
	}

	private function claim(): bool {
		$now = $this->world->clock->now();
		return $this->world->links->claim( '', 'lock', 'runner', 'another', $now, $now->modify( '+2 minutes' ) );
	}

	public function test_a_row_on_which_its_runners_die_again_and_again_is_left_to_a_person(): void {
		$world = new World();
		$world->order( 1 );
		$world->fire( 1 );
		$facts = [ 'detail' => 'Where it stopped' ];
		$world->ledger->put(
			[
				$world->row()->with(
					[
						'attempts' => 7,
						'problem'  => new Problem( ProblemCode::UnexpectedError, $facts ),
					]
				),
			]
		);
		$world->process->process( 1 );
		self::assertTrue( $world->row()->asks( ProblemCode::TriesUsedUp ) );
		self::assertSame( 'Where it stopped', $world->row()->problem?->fact( 'detail' ) );
		self::assertSame( [], $world->sellsy->calls );
	}
}
