<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Work;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Tests\Unit\World\Row;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/** Several runners, one turn to make documents final. */
final class FinaliseTurnTest extends TestCase {

	private const ORDERS = 12;

	private World $world;

	protected function setUp(): void {
		$this->world = new World( true );
		for ( $order = 1; $order <= self::ORDERS; $order++ ) {
			$this->world->order( $order, World::buyer( 0, "client$order@example.com" ) );
			$this->world->fire( $order );
		}
	}

	/** The second runner comes in the midst of each call by which the first makes final. */
	public function test_a_runner_that_finds_the_turn_taken_goes_past_it_and_nothing_is_wasted(): void {
		$is_inside = false;

		$this->world->sellsy->each_call = function () use ( &$is_inside ): void {
			if ( ! $is_inside && array_slice( $this->world->sellsy->calls, -1 ) === [ 'validate' ] ) {
				$is_inside = true;
				$this->world->due->run( 20 );
				$is_inside = false;
			}
		};
		$this->world->due->run( 20 );

		for ( $order = 1; $order <= self::ORDERS; $order++ ) {
			self::assertSame( TaskState::Done, $this->final( $order )->state, "Order $order." );
			self::assertSame( 1, $this->final( $order )->attempts );
		}
		self::assertCount( self::ORDERS, $this->world->sellsy->validated );
		self::assertNotContains( 'released', array_column( $this->world->shop->tries, 'outcome' ) );
	}

	public function test_an_order_is_final_before_the_next_is_drafted(): void {
		$this->world->due->run( 20 );
		$calls = array_values( array_intersect( $this->world->sellsy->calls, [ 'create', 'validate' ] ) );
		self::assertSame( array_merge( ...array_fill( 0, self::ORDERS, [ 'create', 'validate' ] ) ), $calls );
	}

	/** Another had the turn, and drafts piled up meanwhile. */
	public function test_who_has_the_turn_makes_final_before_it_drafts_more(): void {
		$turn = $this->turn( 'claim' );
		$this->world->due->run( 20 );
		$this->turn( 'release' );
		$this->world->order( 13, World::buyer( 0, 'client13@example.com' ) );
		$this->world->fire( 13 );
		$this->world->due->run( 20 );
		$calls = array_values( array_intersect( $this->world->sellsy->calls, [ 'create', 'validate' ] ) );
		self::assertTrue( $turn );
		self::assertSame(
			[
				...array_fill( 0, self::ORDERS, 'create' ),
				...array_fill( 0, self::ORDERS, 'validate' ),
				'create',
				'validate',
			],
			$calls
		);
	}

	public function test_whoever_comes_out_of_sequence_waits_for_a_moment(): void {
		$this->turn( 'claim' );
		$this->world->due->run( 20 );
		$this->turn( 'release' );
		$this->world->process->process( $this->final( 2 )->id );
		self::assertSame(
			[ 'numbering', 5, 0 ],
			[
				$this->final( 2 )->problem?->fact( 'for' ),
				Row::wait( $this->final( 2 ) ),
				$this->world->sellsy->count( 'validate' ),
			]
		);
	}

	/** Its lease lapses, and what it had left is made final. */
	public function test_a_runner_that_died_with_the_turn_holds_it_for_minutes_only(): void {
		$this->world->links->claim(
			'',
			'lock',
			'finalise',
			'of a dead one',
			$this->world->clock->now(),
			$this->world->clock->now()->modify( '+5 minutes' )
		);
		$this->world->due->run( 20 );
		self::assertSame(
			[ self::ORDERS, 0 ],
			[ $this->world->sellsy->count( 'create' ), $this->world->sellsy->count( 'validate' ) ]
		);
		self::assertSame( 0, $this->final( 1 )->attempts, 'Waiting is no try.' );
		$this->world->pass_time( 6 );
		self::assertSame( self::ORDERS, $this->world->sellsy->count( 'validate' ) );
	}

	private function turn( string $act ): bool {
		$now = $this->world->clock->now();
		if ( $act === 'release' ) {
			$this->world->links->release( '', 'lock', 'finalise', 'of another' );
			return true;
		}
		return $this->world->links->claim( '', 'lock', 'finalise', 'of another', $now, $now->modify( '+1 hour' ) );
	}

	private function final( int $order ): Task {
		return $this->world->ledger->find_by_key( new TaskKey( $order, Effect::ValidateInvoice ) )
			?? self::fail( "Order $order has no row." );
	}
}
