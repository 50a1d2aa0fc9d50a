<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\Stock;

use OrderInvoicer\Features\Stock\Rules\StockLook;
use OrderInvoicer\Features\Stock\Rules\StockLooks;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/** How far a look at the stock has come is one option, which several processes read and write. */
final class StockLooksTest extends TestCase {

	private World $world;

	protected function setUp(): void {
		$this->world = new World();
	}

	public function test_it_is_read_as_it_was_kept(): void {
		$at   = static fn ( int $minute ): \DateTimeImmutable => new \DateTimeImmutable( '@' . 60 * $minute );
		$full = new StockLook(
			basis: 'shop,1',
			began_at: $at( 1 ),
			cursor: 7,
			is_over: false,
			whole_at: $at( 2 ),
			approved: true,
			batch_at: $at( 3 ),
			rest_until: $at( 4 ),
			trouble: 'limit',
			since: $at( 5 ),
			limited_at: $at( 6 )
		);
		foreach ( [ $full, new StockLook() ] as $look ) {
			self::assertTrue( $this->looks()->keep( $look ) || $this->kept( $look ) );
			self::assertEquals( $look, $this->looks()->read() );
		}
	}

	public function test_whoever_read_another_one_changes_nothing(): void {
		$first  = $this->looks();
		$second = $this->looks();
		$first->read();
		$second->read();
		self::assertTrue( $first->keep( new StockLook( cursor: 7 ) ) );
		self::assertFalse( $second->keep( new StockLook( cursor: 8 ) ) );
		self::assertSame( 7, $this->looks()->read()->cursor );
		self::assertTrue( $first->keep( new StockLook( cursor: 9 ) ), 'It knows what it wrote.' );
	}

	public function test_what_was_forgotten_begins_anew(): void {
		$looks = $this->looks();
		$looks->read();
		$looks->keep( new StockLook( cursor: 7 ) );
		$looks->forget();
		self::assertEquals( new StockLook(), $looks->read() );
		self::assertTrue( $looks->keep( new StockLook( cursor: 8 ) ) );
	}

	private function kept( StockLook $look ): bool {
		$looks = $this->looks();
		$looks->read();
		return $looks->keep( $look );
	}

	private function looks(): StockLooks {
		return new StockLooks( $this->world->kept );
	}

	/** @testWith ["", null, 0, true, false]
	 *            ["{", null, 0, true, false]
	 *            ["{\"began\":\"1\",\"cursor\":-1,\"over\":0,\"approved\":1}", null, 0, true, false]
	 *            ["{\"began\":1,\"cursor\":1,\"over\":false,\"approved\":true}", 1, 1, false, true]
	 */
	public function test_what_cannot_be_read_was_never_looked_at(
		string $stored,
		?int $began,
		int $cursor,
		bool $is_over,
		bool $is_approved,
	): void {
		$this->world->kept->values[ StockLooks::OPTION ] = $stored;
		$look = $this->looks()->read();
		self::assertSame(
			[ $began, $cursor, $is_over, $is_approved ],
			[ $look->began_at?->getTimestamp(), $look->cursor, $look->is_over, $look->approved ]
		);
		self::assertNull( $look->whole_at ?? $look->batch_at ?? $look->rest_until );
		self::assertNull( $look->since ?? $look->limited_at );
	}
}
