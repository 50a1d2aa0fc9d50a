<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Sales;

use OrderInvoicer\Domain\Actions\Offers;
use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\Kinship;
use OrderInvoicer\Domain\Order\OrderFilter;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Preview\DryOrder;
use OrderInvoicer\Features\Bulk\Rules\BulkAct;
use OrderInvoicer\Features\Bulk\Rules\BulkRequest;
use OrderInvoicer\Features\Bulk\Rules\BulkStep;
use OrderInvoicer\Features\Bulk\Rules\LeftOut;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** One sale that stands in several orders has one invoice, or one for each seller; never both. */
final class BilledOnceTest extends TestCase {

	#[DataProvider( 'answers' )]
	public function test_one_sale_is_billed_once( string $said, array $expected, string $by ): void {
		$sale = new SaleWorld( [ 'split_sales' => $said ] );
		$sale->split( $by );
		$sale->placed();
		self::assertSame( $expected, $sale->outcome() );
	}

	/** @return iterable<string, array{string, array<string, string>, string}> */
	public static function answers(): iterable {
		$named = [
			'named by metas'      => 'Dokan',
			'by its totals alone' => '',
		];
		foreach ( $named as $how => $by ) {
			yield "parent, $how"   => [ 'parent', [ 'invoice' => '54.00' ], $by ];
			yield "children, $how" => [ 'children', [ 'invoice' => '54.00' ], $by ];
			yield "nobody, $how"   => [ 'nobody', [], $by ];
			yield "not said, $how" => [ '', [ 'asks' => 'who_bills' ], $by ];
		}
	}

	public function test_the_parent_bills_and_the_children_say_so(): void {
		$sale = new SaleWorld();
		$sale->split();
		$sale->placed();
		self::assertSame( TaskState::Done, $sale->invoice_row( SaleWorld::PARENT )->state );
		self::assertSame( TaskState::Skipped, $sale->invoice_row( SaleWorld::A )->state );
		self::assertSame( ProblemCode::PartOfSale, $sale->invoice_row( SaleWorld::A )->problem?->code );
	}

	/** Deposits, splits, surcharges, instalments, exchanges: another total. */
	public function test_what_does_not_add_up_and_is_not_named_is_an_order_of_its_own(): void {
		$sale = new SaleWorld( [ 'split_sales' => '' ] );
		$sale->order( SaleWorld::PARENT, [ 'a' => '25' ] );
		$sale->order( SaleWorld::A, [ 'balance' => '20' ], new Kinship( parent_id: SaleWorld::PARENT ) );
		$sale->placed();
		self::assertSame( [ 'invoice' => '54.00' ], $sale->outcome() );
	}

	public function test_a_renewal_of_the_same_total_is_an_order_of_its_own(): void {
		$sale = new SaleWorld( [ 'split_sales' => '' ] );
		$sale->order( SaleWorld::PARENT, [ 'a' => '25' ] );
		$sale->placed();
		$sale->world->clock->advance( 30 * 86400 );
		$sale->order( SaleWorld::A, [ 'a' => '25' ], new Kinship( parent_id: SaleWorld::PARENT ) );
		$sale->placed();
		self::assertSame( [ 'invoice' => '60.00' ], $sale->outcome() );
	}

	/** A seller's own order carries the seller too; nothing is split. */
	public function test_a_balance_of_one_seller_is_an_order_of_its_own(): void {
		$sale = new SaleWorld();
		$sale->order( SaleWorld::PARENT, [ 'a' => '25' ] );
		$sale->order( SaleWorld::A, [ 'b' => '20' ], new Kinship( parent_id: SaleWorld::PARENT, part_by: 'Dokan' ) );
		$sale->placed();
		self::assertSame( [ 'invoice' => '54.00' ], $sale->outcome() );
	}

	public function test_an_order_that_says_it_is_split_waits_for_its_children(): void {
		$sale = new SaleWorld( [ 'split_sales' => 'children' ] );
		$sale->order(
			SaleWorld::PARENT,
			[
				'a' => '25',
				'b' => '20',
			],
			new Kinship( split_by: 'Dokan' )
		);
		$sale->world->fire( SaleWorld::PARENT );
		$sale->world->sweep->run();
		self::assertSame( ProblemCode::WaitsForParts, $sale->invoice_row( SaleWorld::PARENT )->problem?->code );
		$sale->split();
		$sale->placed();
		self::assertSame( [ 'invoice' => '54.00' ], $sale->outcome() );
		self::assertSame( ProblemCode::PartOfSale, $sale->invoice_row( SaleWorld::PARENT )->problem?->code );
	}

	/** Nobody can know whether children come: a child that is late finds its sale billed. */
	public function test_a_child_that_is_late_is_billed_already(): void {
		$sale = new SaleWorld( [ 'split_sales' => 'children' ] );
		$sale->order(
			SaleWorld::PARENT,
			[
				'a' => '25',
				'b' => '20',
			]
		);
		$sale->placed();
		$sale->split( '' );
		$sale->placed();
		self::assertSame( [ 'invoice' => '54.00' ], $sale->outcome() );
		self::assertSame( ProblemCode::PartOfSale, $sale->invoice_row( SaleWorld::B )->problem?->code );
	}

	/** @param \Closure( SaleWorld ): void $change */
	#[DataProvider( 'taken_apart' )]
	public function test_a_sale_that_was_billed_and_is_taken_apart_stays_billed(
		string $said,
		\Closure $change,
		string $by
	): void {
		$sale = new SaleWorld( [ 'split_sales' => $said ] );
		$sale->split( $by );
		$sale->placed();
		self::assertSame( [ 'invoice' => '54.00' ], $sale->outcome() );
		$change( $sale );
		$sale->placed();
		$sale->world->pass_time( 15 );
		self::assertSame( '54.00', $sale->outcome()['invoice'] );
	}

	/** @return iterable<string, array{string, \Closure( SaleWorld ): void, string}> */
	public static function taken_apart(): iterable {
		$bin  = static fn ( int $id ): \Closure => static function ( SaleWorld $sale ) use ( $id ): void {
			unset( $sale->world->shop->orders[ $id ] );
		};
		$edit = static function ( SaleWorld $sale ): void {
			$sale->change( SaleWorld::A, [ 'total' => Decimal::from_string( '31.00' ) ] );
		};
		foreach ( [ 'Dokan', '' ] as $by ) {
			yield "the parent is in the bin, $by" => [ 'parent', $bin( SaleWorld::PARENT ), $by ];
			yield "a child is in the bin, $by"    => [ 'parent', $bin( SaleWorld::A ), $by ];
			yield "a child is edited, $by"        => [ 'parent', $edit, $by ];
			yield "children bill, one is in the bin, $by" => [ 'children', $bin( SaleWorld::A ), $by ];
		}
	}

	/** It comes to us only after the invoice of its parent went into the bin with that one. */
	public function test_a_part_whose_parent_was_billed_and_is_in_the_bin_is_not_billed_again(): void {
		$sale = new SaleWorld();
		$sale->split();
		$sale->world->fire( SaleWorld::PARENT );
		$sale->world->pass_time( 3 );
		unset( $sale->world->shop->orders[ SaleWorld::PARENT ] );
		$sale->world->fire( SaleWorld::A );
		$sale->world->pass_time( 15 );
		self::assertSame( [ 'invoice' => '54.00' ], $sale->outcome() );
		self::assertSame( ProblemCode::PartOfSale, $sale->invoice_row( SaleWorld::A )->problem?->code );
	}

	/** A copy of the database that is behind does not know the parent yet. */
	public function test_a_part_waits_for_its_parent(): void {
		$sale = new SaleWorld();
		$sale->split();
		$parent = $sale->world->shop->orders[ SaleWorld::PARENT ];
		unset( $sale->world->shop->orders[ SaleWorld::PARENT ] );
		$sale->world->fire( SaleWorld::A );
		$sale->world->pass_time( 2 );
		self::assertSame( ProblemCode::WaitsForParts, $sale->invoice_row( SaleWorld::A )->problem?->code );
		$sale->world->shop->orders[ SaleWorld::PARENT ] = $parent;
		$sale->placed();
		self::assertSame( [ 'invoice' => '54.00' ], $sale->outcome() );
	}

	/** What was never billed is, by the orders that are left. */
	public function test_parts_without_a_parent_are_billed_themselves(): void {
		$sale = new SaleWorld();
		$sale->split();
		unset( $sale->world->shop->orders[ SaleWorld::PARENT ] );
		$sale->placed();
		$sale->world->pass_time( 15 );
		self::assertSame( [ 'invoice' => '54.00' ], $sale->outcome() );
	}

	public function test_the_question_names_what_does_not_add_up(): void {
		$sale = new SaleWorld( [ 'split_sales' => '' ] );
		$sale->split( delivery: '5' );
		$sale->placed();
		self::assertSame( [ 'asks' => 'who_bills' ], $sale->outcome() );
		self::assertSame( '6.00', $sale->invoice_row( SaleWorld::A )->problem?->fact( 'amount' ) );
	}

	#[DataProvider( 'said' )]
	public function test_the_question_is_answered_there( RowAct $act, array $expected, string $stored ): void {
		$sale = new SaleWorld( [ 'split_sales' => '' ] );
		$sale->split();
		$sale->placed();
		$row = $sale->invoice_row( SaleWorld::A );
		self::assertTrue( ( new Offers() )->accepts( $act, $row ) );
		self::assertNotNull( $sale->world->engine->task_acts()->carry_out( $act, $row ) );
		$sale->world->pass_time( 3 );
		self::assertSame( $expected, $sale->outcome() );
		self::assertSame( $stored, $sale->world->shop->settings->split_sales );
	}

	/** @return iterable<string, array{RowAct, array<string, string>, string}> */
	public static function said(): iterable {
		yield 'parent'   => [ RowAct::BillParent, [ 'invoice' => '54.00' ], 'parent' ];
		yield 'children' => [ RowAct::BillChildren, [ 'invoice' => '54.00' ], 'children' ];
		yield 'nobody'   => [ RowAct::BillNobody, [], 'nobody' ];
	}

	/** Saying it in the settings, then trying again: the plan counts what one side becomes, not both. */
	#[DataProvider( 'finals' )]
	public function test_a_plan_to_retry_counts_one_side( string $said, array $finals ): void {
		$sale = new SaleWorld( [ 'split_sales' => '' ] );
		$sale->split();
		$sale->placed();
		$sale->world->change_settings( [ 'split_sales' => $said ] );
		$plan   = $sale->world->engine->plan_bulk();
		$orders = $plan->read( [ SaleWorld::PARENT, SaleWorld::A, SaleWorld::B ] );
		$steps  = $plan->plan( new BulkRequest( BulkAct::Retry ), $orders )->finals();
		self::assertSame( $finals, array_map( static fn ( BulkStep $step ): int => $step->key->order_id, $steps ) );
	}

	/** @return iterable<string, array{string, list<int>}> */
	public static function finals(): iterable {
		yield 'parent'   => [ 'parent', [ SaleWorld::PARENT ] ];
		yield 'children' => [ 'children', [ SaleWorld::A, SaleWorld::B ] ];
		yield 'nobody'   => [ 'nobody', [] ];
		yield 'not said' => [ '', [] ];
	}

	/** A shop of before has all three: nothing more is made, and nobody is asked. */
	#[DataProvider( 'every_answer' )]
	public function test_what_has_an_invoice_keeps_it( string $said ): void {
		$sale = new SaleWorld( [ 'split_sales' => $said ] );
		$sale->split();
		$kin = array_map( static fn ( OrderSnapshot $order ): Kinship => $order->kin, $sale->world->shop->orders );
		foreach ( array_keys( $kin ) as $id ) {
			$sale->change( $id, [ 'kin' => new Kinship() ] );
		}
		$sale->placed();
		foreach ( $kin as $id => $own ) {
			$sale->change( $id, [ 'kin' => $own ] );
		}
		$sale->placed();
		self::assertSame( [ 'invoice' => '108.00' ], $sale->outcome() );
		$sale->refund( SaleWorld::A, '6.00' );
		$sale->told( SaleWorld::A );
		self::assertSame( '6.00', $sale->outcome()['creditnote'] );
	}

	/** @return iterable<string, array{string}> */
	public static function every_answer(): iterable {
		yield 'not said' => [ '' ];
		yield 'parent'   => [ 'parent' ];
		yield 'children' => [ 'children' ];
		yield 'nobody'   => [ 'nobody' ];
	}

	public function test_who_asks_by_hand_gets_no_second_invoice_either(): void {
		$sale = new SaleWorld();
		$sale->split();
		$sale->placed();
		$row = $sale->world->sync_order->now( SaleWorld::A );
		self::assertSame( ProblemCode::PartOfSale, $row?->problem?->code );
		self::assertSame( [ 'invoice' => '54.00' ], $sale->outcome() );
	}

	public function test_a_dry_run_a_plan_and_the_screen_obey(): void {
		$sale = new SaleWorld();
		$sale->split();
		$sale->world->clock->advance( 60 );
		$engine = $sale->world->engine;
		$plan   = $engine->plan_bulk();
		$orders = [ SaleWorld::PARENT, SaleWorld::A, SaleWorld::B ];
		$dry    = $engine->dry_run()->page( $sale->world->shop->settings, 10, 0 );
		$bulk   = $plan->plan( new BulkRequest( BulkAct::Create, DocumentKind::Invoice ), $plan->read( $orders ) );
		$says   = array_map(
			static fn ( DryOrder $tried ): ?ProblemCode => $tried->documents[0]->problem?->code,
			$dry
		);
		sort( $says );
		self::assertEquals( [ null, ProblemCode::PartOfSale, ProblemCode::PartOfSale ], $says );
		self::assertCount( 1, $bulk->steps );
		self::assertSame( [ LeftOut::PartOfSale->value => [ SaleWorld::A, SaleWorld::B ] ], $bulk->left );
	}

	public function test_a_back_fill_obeys(): void {
		$sale = new SaleWorld(
			[
				'split_sales' => 'children',
				'invoice' => [ 'start_date' => '2030-01-01' ],
			]
		);
		$sale->split();
		$sale->world->clock->advance( 60 );
		$sale->world->old->steer->start(
			new OrderFilter(
				from: '2000-01-01',
				to: '2099-01-01',
				statuses: [ 'processing' ],
				before: $sale->world->clock->now()
			),
			[ DocumentKind::Invoice ],
			false
		);
		$sale->world->pass_time( 5 );
		self::assertSame( [ 'invoice' => '54.00' ], $sale->outcome() );
		self::assertSame( ProblemCode::PartOfSale, $sale->invoice_row( SaleWorld::PARENT )->problem?->code );
	}

	/** A database that refuses says nothing about children. */
	public function test_a_read_that_failed_is_never_no_children(): void {
		$sale = new SaleWorld();
		$sale->split();
		$sale->world->clock->advance( 60 );
		$sale->world->fire( SaleWorld::A );
		$sale->world->shop->no_children = new \RuntimeException( 'The database refused.' );
		$sale->world->sweep->run();
		self::assertSame( [], $sale->outcome() );
		self::assertSame( TaskState::Queued, $sale->invoice_row( SaleWorld::A )->state );
		$sale->world->shop->no_children = null;
		$sale->world->pass_time( 60 );
		self::assertSame( [], $sale->outcome() );
		self::assertSame( ProblemCode::PartOfSale, $sale->invoice_row( SaleWorld::A )->problem?->code );
	}
}
