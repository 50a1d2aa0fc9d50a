<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\OrderBook;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Tests\Unit\World\HeldTask;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** The database that is read may be behind: an order that is missing once is not gone. */
final class MissingOrderTest extends TestCase {

	/** @return iterable<string, array{int, string}> seconds that the copy is behind; the row then. */
	public static function behind(): iterable {
		yield 'three seconds' => [ 3, 'done' ];
		yield 'two minutes' => [ 120, 'done' ];
		yield 'ten minutes' => [ 600, 'done' ];
		yield 'for good' => [ 86400, 'skipped order_gone' ];
	}

	#[DataProvider( 'behind' )]
	public function test_an_order_that_is_there_later_gets_its_invoice( int $seconds, string $ends ): void {
		$world = new World();
		$order = $this->missing( $world );
		$world->due->run( 20 );
		self::assertSame( 'queued order_not_found', $this->state( $world ) );
		$world->clock->advance( $seconds );
		if ( $ends === 'done' ) {
			$world->shop->orders[1] = $order;
		}
		$world->pass_time( 10 );
		self::assertSame( $ends, $this->state( $world ) );
		self::assertCount( $ends === 'done' ? 1 : 0, $world->sellsy->documents );
	}

	public function test_an_order_that_was_left_out_as_gone_is_taken_up_when_it_is_there_again(): void {
		$world = new World();
		$order = $this->missing( $world );
		$world->pass_time( 10 );
		self::assertSame( 'skipped order_gone', $this->state( $world ) );
		$world->clock->advance( 86400 );
		$world->sweep->run();
		self::assertSame( 'skipped order_gone', $this->state( $world ) );
		$world->shop->orders[1] = $order;
		$world->pass_time( 2 );
		self::assertSame( 'done', $this->state( $world ) );
	}

	/** Earlier releases took one look for enough, and wrote down no moment. */
	public function test_what_an_earlier_release_left_out_is_taken_up_too(): void {
		$world = new World();
		$order = $this->missing( $world );
		$held  = HeldTask::by( $world->ledger, 1, 'earlier' );
		$world->ledger->save( TaskTransitions::left_out( $held, new Problem( ProblemCode::OrderGone ) ) );
		$world->shop->orders[1] = $order;
		$world->pass_time( 2 );
		self::assertSame( 'done', $this->state( $world ) );
	}

	public function test_a_retry_of_a_person_is_no_second_read(): void {
		$world = new World();
		$this->missing( $world );
		$world->due->run( 20 );
		$world->clock->advance( 5 );
		$world->retry->retry( 1 );
		$world->due->run( 20 );
		self::assertSame( 'queued order_not_found', $this->state( $world ) );
	}

	private function missing( World $world ): OrderSnapshot {
		$order = $world->order( 1 );
		$world->fire( 1 );
		unset( $world->shop->orders[1] );
		return $order;
	}

	private function state( World $world ): string {
		return trim( $world->row()->state->value . ' ' . ( $world->row()->problem->code->value ?? '' ) );
	}
}
