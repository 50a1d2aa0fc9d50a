<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Work;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Order\OrderFilter;
use OrderInvoicer\Domain\Work\MinuteQuota;
use OrderInvoicer\Tests\Measures;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/**
 * A back-fill takes what Sellsy allows in a minute, less a reserve for the orders of today.
 *
 * @assumes minute-turns-at-once
 */
final class PaceTest extends TestCase {

	private const LIMIT   = 149;
	private const LATENCY = 150;
	private const MINUTES = 6;

	private World $world;

	/** @var array<int, array{int, int}> by order of today: when it came, and when it was final; milliseconds. */
	private array $live = [];

	protected function setUp(): void {
		$this->world               = new World( true );
		$this->world->calls->limit = self::LIMIT;
	}

	#[DataProvider( 'phases' )]
	public function test_a_back_fill_takes_what_the_reserve_leaves_and_is_never_refused( int $second ): void {
		$this->begin( $second );
		$this->work_until( self::MINUTES );
		$used  = array_slice( array_values( $this->world->calls->made ), 2, -1 );
		$share = array_sum( $used ) / count( $used ) / ( self::LIMIT - MinuteQuota::RESERVE );
		Measures::note( "back-fill, {$this->dataName()}: % of the quota", 100 * $share );
		Measures::note( "back-fill, {$this->dataName()}: refusals", $this->world->calls->refused );
		self::assertSame( 0, $this->world->calls->refused );
		self::assertGreaterThanOrEqual( 0.9, $share, implode( ' ', $used ) );
	}

	#[DataProvider( 'phases' )]
	public function test_orders_of_today_do_not_wait_for_it( int $second ): void {
		$this->begin( $second );
		$this->work_until( self::MINUTES, 20 );
		self::assertSame( 0, $this->world->calls->refused, implode( ' ', $this->world->calls->made ) );
		self::assertGreaterThanOrEqual( 3 * ( self::MINUTES - 1 ), count( $this->live ) );
		$waits = array_map( static fn ( array $one ): int => $one[1] - $one[0], $this->live );
		Measures::note( "back-fill, {$this->dataName()}: seconds that an order of today waits", max( $waits ) / 1000 );
		foreach ( $this->live as $order => [ $came, $final ] ) {
			self::assertLessThanOrEqual( 10_000, $final - $came, "Order $order." );
		}
	}

	/** @return iterable<string, array{int}> seconds of Sellsy's minute at which the back-fill begins. */
	public static function phases(): iterable {
		yield 'as the minute begins' => [ 0 ];
		yield 'in its midst' => [ 31 ];
		yield 'at its end' => [ 55 ];
	}

	/** A window that slides gives back call by call; its turn is never seen. */
	public function test_a_minute_that_slides_is_no_turn(): void {
		$now   = new \DateTimeImmutable( '2026-03-02 10:00:00' );
		$quota = new MinuteQuota( left: 60, at: $now, most: 149, turned_at: $now );
		$later = $quota->then( 62, $now->modify( '+5 seconds' ) );
		self::assertEquals( $now, $later->turned_at );
		self::assertSame( 149, $later->most );
		self::assertGreaterThan( 0, $later->wait( $now->modify( '+5 seconds' ) ) );
	}

	public function test_what_was_said_a_minute_ago_holds_nobody_back(): void {
		$now = new \DateTimeImmutable( '2026-03-02 10:00:00' );
		self::assertSame( 30_000, ( new MinuteQuota( 3, $now, 149 ) )->wait( $now->modify( '+30 seconds' ) ) );
		self::assertSame( 0, ( new MinuteQuota( 3, $now, 149 ) )->wait( $now->modify( '+60 seconds' ) ) );
	}

	/** What a person or another program uses up is seen in what is left. */
	public function test_others_on_the_same_account_slow_it_down(): void {
		$now   = new \DateTimeImmutable( '2026-03-02 10:00:00' );
		$quota = new MinuteQuota( left: 149, at: $now, most: 149, turned_at: $now );
		self::assertSame( 0, $quota->wait( $now ) );
		self::assertSame(
			30_000,
			$quota->then( 15, $now->modify( '+20 seconds' ) )->wait( $now->modify( '+30 seconds' ) )
		);
	}

	public function test_a_runner_whose_time_is_up_hands_over_what_is_left(): void {
		$this->begin( 0 );
		$this->world->shop->woken = [];
		$this->world->due->run( 5 );
		self::assertNotSame( [], $this->world->shop->woken );
	}

	private function begin( int $second ): void {
		$this->world->clock->advance( $second );
		$now = $this->world->clock->now();
		for ( $i = 1; $i <= 400; $i++ ) {
			$order = $this->world->order( $i, World::buyer( 0, "client$i@example.com" ), 'completed' );

			$this->world->shop->orders[ $i ] = new ( $order::class )(
				...[ 'created_at' => $now->modify( '-1 year' )->modify( "+$i minutes" ) ] + get_object_vars( $order )
			);
		}
		$this->world->old->steer->start(
			new OrderFilter( from: '2000-01-01', to: '2099-01-01', statuses: [ 'completed' ], before: $now ),
			[ DocumentKind::Invoice ],
			true
		);
		$this->world->sellsy->each_call = fn () => $this->world->calls->made( 1, self::LATENCY );
	}

	/**
	 * Runners of twenty seconds each, as the site's calls to itself begin them, and an order of today every so many
	 * seconds.
	 */
	private function work_until( int $minutes, int $every = 0 ): void {
		$begun = $this->now();
		$next  = $begun + $every * 1000;
		$end   = $begun + $minutes * 60_000;
		while ( $this->now() < $end ) {
			$this->world->due->run( 1 );
			if ( $every > 0 && $this->now() >= $next && $this->now() < $end - 15_000 ) {
				$this->sell( 1000 + count( $this->live ) );
				$next += $every * 1000;
			}
			$this->look();
		}
	}

	private function sell( int $order_id ): void {
		$this->world->order( $order_id, World::buyer( 5, 'client@example.com' ) );
		$this->world->fire( $order_id );
		$this->live[ $order_id ] = [ $this->now(), PHP_INT_MAX ];
	}

	private function look(): void {
		foreach ( $this->live as $order_id => [ $came, $final ] ) {
			$row = $this->world->ledger->find_by_key( new TaskKey( $order_id, Effect::ValidateInvoice ) );
			if ( $final === PHP_INT_MAX && $row?->state === TaskState::Done ) {
				$this->live[ $order_id ] = [ $came, $this->now() ];
			}
		}
	}

	private function now(): int {
		return (int) $this->world->clock->now()->format( 'Uv' );
	}
}
