<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\Stock;

use OrderInvoicer\Domain\Items\ItemRef;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Features\Stock\Rules\OnTheWay;
use OrderInvoicer\Features\Stock\Rules\SellsyLevel;
use OrderInvoicer\Features\Stock\Rules\SettleStock;
use OrderInvoicer\Features\Stock\Rules\ShopLevel;
use OrderInvoicer\Features\Stock\Rules\StockReading;
use OrderInvoicer\Features\Stock\Rules\StockState;
use OrderInvoicer\Features\Stock\Rules\WeighStock;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What a reading means, what may be done of it, and what became of what was done. */
final class WeighStockTest extends TestCase {

	/** Shop, sold and on its way, busy, Sellsy (`none`: not kept, `unclear`), counts parts: state by leader. */
	private const READINGS = [
		'the same'                      => [ '5', '0', false, '5', true, 'agrees', 'agrees' ],
		'the same, written otherwise'   => [ '5.50', '0', false, '5.5', true, 'agrees', 'agrees' ],
		'the shop has less'             => [ '3', '0', false, '5', true, 'differs', 'differs' ],
		'the shop has more'             => [ '8', '0', false, '5', true, 'differs', 'differs' ],
		'a sale that is on its way'     => [ '3', '2', false, '5', true, 'agrees', 'agrees' ],
		'a sale, and a change by hand'  => [ '2', '2', false, '5', true, 'differs', 'differs' ],
		'a document is being made'      => [ '3', '0', true, '5', true, 'waits', 'waits' ],
		'busy, though it is the same'   => [ '5', '0', true, '5', true, 'waits', 'waits' ],
		'not kept'                      => [ '5', '0', false, 'none', true, 'not_kept', 'not_kept' ],
		'not kept, while busy'          => [ '5', '0', true, 'none', true, 'not_kept', 'not_kept' ],
		'nothing there and none kept'   => [ '0', '0', false, 'none', true, 'not_kept', 'not_kept' ],
		'none of both'                  => [ '0', '0', false, '0', true, 'agrees', 'agrees' ],
		'nobody can tell'               => [ '5', '0', false, 'unclear', true, 'unclear', 'unclear' ],
		'half a piece'                  => [ '5', '0', false, '4.5', false, 'differs', 'uncountable' ],
		'sold more than there was'      => [ '-2', '0', false, '0', true, 'differs', 'differs' ],
	];

	/** @return iterable<string, array{string, string, bool, string, bool, string, string}> */
	public static function readings(): iterable {
		yield from self::READINGS;
	}

	#[DataProvider( 'readings' )]
	public function test_what_a_reading_means(
		string $shop,
		string $sold,
		bool $is_busy,
		string $sellsy,
		bool $counts,
		string $shop_leads,
		string $sellsy_leads,
	): void {
		$read = new StockReading(
			product_id: 1,
			item: new ItemRef( 3001, 'product' ),
			warehouse_id: 1,
			shop: new ShopLevel(
				Decimal::from_string( $shop ),
				new OnTheWay( $is_busy, Decimal::from_string( $sold ) )
			),
			sellsy: match ( $sellsy ) {
				'none'    => SellsyLevel::not_kept(),
				'unclear' => SellsyLevel::unclear(),
				default   => SellsyLevel::of( Decimal::from_string( $sellsy ) ),
			},
			is_countable: $counts
		);
		$weigh = new WeighStock();
		self::assertSame(
			[ $shop_leads, $sellsy_leads ],
			[ $weigh->state( $read, 'shop' )->value, $weigh->state( $read, 'sellsy' )->value ]
		);
	}

	/** @return iterable<string, array{string|null, string|null, bool}> */
	public static function moved(): iterable {
		yield 'as listed' => [ '-3', '-3', true ];
		yield 'less' => [ '-3', '-1', true ];
		yield 'more' => [ '-3', '-4', false ];
		yield 'more by a part' => [ '3', '3.001', false ];
		yield 'turned round' => [ '-3', '1', false ];
		yield 'gone' => [ '3', '0', false ];
		yield 'never listed' => [ null, '1', false ];
		yield 'not kept any more' => [ '3', null, false ];
	}

	#[DataProvider( 'moved' )]
	public function test_a_difference_that_grew_since_it_was_listed_is_not_done(
		?string $listed,
		?string $now,
		bool $may,
	): void {
		$decimal = static fn ( ?string $number ): ?Decimal => $number === null ? null : Decimal::from_string( $number );
		self::assertSame( $may, ( new WeighStock() )->may_be_done( $decimal( $listed ), $decimal( $now ) ) );
	}

	/** Side, answered, level now (null: cannot be read), seconds since the first reading in vain, state. */
	public static function settled(): iterable {
		foreach ( [
			'sellsy' => [ '5', '3' ],
			'shop' => [ '3', '5' ],
		] as $side => [ $from, $to ] ) {
			yield "$side: it is there" => [ $side, true, $to, null, 'done' ];
			yield "$side: no answer, and it is there" => [ $side, false, $to, null, 'done' ];
			yield "$side: yes, and nothing moved" => [ $side, true, $from, null, 'ignored' ];
			yield "$side: yes, and more moved" => [ $side, true, '1', null, 'done' ];
			yield "$side: no answer, nothing moved" => [ $side, false, $from, null, 'sent' ];
			yield "$side: the same a minute later" => [ $side, false, $from, 60, 'sent' ];
			yield "$side: the same two minutes later" => [ $side, false, $from, 120, 'lost' ];
			yield "$side: no answer, and something else moved" => [ $side, false, '1', null, 'sent' ];
			yield "$side: that two minutes later" => [ $side, false, '1', 130, 'lost' ];
			yield "$side: seen at the second reading" => [ $side, false, $to, 130, 'done' ];
			// The shop's own way is known: there it was a sale.
			[ $other_way, $answered, $unanswered ] = $side === 'sellsy'
				? [ '7', 'ignored', 'ignored' ]
				: [ '1', 'done', 'sent' ];
			yield "$side: yes, and it moved the other way" => [ $side, true, $other_way, null, $answered ];
			yield "$side: no answer, and it moved the other way" => [ $side, false, $other_way, null, $unanswered ];
			yield "$side: cannot be read" => [ $side, false, null, null, 'sent' ];
			yield "$side: yes, and cannot be read" => [ $side, true, null, null, 'done' ];
		}
	}

	#[DataProvider( 'settled' )]
	public function test_what_became_of_a_change(
		string $side,
		bool $is_answered,
		?string $level,
		?int $since,
		string $state,
	): void {
		$now   = new \DateTimeImmutable( '2026-03-02 10:00:00' );
		$begun = FakeStockRows::begun(
			side: $side,
			shop: '3',
			sellsy: '5',
			is_answered: $is_answered,
			read_at: $since === null ? null : $now->modify( "-$since seconds" )
		);
		$level = $level === null ? null : Decimal::from_string( $level );
		self::assertSame( $state, ( new SettleStock() )->state( $begun, $level, $now )->value );
	}

	public function test_every_state_has_a_short_name(): void {
		foreach ( StockState::cases() as $state ) {
			self::assertLessThanOrEqual( 16, strlen( $state->value ) ); // The column's length.
		}
	}
}
