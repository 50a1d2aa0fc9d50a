<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\Bulk;

use OrderInvoicer\Domain\Actions\Offers;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Order\OrderPayment;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Features\Bulk\Rules\BulkOrders;
use OrderInvoicer\Features\Bulk\Rules\BulkPlan;
use OrderInvoicer\Features\Bulk\Rules\BulkRequest;
use OrderInvoicer\Features\Bulk\Rules\OfferedActs;
use OrderInvoicer\Tests\Unit\World\Row;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class BulkTest extends TestCase {

	private World $world;

	protected function setUp(): void {
		$this->world = new World();
		foreach ( [ 1, 2, 3 ] as $id ) {
			$this->world->order( $id );
		}
	}

	#[TestWith( [ 'create:invoice', 'create:invoice' ] )]
	#[TestWith( [ 'create:rules', 'create:rules' ] )]
	#[TestWith( [ 'finalise', 'finalise' ] )]
	#[TestWith( [ 'retry', 'retry' ] )]
	#[TestWith( [ 'create:creditnote', null ] )]
	#[TestWith( [ 'create:nonsense', null ] )]
	#[TestWith( [ 'create', null ] )]
	#[TestWith( [ 'finalise:invoice', null ] )]
	#[TestWith( [ 'delete', null ] )]
	public function test_a_request_is_read_as_it_was_written( string $text, ?string $read ): void {
		self::assertSame( $read, BulkRequest::from_text( $text )?->text() );
	}

	public function test_documents_are_opened_for_the_queue_and_no_second_time(): void {
		$plan = $this->plan( 'create:invoice', 1, 2, 3 );
		self::assertSame( '3|0', $plan->mark() );
		self::assertSame( [ 'EUR' => '36.00' ], BulkPlan::totals( $plan->steps ) );

		self::assertCount( 3, $this->carry_out( 'create:invoice', 1, 2, 3 ) );
		self::assertSame( [], $this->world->sellsy->documents );
		self::assertSame( 1, count( array_unique( $this->world->shop->woken ) ) );
		self::assertSame( [ 'under_way' => [ 1, 2, 3 ] ], $this->plan( 'create:invoice', 1, 2, 3 )->left );
		self::assertSame( [], $this->carry_out( 'create:invoice', 1, 2, 3 ) );

		$this->world->due->run( 20 );
		self::assertCount( 3, $this->world->sellsy->documents );
		self::assertSame( [ 'made' => [ 1, 2, 3 ] ], $this->plan( 'create:invoice', 1, 2, 3 )->left );
	}

	public function test_the_same_plan_carried_out_twice_at_once_opens_each_row_once(): void {
		$plan = $this->plan( 'create:invoice', 1, 2 );
		$do   = $this->world->engine->carry_out_bulk();
		$ask  = $this->request( 'create:invoice' );
		self::assertSame( $do->carry_out( $ask, $plan ), $do->carry_out( $ask, $plan ) );
		$this->world->due->run( 20 );
		self::assertCount( 2, $this->world->sellsy->documents );
	}

	public function test_what_becomes_final_is_counted_with_its_total(): void {
		$this->world = new World( finalise: true );
		$this->world->order( 1 );
		$this->world->order( 2, ht: '20.00', vat: '4.00' );
		self::assertSame( '2|2|36.00 EUR', $this->plan( 'create:invoice', 1, 2 )->mark() );
		self::assertSame( '2|0', $this->plan( 'create:estimate', 1, 2 )->mark(), 'Sellsy validates no estimate.' );
	}

	/** Only a deposit was paid: the row will ask a person. What is free is not wanted. */
	public function test_what_will_ask_or_is_not_wanted_is_not_counted_as_final(): void {
		$this->world = new World( finalise: true );
		$this->world->order( 1 );
		$deposit = get_object_vars( $this->world->order( 2 ) );

		$this->world->shop->orders[2] = new OrderSnapshot(
			...[ ...$deposit, ...[ 'payment' => new OrderPayment( 'stripe', 'Carte', deposits_by: 'Acowebs' ) ] ]
		);
		self::assertSame( '2|1|12.00 EUR', $this->plan( 'create:invoice', 1, 2 )->mark() );
		$this->world->change_settings( [ 'free_orders' => false ] );
		$this->world->order( 3, ht: '0.00', vat: '0.00' );
		$plan = $this->plan( 'create:rules', 1, 2, 3 );
		self::assertSame( [ '2|1|12.00 EUR', [ 'not_wanted' => [ 3 ] ] ], [ $plan->mark(), $plan->left ] );
		$this->carry_out( 'create:rules', 1, 2, 3 );
		$this->world->pass_time( 10 );
		self::assertCount( 1, $this->world->sellsy->documents );
	}

	public function test_of_mixed_orders_each_that_is_left_out_says_why(): void {
		$this->world->order( 2, status: 'cancelled' );
		$this->world->shop->urls[3] = 'https://www.sellsy.com/?_f=invoiceOverview&id=3';
		$this->world->order( 4 );
		$this->world->order( 5 );
		$this->world->ledger->open( $this->invoice( 4 ), $this->world->clock->now() );
		$this->stop( 4, ProblemCode::TaxUnmapped );
		$this->world->ledger->open( $this->invoice( 5 ), $this->world->clock->now() );
		$this->stop( 5, ProblemCode::TaxUnmapped );
		$this->world->by_hand->mark( $this->find( $this->invoice( 5 ) )->id );

		$plan = $this->plan( 'create:invoice', 1, 2, 3, 4, 5, 99 )->and_forbidden( [ 7 ] );

		self::assertSame( [ 1 ], array_map( static fn ( $step ): int => $step->key->order_id, $plan->steps ) );
		self::assertEquals(
			[
				'forbidden'    => [ 7 ],
				'no_sale'      => [ 2 ],
				'elsewhere'    => [ 3 ],
				'needs_person' => [ 4 ],
				'by_hand'      => [ 5 ],
				'gone'         => [ 99 ],
			],
			$plan->left
		);
	}

	public function test_what_the_settings_ask_for_is_opened_as_a_hook_would_have(): void {
		$this->world->order( 2, status: 'pending' );
		self::assertSame( [ 'not_wanted' => [ 2 ] ], $this->plan( 'create:rules', 1, 2, 3 )->left );

		$this->carry_out( 'create:rules', 1, 2, 3 );

		self::assertFalse( $this->find( $this->invoice( 1 ) )->asked );
		self::assertNull( $this->world->ledger->find_by_key( $this->invoice( 2 ) ) );
		self::assertSame( [ 'not_wanted' => [ 1, 3 ] ], $this->plan( 'create:rules', 1, 3 )->left );
	}

	public function test_a_row_that_waits_is_due_now_because_a_person_asks(): void {
		$later = $this->world->clock->now()->modify( '+1 day' );
		$this->world->ledger->open( $this->invoice( 1 ), $later );
		$this->carry_out( 'create:invoice', 1 );
		$row = $this->find( $this->invoice( 1 ) );
		self::assertTrue( $row->asked );
		self::assertTrue( $row->is_due( $this->world->clock->now() ) );
	}

	public function test_drafts_become_final_by_the_queue_at_what_sellsy_said_of_them(): void {
		$this->carry_out( 'create:invoice', 1, 2 );
		$this->world->due->run( 20 );
		$plan = $this->plan( 'finalise', 1, 2, 3 );
		self::assertSame( '2|2|24.00 EUR', $plan->mark() );
		self::assertSame( [ 'no_draft' => [ 3 ] ], $plan->left );

		self::assertCount( 2, $this->carry_out( 'finalise', 1, 2, 3 ) );
		self::assertSame( [], $this->world->sellsy->validated );
		self::assertSame( [ 'under_way' => [ 1, 2 ] ], $this->plan( 'finalise', 1, 2 )->left );
		self::assertSame( [], $this->carry_out( 'finalise', 1, 2 ) );

		$this->world->due->run( 20 );
		self::assertCount( 2, $this->world->sellsy->validated );
		self::assertSame( [ 'no_draft' => [ 1, 2 ] ], $this->plan( 'finalise', 1, 2 )->left );
	}

	public function test_an_order_that_was_edited_a_moment_ago_is_looked_at_before_its_draft_becomes_final(): void {
		$this->carry_out( 'create:invoice', 1 );
		$this->world->due->run( 20 );
		$this->world->order( 1, ht: '20.00', vat: '4.00' );
		$this->carry_out( 'finalise', 1 );
		$this->world->clock->advance( 1 );
		$this->world->due->run( 20 );
		self::assertCount( 1, $this->world->sellsy->validated, 'In the same run.' );
		self::assertSame( 2400, $this->world->report->documents( [ 1 ] )[1]->incl_tax );
	}

	public function test_where_it_was_tried_too_early_a_runner_comes_for_it_once_its_draft_is_as_its_order(): void {
		$this->carry_out( 'create:invoice', 1 );
		$this->world->due->run( 20 );
		$this->world->order( 1, ht: '20.00', vat: '4.00' );
		$this->carry_out( 'finalise', 1 );
		$final = $this->find( new TaskKey( 1, Effect::ValidateInvoice ) )->id;
		$draft = $this->find( $this->invoice( 1 ) )->id;
		$this->world->process->process( $final );
		self::assertSame( 30, Row::wait( $this->world->ledger->find( $final ) ), 'The draft is changed first.' );
		$this->world->process->process( $this->find( new TaskKey( 1, Effect::FollowOrder ) )->id );
		$this->world->clock->advance( 30 );
		$this->world->process->process( $final );
		self::assertSame( 0, count( $this->world->sellsy->validated ), 'Another runner has the draft.' );
		self::assertSame( 900, Row::wait( $this->world->ledger->find( $final ) ) );

		$this->world->shop->woken = [];
		$this->world->process->process( $draft );
		self::assertContains( $final, $this->world->shop->woken );
	}

	public function test_what_failed_is_tried_again_but_not_what_one_must_look_at(): void {
		foreach ( [ 1, 2, 3 ] as $id ) {
			$this->world->ledger->open( $this->invoice( $id ), $this->world->clock->now() );
		}
		$this->stop( 1, ProblemCode::TaxUnmapped );
		$this->stop( 2, ProblemCode::DraftNotWritable );

		$plan = $this->plan( 'retry', 1, 2, 3 );
		self::assertEquals(
			[
				'one_by_one' => [ 2 ],
				'not_failed' => [ 3 ],
			],
			$plan->left
		);
		self::assertSame( [ $this->find( $this->invoice( 1 ) )->id ], $this->carry_out( 'retry', 1, 2, 3 ) );
		self::assertFalse( $this->find( $this->invoice( 1 ) )->asked, 'Trigger and start date count as before.' );
		self::assertSame( TaskState::Queued, $this->find( $this->invoice( 1 ) )->state );
		self::assertSame( TaskState::Attention, $this->find( $this->invoice( 2 ) )->state );
		self::assertSame( [], $this->carry_out( 'retry', 1 ) );
	}

	public function test_menus_offer_what_is_right_for_the_order(): void {
		$settings = $this->world->shop->settings;
		$offered  = fn ( string $status ): array => array_column(
			OfferedActs::of_order(
				new Offers( $status, $this->world->ledger->for_order( 1 ) ),
				$this->world->ledger->for_order( 1 ),
				$settings,
				$this->world->clock->now()
			),
			'value'
		);
		self::assertSame( [ 'create' ], $offered( 'processing' ) );
		self::assertSame( [], $offered( 'cancelled' ) );

		$this->carry_out( 'create:invoice', 1 );
		self::assertSame( [], $offered( 'processing' ) );
		$this->world->due->run( 20 );
		self::assertSame( [ 'finalise' ], $offered( 'processing' ) );
		self::assertSame( [ DocumentKind::Invoice ], OfferedActs::kinds( $settings ) );
	}

	/** What a menu offers, the page that it leads to does; otherwise it says why not. */
	public function test_a_menu_leads_to_no_page_with_nothing_to_do(): void {
		$offered = fn ( int $id ): array => array_column(
			OfferedActs::of_order(
				new Offers(
					$this->world->shop->orders[ $id ]->status,
					$this->world->ledger->for_order( $id ),
					[ 'invoice' => $this->world->shop->urls[ $id ] ?? '' ]
				),
				$this->world->ledger->for_order( $id ),
				$this->world->shop->settings,
				$this->world->clock->now()
			),
			'value'
		);
		$this->world->shop->urls[3] = 'https://www.sellsy.com/?_f=invoiceOverview&id=3';
		foreach ( [ 4, 5, 6 ] as $id ) {
			$this->world->order( $id );
			$this->world->ledger->open( $this->invoice( $id ), $this->world->clock->now() );
			$this->stop( $id, $id === 6 ? ProblemCode::DraftNotWritable : ProblemCode::TaxUnmapped );
		}
		$this->world->by_hand->mark( $this->find( $this->invoice( 5 ) )->id );
		$asks = [
			'create'   => 'create:invoice',
			'finalise' => 'finalise',
			'retry'    => 'retry',
		];
		foreach ( [ 1, 3, 4, 5, 6 ] as $id ) {
			$does = array_keys(
				array_filter( $asks, fn ( string $ask ): bool => $this->plan( $ask, $id )->steps !== [] )
			);
			self::assertSame( $does, $offered( $id ), "Order $id." );
		}
	}

	private function request( string $text ): BulkRequest {
		return BulkRequest::from_text( $text ) ?? throw new \LogicException( 'No request.' );
	}

	private function plan( string $request, int ...$orders ): BulkPlan {
		$plans = $this->world->engine->plan_bulk();
		return $plans->plan( $this->request( $request ), $plans->read( array_values( $orders ) ) );
	}

	/** @return list<int> */
	private function carry_out( string $request, int ...$orders ): array {
		return $this->world->engine->carry_out_bulk()
			->carry_out( $this->request( $request ), $this->plan( $request, ...$orders ) );
	}

	private function invoice( int $order_id ): TaskKey {
		return new TaskKey( $order_id, Effect::CreateInvoice );
	}

	private function find( TaskKey $key ): Task {
		return $this->world->ledger->find_by_key( $key ) ?? throw new \LogicException( 'No such row.' );
	}

	private function stop( int $order_id, ProblemCode $code ): void {
		$now  = $this->world->clock->now();
		$held = $this->world->ledger->claim(
			$this->find( $this->invoice( $order_id ) )->id,
			$now,
			'token',
			$now->modify( '+5 minutes' )
		);
		self::assertNotNull( $held );
		$this->world->ledger->save( TaskTransitions::stopped( $held, new Problem( $code ) ) );
	}

	public function test_a_draft_that_would_become_final_later_does_so_now_because_a_person_asks(): void {
		$this->carry_out( 'create:invoice', 1 );
		$this->world->due->run( 20 );
		$key = new TaskKey( 1, Effect::ValidateInvoice );
		$this->world->ledger->open( $key, $this->world->clock->now()->modify( '+1 day' ), 1 );
		$this->carry_out( 'finalise', 1 );
		self::assertTrue( $this->find( $key )->asked );
		self::assertTrue( $this->find( $key )->is_due( $this->world->clock->now() ) );
	}

	public function test_what_was_left_out_is_opened_again_as_the_settings_say_and_not_as_asked_for(): void {
		$this->world->ledger->open( $this->invoice( 1 ), $this->world->clock->now() );
		$left_out = [
			'state'   => TaskState::Skipped,
			'problem' => new Problem( ProblemCode::NoLongerTriggered ),
		];
		$this->world->ledger->put( [ $this->find( $this->invoice( 1 ) )->with( $left_out ) ] );
		self::assertCount( 1, $this->carry_out( 'create:rules', 1 ) );
		self::assertFalse( $this->find( $this->invoice( 1 ) )->asked );
	}
}
