<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\Backfill;

use OrderInvoicer\Features\Backfill\Rules\BackfillOrders;
use OrderInvoicer\Features\Backfill\Rules\CountedOrders;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Order\Cursor;
use OrderInvoicer\Domain\Order\OrderFilter;
use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Before a back-fill the owner chooses orders, and is told how many would stop, and why. */
final class CountBackfillTest extends TestCase {

	private World $world;

	protected function setUp(): void {
		$this->world = new World();
	}

	/** @return iterable<string, array{array<string, mixed>, string}> */
	public static function choices(): iterable {
		$all  = [
			'from'     => '2025-01-01',
			'to'       => '2025-12-31',
			'statuses' => [ 'completed', 'processing' ],
		];
		$some = '2025-01-01 to 2025-12-31: completed, processing';
		yield 'a year' => [ $all, $some ];
		yield 'a day' => [ [ 'to' => '2025-01-01' ] + $all, '2025-01-01 to 2025-01-01: completed, processing' ];
		yield 'a status twice' => [ [ 'statuses' => [ 'completed', 'processing', 'completed' ] ] + $all, $some ];
		yield 'something beside the statuses' => [ [ 'statuses' => [ 'completed', 7, 'processing' ] ] + $all, $some ];
		yield 'backwards' => [ [ 'to' => '2024-12-31' ] + $all, '' ];
		yield 'a day that no calendar has' => [ [ 'to' => '2025-02-30' ] + $all, '' ];
		yield 'from no day' => [ [ 'from' => '' ] + $all, '' ];
		yield 'no status' => [ [ 'statuses' => [] ] + $all, '' ];
		yield 'what is no sale' => [ [ 'statuses' => [ 'completed', 'cancelled' ] ] + $all, '' ];
	}

	/** @param array<string, mixed> $chosen */
	#[DataProvider( 'choices' )]
	public function test_which_orders( array $chosen, string $expected ): void {
		$filter = $this->orders()->filter( new Values( $chosen ) );
		$said   = $filter === null
			? ''
			: "$filter->from to $filter->to: " . implode( ', ', $filter->statuses );
		self::assertSame( $expected, $said );
	}

	public function test_which_documents(): void {
		$chosen = new Values( [ 'kinds' => [ 'creditnote', 'estimate', 'receipt', 'invoice' ] ] );
		self::assertSame( [ DocumentKind::Estimate, DocumentKind::Invoice ], $this->orders()->kinds( $chosen ) );
	}

	public function test_each_is_looked_at_and_what_would_stop_is_counted_by_its_cause(): void {
		$this->world->order( 1, status: 'completed' );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		$this->world->order( 2, status: 'completed' );
		$this->world->order( 3, status: 'completed', vat: '2.50' );
		$this->world->order( 4, status: 'completed', vat: '2.60' );
		$this->world->order( 5, status: 'completed' );
		$this->world->shop->damaged = [ 5 ];

		$counted = $this->look();

		self::assertSame( [ 5, 1, 2 ], [ $counted->looked_at, $counted->with_documents, $counted->would_stop() ] );
		self::assertNull( $counted->next );
		self::assertSame( [ 2 ], array_column( $counted->problems, 'orders' ) );
		self::assertCount( 1, $this->world->sellsy->documents, 'Nothing is made.' );
	}

	/** A page answers within seconds, and the next one goes on where it was. */
	public function test_it_goes_on_from_page_to_page(): void {
		for ( $id = 1; $id <= 60; $id++ ) {
			$this->world->order( $id, status: 'completed' );
		}
		$first = $this->look();
		self::assertSame( [ 50, 50 ], [ $first->looked_at, $first->next?->passed ] );
		$second = $this->look( $first->next ?? self::fail() );
		self::assertSame( [ 10, null ], [ $second->looked_at, $second->next ] );
	}

	/** However slow it is, each page comes further. */
	public function test_a_slow_page_ends_after_some_seconds(): void {
		for ( $id = 1; $id <= 5; $id++ ) {
			$this->world->order( $id, status: 'completed' );
		}
		$this->world->shop->slow = 2;
		$first                   = $this->look();
		self::assertSame( [ 2, 2 ], [ $first->looked_at, $first->next?->passed ] );
		$this->world->shop->slow = 10;
		self::assertSame( 1, $this->look( $first->next ?? self::fail() )->looked_at );
	}

	private function look( Cursor $cursor = new Cursor() ): CountedOrders {
		$filter = new OrderFilter(
			from: '2000-01-01',
			to: '2099-01-01',
			statuses: [ 'completed' ],
			before: $this->world->clock->now()->modify( '+1 hour' )
		);
		return $this->world->engine->count_backfill()
			->look( $filter, [ DocumentKind::Invoice ], $cursor, $this->world->shop->settings );
	}

	private function orders(): BackfillOrders {
		return $this->world->engine->backfill_orders();
	}
}
