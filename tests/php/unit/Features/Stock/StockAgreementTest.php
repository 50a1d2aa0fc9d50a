<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\Stock;

use OrderInvoicer\Domain\Backup\Gap;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Features\Stock\Rules\OnTheWay;
use OrderInvoicer\Features\Stock\Rules\SteerStock;
use OrderInvoicer\Features\Stock\Rules\StockLook;
use OrderInvoicer\Features\Stock\Rules\StockRow;
use OrderInvoicer\Features\Stock\Rules\StockStanding;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

/**
 * A shop and Sellsy that count the same products, by the plugin's own engine.
 *
 * @assumes stock-pace
 */
final class StockAgreementTest extends TestCase {

	private World $world;
	private SteerStock $steer;
	private FakeShopStocks $shop_stocks;
	private FakeSellsyStocks $sellsy_stocks;
	private FakeStockRows $stock_rows;

	protected function setUp(): void {
		$this->begin( [ 1 => [ '5', '5' ] ] );
	}

	public function test_nothing_is_asked_where_nobody_compared(): void {
		$this->world->pass_time( 30 );
		self::assertSame( [], $this->sellsy_stocks->calls );
		self::assertSame( StockStanding::NotCompared, $this->steer->standing() );
	}

	public function test_a_comparison_lists_and_changes_nothing(): void {
		$this->begin(
			[
				1 => [ '5', '5' ],
				2 => [ '3', '7' ],
				3 => [ '4', null ],
				4 => [
					'2',
					'',
				],
			]
		);
		self::assertTrue( $this->steer->compare() );
		$this->world->pass_time( 30 );
		self::assertSame( StockStanding::Compared, $this->steer->standing() );
		self::assertSame(
			[
				1 => 'agrees',
				2 => 'differs',
				3 => 'unclear',
				4 => 'not_kept',
			],
			array_map( static fn ( StockRow $row ): string => $row->state->value, $this->stock_rows->standing )
		);
		self::assertSame( '-4', $this->stock_rows->standing( 2 )?->difference()?->to_string() );
		self::assertNotContains( 'add', $this->told() );
		self::assertCount( 4, $this->sellsy_stocks->calls );
	}

	public function test_nothing_is_written_before_a_whole_comparison_was_seen(): void {
		$this->begin( [ 1 => [ '3', '5' ] ] );
		self::assertFalse( $this->steer->start( '' ) );
		$this->world->change_settings( [ 'stock' => [ 'agrees' => true ] ] ); // As an import would.
		$this->world->pass_time( 30 );
		self::assertSame( [], $this->sellsy_stocks->calls );
		$this->steer->compare();
		$this->world->pass_time( 30 );
		self::assertSame( [ 'level 3001' ], $this->sellsy_stocks->calls );
		self::assertFalse( $this->steer->start( '2026-01-01T00:00:00+00:00' ) ); // Not the one that was seen.
	}

	public function test_the_shop_leads_and_the_next_night_finds_nothing(): void {
		$this->begin(
			[
				1 => [ '3', '5' ],
				2 => [
					'9',
					'4.5',
				],
			]
		);
		$this->agree();
		self::assertSame(
			[
				3001 => '3',
				3002 => '9',
			],
			$this->sellsy_stocks->stock
		);
		self::assertSame( [ 'add 3001 -2', 'add 3002 4.5' ], $this->told() );
		self::assertSame( [], $this->shop_stocks->changes );
		self::assertSame(
			[ [ 'done', 'sellsy', '5', '3' ], [ 'done', 'sellsy', '4.5', '9' ] ],
			$this->changes()
		);
		$this->nights( 2 );
		self::assertCount( 2, $this->told() );
		self::assertSame( 'agrees', $this->stock_rows->standing( 1 )?->state->value );
	}

	public function test_sellsy_leads_only_where_its_documents_move_stock(): void {
		$this->world->change_settings( [ 'stock' => [ 'leader' => 'sellsy' ] ] );
		self::assertSame( StockStanding::CannotLead, $this->steer->standing() );
		self::assertFalse( $this->steer->compare() );
		// One that is never made takes nothing.
		$this->world->change_settings(
			[
				'invoice' => [ 'enabled' => false ],
				'stock'   => [ 'moved_by' => 'invoice' ],
			]
		);
		self::assertSame( StockStanding::CannotLead, $this->steer->standing() );
		$this->world->change_settings( [ 'invoice' => [ 'enabled' => true ] ] );
		self::assertSame( StockStanding::NotCompared, $this->steer->standing() );
		$this->begin(
			[ 1 => [ '3', '5' ] ],
			[
				'leader' => 'sellsy',
				'moved_by' => 'invoice',
			]
		);
		$this->agree();
		self::assertSame( '5', $this->shop_stocks->stock[1] );
		self::assertSame( [ '1 2' ], $this->shop_stocks->changes );
		self::assertSame( [], $this->told() );
		self::assertSame( [ [ 'done', 'shop', '3', '5' ] ], $this->changes() );
	}

	public function test_half_a_piece_is_not_given_to_a_shop_that_counts_whole_ones(): void {
		$this->begin(
			[ 1 => [ '3', '5.5' ] ],
			[
				'leader' => 'sellsy',
				'moved_by' => 'delivery',
			]
		);
		$this->world->change_settings( [ 'delivery' => [ 'enabled' => true ] ] );
		$this->shop_stocks->counts_parts = false;
		$this->agree();
		self::assertSame( [], $this->shop_stocks->changes );
		self::assertSame( 'uncountable', $this->stock_rows->standing( 1 )?->state->value );
	}

	public function test_what_an_order_explains_is_no_difference_and_what_is_in_the_works_waits(): void {
		$this->begin(
			[
				1 => [ '3', '5' ],
				2 => [
					'3',
					'5',
				],
			],
			[ 'moved_by' => 'invoice' ]
		);
		$this->shop_stocks->on_the_way = [
			1 => new OnTheWay( false, Decimal::from_string( '2' ) ),
			2 => new OnTheWay( true, Decimal::zero() ),
		];
		$this->agree();
		self::assertSame( [], $this->told() );
		// Both invoices are made, and take their goods.
		$this->shop_stocks->on_the_way = [];
		$this->sellsy_stocks->stock    = [
			3001 => '3',
			3002 => '3',
		];
		$this->nights( 1 );
		self::assertSame( [], $this->told() );
		self::assertSame( 'agrees', $this->stock_rows->standing( 2 )?->state->value );
	}

	public function test_what_grew_after_it_was_listed_is_listed_again(): void {
		$this->begin( [ 1 => [ '3', '5' ] ] );
		$this->steer->compare();
		$this->world->pass_time( 3 );
		$this->start();
		$this->shop_stocks->stock[1] = '1';
		$this->world->pass_time( 1 );
		self::assertSame( [], $this->told() );
		self::assertSame( '-4', $this->stock_rows->standing( 1 )?->difference()?->to_string() );
		$this->world->pass_time( 10 );
		self::assertSame( [ 'add 3001 -4' ], $this->told() );
	}

	public function test_what_shrank_after_it_was_listed_is_done_as_it_is_now(): void {
		$this->begin( [ 1 => [ '3', '5' ] ] );
		$this->steer->compare();
		$this->world->pass_time( 3 );
		$this->start();
		$this->shop_stocks->stock[1] = '4';
		$this->world->pass_time( 10 );
		self::assertSame( [ 'add 3001 -1' ], $this->told() );
	}

	public function test_an_answer_that_was_lost_is_read_again_and_never_added_twice(): void {
		$this->begin( [ 1 => [ '3', '5' ] ] );
		$this->sellsy_stocks->loses_answer = true;
		$this->agree();
		self::assertSame( [ 'add 3001 -2' ], $this->told() );
		self::assertSame( [ [ 'done', 'sellsy', '5', '3' ] ], $this->changes() );
	}

	public function test_a_request_that_was_lost_is_added_again_after_two_readings(): void {
		$this->begin( [ 1 => [ '3', '5' ] ] );
		$this->sellsy_stocks->loses_request = true;
		$this->agree();
		self::assertSame( [ 'add 3001 -2' ], $this->told() );
		self::assertSame( [ [ 'lost', 'sellsy', '5', '3' ] ], $this->changes() );
		$this->nights( 1 );
		self::assertSame( [ 'add 3001 -2', 'add 3001 -2' ], $this->told() );
		self::assertSame( '3', $this->sellsy_stocks->stock[3001] );
	}

	public function test_a_runner_that_dies_anywhere_adds_nothing_twice(): void {
		for ( $step = 1; $step < 1000; ++$step ) {
			$this->begin(
				[
					1 => [ '3', '5' ],
					2 => [
						'8',
						'4',
					],
				]
			);
			$this->steer->compare();
			$this->world->pass_time( 3 );
			$this->start();
			$this->world->fate->steps   = 0;
			$this->world->fate->kill_at = $step;
			$this->world->pass_time( 4 );
			if ( $this->world->fate->steps < $step ) {
				break;
			}
			$this->world->fate->revive();
			$this->world->pass_time( 15 );
			$this->nights( 1 );
			self::assertSame(
				[
					3001 => '3',
					3002 => '8',
				],
				$this->sellsy_stocks->stock,
				"step $step"
			);
		}
		self::assertGreaterThan( 20, $step );
		self::assertLessThan( 1000, $step );
	}

	public function test_what_sellsy_says_yes_to_and_ignores_is_left_alone_until_a_person_compares(): void {
		$this->begin( [ 1 => [ '3', '5' ] ] );
		$this->sellsy_stocks->ignores_negatives = true;
		$this->agree();
		$this->nights( 3 );
		self::assertSame( [ 'add 3001 -2' ], $this->told() );
		self::assertSame( 'blocked', $this->stock_rows->standing( 1 )?->state->value );
		self::assertSame( [ [ 'ignored', 'sellsy', '5', '3' ] ], $this->changes() );
		$this->sellsy_stocks->ignores_negatives = false;
		$this->steer->compare();
		$this->world->pass_time( 15 );
		self::assertSame( '3', $this->sellsy_stocks->stock[3001] );
	}

	/** @return iterable<string, array{bool}> */
	public static function answers(): iterable {
		yield 'answered' => [ false ];
		yield 'the answer is lost' => [ true ];
	}

	#[DataProvider( 'answers' )]
	public function test_what_sellsy_turns_round_is_left_alone_until_a_person_compares( bool $loses_answer ): void {
		$this->begin( [ 1 => [ '3', '5' ] ] );
		$this->sellsy_stocks->turns_negatives_round = true;
		$this->sellsy_stocks->loses_answer          = $loses_answer;
		$this->agree();
		$this->nights( 3 );
		self::assertSame( [ 'add 3001 -2' ], $this->told() );
		self::assertSame( '7', $this->sellsy_stocks->stock[3001] );
		self::assertSame( 'blocked', $this->stock_rows->standing( 1 )?->state->value );
		self::assertSame( [ [ 'ignored', 'sellsy', '5', '3' ] ], $this->changes() );
	}

	public function test_what_sellsy_refuses_is_left_alone(): void {
		$this->begin( [ 1 => [ '3', '5' ] ] );
		$this->steer->compare();
		$this->world->pass_time( 3 );
		$this->start();
		// The reading passes, the addition does not.
		$this->sellsy_stocks->refuses_additions = true;
		$this->nights( 2 );
		self::assertSame( [ 'add 3001 -2' ], $this->told() );
		self::assertSame( 'blocked', $this->stock_rows->standing( 1 )?->state->value );
	}

	public function test_one_that_always_fails_holds_up_no_other(): void {
		$this->begin(
			[
				1 => [ '3', '5' ],
				2 => [ '3', '5' ],
				3 => [ '5', '5' ],
			]
		);
		$this->steer->compare();
		$this->world->pass_time( 3 );
		$this->start();
		$this->sellsy_stocks->failing = [ 3001 ];
		$this->world->pass_time( 15 );
		self::assertSame( [ 'add 3002 -2' ], $this->told(), 'listed' );

		$this->stock_rows->mark( 1, $this->world->clock->now() );
		$this->world->clock->advance( 1 );
		$this->stock_rows->mark( 3, $this->world->clock->now() );
		$this->world->pass_time( 15 );
		self::assertSame( [ 1 ], array_keys( $this->stock_rows->marks ), 'marked' );
	}

	public function test_a_change_that_cannot_be_read_again_holds_up_no_other(): void {
		$this->begin(
			[
				1 => [ '3', '5' ],
				2 => [ '5', '5' ],
			]
		);
		$this->steer->compare();
		$this->world->pass_time( 3 );
		$this->start();
		$this->world->pass_time( 1 );
		self::assertSame( [ 'add 3001 -2' ], $this->told() );
		$this->sellsy_stocks->failing = [ 3001 ];
		$this->shop_stocks->stock[2]  = '4';
		$this->stock_rows->mark( 2, $this->world->clock->now() );
		$this->world->pass_time( 30 );
		self::assertSame( [ 'add 3001 -2', 'add 3002 -1' ], $this->told() );
		$this->sellsy_stocks->failing = [];
		$this->world->pass_time( 70 );
		self::assertSame( [ 'done', 'done' ], array_column( $this->changes(), 0 ) );
	}

	public function test_two_products_on_one_item_are_left_alone_until_they_are_apart(): void {
		$this->begin(
			[
				1 => [ '3', '5' ],
				2 => [ '9', '5' ],
			]
		);
		$this->link( 2, 3001 );
		$this->agree();
		$this->nights( 1 );
		self::assertSame( [], $this->told() );
		self::assertSame(
			[ 'unclear', 'unclear' ],
			array_column( array_column( $this->stock_rows->standing, 'state' ), 'value' )
		);
		$this->link( 2, 3002 );
		$this->nights( 2 );
		self::assertSame( [ 'add 3002 4', 'add 3001 -2' ], $this->told() );
	}

	public function test_too_many_questions_end_the_batch_and_pause_no_documents(): void {
		$this->steer->compare();
		$this->sellsy_stocks->failure = FailureKind::RateLimited;
		$this->begin(
			[
				1 => [ '5', '5' ],
				2 => [
					'5',
					'5',
				],
			]
		);
		$this->sellsy_stocks->failure = FailureKind::RateLimited;
		$this->steer->compare();
		self::assertSame( 'limit', $this->world->engine->stock_looks()->read()->trouble );
		self::assertNull( $this->world->pauses->current() );
		$this->world->pass_time( 3 );
		self::assertCount( 1, $this->sellsy_stocks->calls );
		$this->world->pass_time( 10 );
		self::assertSame( '', $this->world->engine->stock_looks()->read()->trouble );
		self::assertSame( StockStanding::Compared, $this->steer->standing() );
	}

	public function test_a_few_products_a_minute_and_orders_of_today_first(): void {
		$this->begin( array_fill( 1, 12, [ '1', '1' ] ) );
		$this->steer->compare();
		self::assertCount( 5, $this->sellsy_stocks->calls );
		$this->steer->go_on(); // In the same minute.
		self::assertCount( 5, $this->sellsy_stocks->calls );
		$this->world->clock->advance( 61 );
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->steer->go_on();
		self::assertCount( 5, $this->sellsy_stocks->calls );
		$this->world->pass_time( 6 );
		self::assertCount( 12, $this->sellsy_stocks->calls );
	}

	/** 20,000 products at five a pass are fourteen days. */
	public function test_where_nothing_waits_and_calls_are_left_more_products_have_their_turn(): void {
		$this->begin( array_fill( 1, 40, [ '1', '1' ] ) );
		$this->world->calls->limit = 100;
		$this->world->calls->made( 1, 0 );
		$this->steer->compare();
		self::assertCount( 30, $this->sellsy_stocks->calls );
		self::assertSame( 30, $this->world->engine->stock_looks()->read()->cursor );

		$this->begin( array_fill( 1, 40, [ '1', '1' ] ) );
		$this->world->calls->limit = 10;
		$this->world->calls->made( 1, 0 );
		$this->steer->compare();
		self::assertCount( 0, $this->sellsy_stocks->calls, 'The reserve of the orders of today.' );
	}

	#[TestWith( [ FailureKind::RateLimited, 'limit', 5 ] )]
	#[TestWith( [ FailureKind::V1Missing, 'no_right', 60 ] )]
	#[TestWith( [ FailureKind::AccountBlocked, 'no_right', 60 ] )]
	#[TestWith( [ FailureKind::NotSent, 'failed', 5 ] )]
	#[TestWith( [ FailureKind::OutcomeUnknown, 'failed', 5 ] )]
	public function test_after_a_refusal_it_rests( FailureKind $refusal, string $trouble, int $minutes ): void {
		$this->sellsy_stocks->failure = $refusal;
		$this->steer->compare();
		$look = $this->world->engine->stock_looks()->read();
		$rest = $this->world->clock->now()->modify( "+$minutes minutes" );
		self::assertEquals( [ $trouble, $rest ], [ $look->trouble, $look->rest_until ] );
	}

	public function test_who_was_asked_too_often_is_asked_slowly_for_a_day(): void {
		$this->begin( array_fill( 1, 40, [ '1', '1' ] ) );
		$this->world->calls->limit = 100;
		$this->sellsy_stocks->failure = FailureKind::RateLimited;
		$this->steer->compare();
		$this->world->clock->advance( 3600 );
		$this->world->calls->made( 1, 0 );
		$before = count( $this->sellsy_stocks->calls );
		$this->steer->compare();
		self::assertCount( $before + 5, $this->sellsy_stocks->calls );
		$this->world->clock->advance( 25 * 3600 );
		$this->world->calls->made( 1, 0 );
		$this->steer->go_on();
		self::assertCount( $before + 35, $this->sellsy_stocks->calls );
	}

	public function test_how_long_a_look_takes_is_known_from_what_it_has_done(): void {
		$begun = ( new StockLook() )->begun( 'basis', new \DateTimeImmutable( '@0' ), false );
		$look  = $begun->batch( new \DateTimeImmutable( '@86400' ) );
		self::assertNull( $begun->days_left( 5, 20_000 ) );
		self::assertNull( $look->days_left( 0, 20_000 ) );
		self::assertSame( 2, $look->days_left( 8_000, 12_000 ) );
		self::assertSame( 0, $look->days_left( 19_000, 1_000 ) );
	}

	public function test_a_change_by_hand_is_looked_at_without_waiting_for_the_night(): void {
		$this->agree();
		$mark = $this->stock_rows;
		$this->shop_stocks->stock[1] = '7';
		$mark->mark( 1, $this->world->clock->now() );
		$this->world->pass_time( 12 );
		self::assertSame( '7', $this->sellsy_stocks->stock[3001] );
		self::assertSame( [], $mark->marks );
	}

	public function test_a_shop_that_only_slept_goes_on_by_itself(): void {
		$this->agree();
		$this->shop_stocks->stock[1] = '9';
		$this->world->clock->advance( 6 * 3600 );
		$this->nights( 1 );
		self::assertSame( [ 'add 3001 4' ], $this->told() );
	}

	public function test_after_a_backup_was_put_back_a_person_looks_again(): void {
		$this->agree();
		$this->world->engine->gaps()->restored( $this->world->clock->now() );
		$this->shop_stocks->stock[1] = '9'; // As it was before.
		$this->world->pass_time( 20 );
		self::assertSame( [], $this->told() );
		self::assertSame( 'restored', $this->world->engine->stock_looks()->read()->trouble );
		self::assertSame( StockStanding::Compared, $this->steer->standing() );
		$this->nights( 2 );
		self::assertSame( [], $this->told() );
		$this->start();
		$this->world->pass_time( 5 );
		self::assertSame( [ 'add 3001 4' ], $this->told() );
		self::assertSame( '', $this->world->engine->stock_looks()->read()->trouble );
	}

	public function test_nothing_is_changed_before_what_was_missed_is_listed(): void {
		$this->agree();
		$gap = new Gap( $this->world->clock->now()->modify( '-1 day' ) );
		$this->world->engine->gaps()->keep( DocumentKind::Invoice, $gap );
		$this->shop_stocks->stock[1] = '9';
		$this->world->gaps->fails = array_fill( 0, 1000, FailureKind::NotSent );
		$this->nights( 1 );
		self::assertSame( [], $this->told() );
		$this->world->gaps->fails = [];
		$this->nights( 1 );
		self::assertSame( [ 'add 3001 4' ], $this->told() );
	}

	public function test_what_was_seen_before_a_backup_cannot_be_agreed_to(): void {
		$this->begin( [ 1 => [ '3', '5' ] ] );
		$this->steer->compare();
		$this->world->pass_time( 3 );
		$seen = $this->world->engine->stock_looks()->read()->whole_at?->format( DATE_RFC3339 ) ?? '';
		$this->world->engine->gaps()->restored( $this->world->clock->now() );
		$this->world->pass_time( 1 );
		self::assertFalse( $this->steer->start( $seen ) );
		self::assertSame( StockStanding::NotCompared, $this->steer->standing() );
	}

	public function test_another_warehouse_wants_another_comparison(): void {
		$this->begin( [ 1 => [ '3', '5' ] ] );
		$this->steer->compare();
		$this->world->pass_time( 3 );
		$this->start();
		$this->world->change_settings( [ 'stock' => [ 'warehouse_id' => 2 ] ] );
		self::assertSame( StockStanding::NotCompared, $this->steer->standing() );
		$this->nights( 1 );
		self::assertSame( [], $this->told() );
	}

	public function test_it_stops_when_it_is_told_to_and_starts_only_after_another_look(): void {
		$this->agree();
		$this->steer->stop();
		$this->shop_stocks->stock[1] = '1';
		$this->nights( 1 );
		$this->world->change_settings( [ 'stock' => [ 'agrees' => true ] ] );
		$this->nights( 1 );
		self::assertSame( [], $this->told() );
	}

	/** An import of settings, or other code, switches it off and leaves what a person has seen as it is. */
	public function test_switched_off_in_the_settings_alone_it_changes_nothing(): void {
		$this->agree();
		$this->world->change_settings( [ 'stock' => [ 'agrees' => false ] ] );
		$this->shop_stocks->stock[1] = '1';
		$this->stock_rows->mark( 1, $this->world->clock->now() );
		$this->nights( 2 );
		self::assertSame( [], $this->told() );
		self::assertSame( [ 3001 => '5' ], $this->sellsy_stocks->stock );
	}

	public function test_a_product_that_is_gone_leaves_the_list(): void {
		$this->begin(
			[
				1 => [ '5', '5' ],
				2 => [
					'5',
					'5',
				],
			]
		);
		$this->agree();
		unset( $this->shop_stocks->stock[2] );
		$this->nights( 1 );
		self::assertSame( [ 1 ], array_keys( $this->stock_rows->standing ) );
	}

	/**
	 * @param array<int, array{string, string|null}> $levels   shop and Sellsy by product; '' is not kept, null: nobody
	 *                                                         can tell.
	 * @param array<string, string>                  $settings
	 */
	private function begin( array $levels, array $settings = [] ): void {
		$this->world = new World();
		$this->shop_stocks   = $this->world->fake( FakeShopStocks::class );
		$this->sellsy_stocks = $this->world->fake( FakeSellsyStocks::class );
		$this->stock_rows    = $this->world->fake( FakeStockRows::class );
		$this->world->shop->remember( $this->world->shop->address(), 'account-1' );
		foreach ( $levels as $product => [ $shop, $sellsy ] ) {
			$this->shop_stocks->stock[ $product ] = $shop;
			if ( $sellsy !== '' ) {
				$this->sellsy_stocks->stock[ 3000 + $product ] = $sellsy;
			}
			$this->link( $product, 3000 + $product );
		}
		$this->world->change_settings( [ 'stock' => [ 'warehouse_id' => 1 ] + $settings ] );
		$engine      = $this->world->engine;
		$this->steer = $engine->steer_stock();
	}

	private function link( int $product, int $item ): void {
		$this->world->engine->remote_ids()->remember(
			'item',
			\OrderInvoicer\Domain\Items\ItemKey::key( "SKU-$product" ),
			'product',
			$item
		);
	}

	/** Compared, seen, and given a quarter of an hour. */
	private function agree(): void {
		$this->steer->compare();
		$this->world->pass_time( 3 );
		$this->start();
		$this->world->pass_time( 15 );
	}

	private function start(): void {
		$seen = $this->world->engine->stock_looks()->read()->whole_at?->format( DATE_RFC3339 ) ?? '';
		self::assertTrue( $this->steer->start( $seen ) );
	}

	private function nights( int $nights ): void {
		for ( $night = 0; $night < $nights; ++$night ) {
			$this->world->clock->advance( 24 * 3600 );
			$this->world->engine->gaps()->awake( $this->world->clock->now() ); // All the time.
			$this->world->pass_time( 20 );
		}
	}

	/** @return list<string> */
	private function told(): array {
		return array_values(
			array_filter(
				$this->sellsy_stocks->calls,
				static fn ( string $call ): bool => str_starts_with( $call, 'add' )
			)
		);
	}

	/** @return list<list<string|null>> */
	private function changes(): array {
		return array_map(
			static fn ( StockRow $row ): array => [
				$row->state->value,
				$row->side,
				$row->from()?->to_string(),
				$row->to()?->to_string(),
			],
			$this->stock_rows->past
		);
	}

	#[TestWith( [ true, false ] )]
	#[TestWith( [ true, true ] )]
	#[TestWith( [ false, false ] )]
	#[TestWith( [ false, true ] )]
	public function test_a_product_that_is_counted_no_more_is_forgotten( bool $is_deleted, bool $is_listed ): void {
		$this->begin(
			[
				1 => [ '3', $is_listed ? '5' : '3' ],
				2 => [ '5', '5' ],
			]
		);
		$this->steer->compare();
		$this->world->pass_time( 3 );
		$this->start();
		if ( $is_deleted ) {
			unset( $this->shop_stocks->stock[1] );
		} else {
			$this->shop_stocks->uncounted = [ 1 ];
		}
		if ( ! $is_listed ) {
			$this->stock_rows->mark( 1, $this->world->clock->now() ); // Something happened to it.
		}
		$this->world->pass_time( 15 );
		self::assertSame( [ 2 ], array_keys( $this->stock_rows->standing ) );
		self::assertSame( [], $this->told() );
	}

	public function test_what_surely_was_not_added_is_added_by_the_next_look(): void {
		$this->begin( [ 1 => [ '3', '5' ] ] );
		$this->sellsy_stocks->fails_additions = FailureKind::NotSent;
		$this->agree();
		self::assertSame( [ [ 'lost', 'sellsy', '5', '3' ] ], $this->changes() );
		self::assertSame( '5', $this->sellsy_stocks->stock[3001] );
		$this->nights( 1 );
		self::assertSame( '3', $this->sellsy_stocks->stock[3001] );
	}
}
