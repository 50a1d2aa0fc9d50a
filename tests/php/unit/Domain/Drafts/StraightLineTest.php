<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Drafts;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Settings\Trigger;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/**
 * One order from the hook to the link, and every reason to stop on the way.
 *
 * @assumes nothing-to-pay
 */
final class StraightLineTest extends TestCase {

	public function test_an_order_becomes_one_draft_with_its_link_and_note(): void {
		$world = new World();
		$world->order( 1 );
		$world->fire( 1 );
		$world->due->run( 20 );

		self::assertSame( TaskState::Done, $world->row()->state );
		self::assertCount( 1, $world->sellsy->documents );
		$document = $world->sellsy->documents[ $world->row()->remote_id ];
		self::assertSame( 'SHOP-1', $document->key );
		self::assertSame( '12', $document->amounts->incl_tax->to_string() );
		self::assertSame( "https://sellsy.example.com/{$document->id}", $world->shop->urls[1] );
		self::assertSame( '2026-03-02', $world->invoicing->created[0]->date );
	}

	public function test_the_hook_fired_five_times_and_the_payment_with_it_open_one_row(): void {
		$world = new World();
		$world->order( 1 );
		for ( $i = 0; $i < 5; $i++ ) {
			$world->fire( 1 );
			$world->fire( 1, OrderEvent::PAYMENT );
		}
		$world->due->run( 20 );

		self::assertSame( 1, $world->ledger->count( new TaskFilter() ) );
		self::assertSame( [ 1 ], $world->shop->woken );
		self::assertSame( 1, $world->sellsy->count( 'create' ) );
	}

	/**
	 * A shop's own status for paid orders, which WooCommerce does not count as paid; the order has an estimate already.
	 */
	public function test_a_payment_that_asks_for_more_than_its_status_change_is_heard(): void {
		$world = new World();
		$world->change_settings(
			[
				'estimate' => [ 'enabled' => true ],
				'invoice'  => [ 'trigger' => Trigger::PAID ],
			]
		);
		$order = $world->order( 1, status: 'on-hold' );
		$world->open->for_event(
			new OrderEvent(
				order_id: 1,
				kind: OrderEvent::STATUS,
				to: 'on-hold',
				is_paid: false,
				created_at: $order->created_at,
				urls: [],
				has_date_paid: false
			)
		);
		$world->due->run( 20 );

		$world->order( 1, status: 'preparing' );
		$world->open->for_event(
			new OrderEvent(
				order_id: 1,
				kind: OrderEvent::STATUS,
				to: 'preparing',
				is_paid: false,
				created_at: $order->created_at,
				urls: [],
				has_date_paid: true
			)
		);
		$world->open->for_event(
			new OrderEvent(
				order_id: 1,
				kind: OrderEvent::PAYMENT,
				to: 'preparing',
				is_paid: false,
				created_at: $order->created_at,
				urls: [],
				has_date_paid: true
			)
		);
		$world->due->run( 20 );

		self::assertSame(
			TaskState::Done,
			$world->ledger->find_by_key( new TaskKey( 1, Effect::CreateInvoice ) )?->state
		);
	}

	public function test_what_was_left_out_is_asked_for_again_beside_what_is_new(): void {
		$world = new World();
		$world->change_settings(
			[
				'order'   => [ 'enabled' => true ],
				'invoice' => [ 'trigger' => Trigger::PAID ],
			]
		);
		$order = $world->order( 1, status: 'cancelled' );
		$world->open->for_event(
			new OrderEvent(
				order_id: 1,
				kind: OrderEvent::STATUS,
				to: 'on-hold',
				is_paid: false,
				created_at: $order->created_at,
				urls: [],
				has_date_paid: false
			)
		);
		$world->due->run( 20 );
		self::assertSame( TaskState::Skipped, $world->row()->state );

		$world->order( 1 );
		$world->fire( 1 );
		$world->due->run( 20 );

		self::assertSame( TaskState::Done, $world->row()->state );
		self::assertCount( 2, $world->sellsy->documents );
	}

	public function test_finalising_validates_with_todays_date_and_says_the_number(): void {
		$world = new World( finalise: true );
		$world->order( 1 );
		$world->fire( 1 );
		$world->due->run( 20 );

		self::assertSame( TaskState::Done, $world->row( 2 )->state );
		self::assertSame( [ '2026-03-02' ], $world->sellsy->validated );
		self::assertSame( 'F-0001', $world->row( 1 )->remote_number );
		self::assertContains( '1 finalised F-0001', $world->shop->notes );
	}

	public function test_drafts_become_final_oldest_first(): void {
		$world = new World( finalise: true );
		$world->order( 1 );
		$world->order( 2, World::buyer( 6, 'autre@example.com' ) );
		$world->fire( 1 );
		$world->fire( 2 );
		$world->process->process( 2 );
		$world->process->process( 1 );
		$world->pass_time( 2 );

		// The second order's row was opened first among the validations, and so goes first.
		self::assertSame( 'F-0001', $world->row( 2 )->remote_number );
		self::assertSame( 'F-0002', $world->row( 1 )->remote_number );
	}

	public function test_a_draft_changed_by_hand_is_not_made_final(): void {
		$world = new World( finalise: true );
		$world->order( 1 );
		$world->fire( 1 );
		$world->process->process( 1 );
		$world->invoicing->edited( $world->row()->remote_id, '11', '13.2' );
		$world->pass_time( 1 );

		self::assertSame( TaskState::Attention, $world->row( 2 )->state );
		self::assertSame(
			[
				'order_total' => '12',
				'sellsy_total' => '13.2',
			],
			$world->row( 2 )->problem?->facts
		);
		self::assertSame( [], $world->sellsy->validated );
	}

	/** The same total with another HT: somebody moved a row to another rate. */
	public function test_a_draft_of_another_ht_is_not_made_final(): void {
		$world = new World( finalise: true );
		$world->order( 1 );
		$world->fire( 1 );
		$world->process->process( 1 );
		$world->invoicing->edited( $world->row()->remote_id, '10.91', '12' );
		$world->pass_time( 1 );

		self::assertSame(
			[ TaskState::Attention, ProblemCode::TotalsDiffer ],
			[ $world->row( 2 )->state, $world->row( 2 )->problem?->code ]
		);
		self::assertSame( [ '10 HT', '10.91 HT' ], array_values( $world->row( 2 )->problem->facts ?? [] ) );
		self::assertSame( [], $world->sellsy->validated );
	}

	public function test_the_draft_of_an_order_cancelled_meanwhile_is_left_to_a_person(): void {
		$world = new World( finalise: true );
		$world->order( 1 );
		$world->fire( 1 );
		$world->process->process( 1 );
		$world->order( 1, null, 'cancelled' );
		$world->pass_time( 1 );
		self::assertSame(
			[ TaskState::Attention, ProblemCode::NoLongerTriggered ],
			[ $world->row( 2 )->state, $world->row( 2 )->problem?->code ]
		);
		self::assertSame( [], $world->sellsy->validated );

		$world->order( 1 );
		$world->retry->retry( 2 );
		$world->pass_time( 1 );
		self::assertSame( TaskState::Done, $world->row( 2 )->state );
	}

	public function test_what_a_person_asked_for_before_the_trigger_is_made_final_too(): void {
		$world = new World( finalise: true );
		$world->order( 1, null, 'pending' );
		$world->sync_order->now( 1 );
		self::assertSame( 'F-0001', $world->row()->remote_number );
	}

	public function test_a_draft_already_finalised_by_hand_counts_as_done(): void {
		$world = new World( finalise: true );
		$world->order( 1 );
		$world->fire( 1 );
		$world->process->process( 1 );
		$world->invoicing->finalised( $world->sellsy->documents[ $world->row()->remote_id ] );
		$world->pass_time( 1 );

		self::assertSame( TaskState::Done, $world->row( 2 )->state );
		self::assertSame( 0, $world->sellsy->count( 'validate' ) );
	}

	public function test_an_order_that_moved_back_is_skipped_and_taken_up_again(): void {
		$world = new World();
		$world->order( 1 );
		$world->fire( 1 );
		$world->order( 1, null, 'cancelled' );
		$world->due->run( 20 );
		self::assertSame( TaskState::Skipped, $world->row()->state );
		self::assertSame( ProblemCode::NoLongerTriggered, $world->row()->problem?->code );

		$world->order( 1 );
		$world->fire( 1 );
		$world->due->run( 20 );
		self::assertSame( TaskState::Done, $world->row()->state );
	}

	public function test_an_order_that_is_gone_is_skipped(): void {
		$world = new World();
		$world->order( 1 );
		$world->fire( 1 );
		unset( $world->shop->orders[1] );
		$world->pass_time( 5 );

		self::assertSame( ProblemCode::OrderGone, $world->row()->problem?->code );
		self::assertSame( TaskState::Skipped, $world->row()->state );
	}

	/** @dataProvider lines_without_money */
	public function test_money_without_lines_needs_a_person_before_anybody_is_created( bool $has_line ): void {
		$world = new World();
		$order = $world->order( 1, ht: '41.67', vat: '8.33' );
		$line  = new \OrderInvoicer\Domain\Order\OrderLine(
			...[
				...get_object_vars( $order->lines[0] ),
				'total'    => Decimal::zero(),
				'subtotal' => Decimal::zero(),
				'taxes'    => [],
			]
		);

		$world->shop->orders[1] = new \OrderInvoicer\Domain\Order\OrderSnapshot(
			...[
				...get_object_vars( $order ),
				'lines' => $has_line ? [ $line ] : [],
			]
		);
		$world->fire( 1 );
		$world->due->run( 20 );

		self::assertSame(
			[ TaskState::Attention, 'lines_missing', '50.00' ],
			[
				$world->row()->state,
				$world->row()->problem?->code->value,
				$world->row()->problem?->fact( 'order_total' ),
			]
		);
		self::assertSame( [], $world->sellsy->customers );

		$world->order( 1, ht: '41.67', vat: '8.33' );
		$world->retry->retry( 1 );
		$world->due->run( 20 );
		self::assertSame( TaskState::Done, $world->row()->state );
	}

	/** @return iterable<string, array{bool}> */
	public static function lines_without_money(): iterable {
		yield 'no line, from a till or an import' => [ false ];
		yield 'a line whose amounts are not there' => [ true ];
	}

	public function test_money_without_lines_that_no_rule_wants_asks_nobody(): void {
		$world = new World();
		$order = $world->order( 1, ht: '41.67', vat: '8.33' );
		$world->fire( 1 );
		$world->shop->orders[1] = new \OrderInvoicer\Domain\Order\OrderSnapshot(
			...[
				...get_object_vars( $order ),
				'lines'  => [],
				'status' => 'cancelled',
			]
		);
		$world->due->run( 20 );

		self::assertSame(
			[ TaskState::Skipped, ProblemCode::NoLongerTriggered ],
			[ $world->row()->state, $world->row()->problem?->code ]
		);
	}

	public function test_an_order_of_nothing_without_lines_is_skipped(): void {
		$world = new World();
		$order = $world->order( 1, ht: '0', vat: '0' );

		$world->shop->orders[1] = new \OrderInvoicer\Domain\Order\OrderSnapshot(
			...[
				...get_object_vars( $order ),
				'lines' => [],
			]
		);
		$world->fire( 1 );
		$world->due->run( 20 );

		self::assertSame(
			[ TaskState::Skipped, ProblemCode::NothingToInvoice ],
			[ $world->row()->state, $world->row()->problem?->code ]
		);
	}

	/** As before there was the choice: a document, which asks for no payment. */
	public function test_a_free_order_gets_its_invoice_unless_the_owner_wants_none(): void {
		$world = new World( true );
		$world->change_settings( [ 'payments' => [ 'enabled' => true ] ] );
		$world->order( 1, ht: '0.00', vat: '0.00' );
		$world->fire( 1 );
		$world->pass_time( 5 );
		self::assertNotSame( '', $world->row()->remote_number );
		self::assertSame( [], $world->payments->made );

		$world = new World( true );
		$world->change_settings( [ 'free_orders' => false ] );
		$world->order( 1, ht: '0.00', vat: '0.00' );
		$world->fire( 1 );
		$world->pass_time( 5 );
		self::assertSame(
			[ TaskState::Skipped, ProblemCode::FreeOrder ],
			[ $world->row()->state, $world->row()->problem?->code ]
		);
		self::assertSame( [], $world->sellsy->customers );

		$world->sync_order->now( 1, DocumentKind::Invoice );
		$world->pass_time( 5 );
		self::assertNotSame( '', $world->row()->remote_number, 'A person asked for it.' );
	}

	public function test_a_draft_that_stands_is_made_final_although_none_is_wanted_any_more(): void {
		$world = new World();
		$world->order( 1, ht: '0.00', vat: '0.00' );
		$world->fire( 1 );
		$world->pass_time( 5 );
		$world->change_settings( [ 'free_orders' => false ] );
		$world->make_final();
		$world->fire( 1 );
		$world->pass_time( 5 );
		self::assertNotSame( '', $world->row()->remote_number );
	}

	public function test_an_order_that_is_worth_nothing_is_skipped_before_anybody_is_created(): void {
		$world = new World();
		$order = $world->order( 1, null, 'processing', 'SKU-1', '0', '0' );
		$line  = new \OrderInvoicer\Domain\Order\OrderLine(
			...[
				...get_object_vars( $order->lines[0] ),
				'taxes' => [],
			]
		);

		$world->shop->orders[1] = new \OrderInvoicer\Domain\Order\OrderSnapshot(
			...[
				...get_object_vars( $order ),
				'lines' => [ $line ],
				'taxes' => [],
			]
		);
		$world->fire( 1 );
		$world->due->run( 20 );

		self::assertSame(
			[ TaskState::Skipped, ProblemCode::NothingToInvoice ],
			[ $world->row()->state, $world->row()->problem?->code ]
		);
		self::assertSame( [], $world->sellsy->customers );
	}

	public function test_an_order_invoiced_elsewhere_is_never_invoiced_not_even_when_asked(): void {
		$world = new World();
		$world->order( 1 );
		$world->shop->urls[1] = 'https://other.example.com/5';
		$world->fire( 1 );
		self::assertSame( 0, $world->ledger->count( new TaskFilter() ) );

		try {
			$world->sync_order->now( 1 );
			self::fail();
		} catch ( NeedsAttention $refused ) {
			self::assertSame( ProblemCode::InvoicedElsewhere, $refused->problem->code );
		}
		self::assertSame( [], $world->ledger->for_order( 1 ) );
		self::assertSame( 0, $world->sellsy->count( 'create' ) );
	}

	public function test_an_order_that_cannot_be_read_says_so_to_the_person_who_asks(): void {
		$world                 = new World();
		$world->shop->damaged  = [ 1 ];

		self::assertSame( ProblemCode::UnexpectedError, $world->sync_order->now( 1 )?->problem?->code );
		self::assertStringContainsString( '.php:', implode( $world->shop->errors ), 'Support finds the place.' );
		self::assertNull( $world->sync_order->now( 2 ) );
	}

	public function test_a_person_may_ask_before_the_trigger(): void {
		$world = new World();
		$world->order( 1, null, 'pending' );
		$world->fire( 1 );
		self::assertSame( 0, $world->ledger->count( new TaskFilter() ) );

		self::assertSame( TaskState::Done, $world->sync_order->now( 1 )?->state );
		$world->sync_order->now( 1 );
		self::assertSame( 1, $world->sellsy->count( 'create' ) );
	}

	public function test_totals_that_sellsy_computes_otherwise_create_nothing(): void {
		$world = new World();
		$world->order( 1, null, 'processing', 'SKU-1', '10.00', '2.50' );
		$world->fire( 1 );
		$world->due->run( 20 );

		self::assertSame( TaskState::Attention, $world->row()->state );
		self::assertSame( 0, $world->sellsy->count( 'create' ) );
		self::assertNull( $world->row()->sent_at );
	}

	public function test_an_unmapped_rate_stops_and_resumes_when_it_is_asked_again(): void {
		$world                 = new World();
		$settings              = $world->shop->settings;
		$world->shop->settings = ( new \OrderInvoicer\Domain\Settings\SettingsArray() )
			->merged( $settings, [ 'tax_rates' => [] ] );
		$world->order( 1 );
		$world->fire( 1 );
		$world->due->run( 20 );
		self::assertSame( ProblemCode::TaxUnmapped, $world->row()->problem?->code );

		$world->shop->settings = $settings;
		$others = [
			new TaskFilter( problem: ProblemCode::Rejected->value ),
			new TaskFilter( effects: [ Effect::CreateEstimate ] ),
			new TaskFilter( order_ids: [ 2 ] ),
			new TaskFilter( from: $world->clock->now()->modify( '+1 day' ) ),
			new TaskFilter( until: $world->clock->now()->modify( '-1 day' ) ),
		];
		self::assertSame( [ 0, 0, 0, 0, 0 ], array_map( $world->retry->retry_all( ... ), $others ) );
		self::assertSame( 1, $world->retry->retry_all( new TaskFilter( problem: ProblemCode::TaxUnmapped->value ) ) );
		$world->due->run( 20 );
		self::assertSame( TaskState::Done, $world->row()->state );
	}

	public function test_a_copied_site_does_nothing(): void {
		$world                = new World();
		$world->shop->address = 'staging.example.com';
		$world->order( 1 );
		$world->fire( 1 );
		$world->pass_time( 10 );

		self::assertSame( [], $world->sellsy->calls );
		self::assertSame( TaskState::Queued, $world->row()->state );
		self::assertSame( 'shop.example.com', $world->pauses->current()?->problem->facts['known'] ?? '' );
	}

	/** Credentials may come from wp-config.php, where nobody ever presses "Test". */
	public function test_the_first_work_ties_the_site_so_that_a_copy_is_noticed(): void {
		$world = new World();
		$world->shop->remember( '', '' );
		$world->order( 1 );
		$world->fire( 1 );
		$world->due->run( 20 );
		self::assertSame( [ 'shop.example.com', 'account-1' ], [ $world->shop->known, $world->shop->known_sellsy ] );

		$world->shop->address = 'staging.example.com';
		$world->order( 2 );
		$world->fire( 2 );
		$world->pass_time( 10 );
		self::assertSame( TaskState::Queued, $world->row( 2 )->state );
	}

	public function test_another_account_freezes_until_the_first_is_back(): void {
		$world                  = new World();
		$world->sellsy->account = 'account-2';
		$world->order( 1 );
		$world->fire( 1 );
		$world->pass_time( 5 );
		self::assertSame( ProblemCode::OtherAccount, $world->pauses->current()?->problem->code );
		self::assertSame( [], $world->sellsy->calls );

		$world->sellsy->account = 'account-1';
		$world->pass_time( 1 );
		self::assertSame( TaskState::Done, $world->row()->state );
	}

	public function test_a_draft_finalised_by_hand_is_noticed_within_the_hour(): void {
		$world = new World();
		$world->order( 1 );
		$world->fire( 1 );
		$world->due->run( 20 );
		$world->invoicing->finalised( $world->sellsy->documents[ $world->row()->remote_id ] );
		$world->pass_time( 65 );

		self::assertSame( 'F-0001', $world->row()->remote_number );
		self::assertContains( '1 finalised F-0001', $world->shop->notes );
		self::assertSame( 1, $world->sellsy->count( 'get_document' ) );
	}

	public function test_a_draft_that_cannot_be_read_does_not_hide_the_others(): void {
		$world = new World();
		foreach ( [ 1, 2 ] as $id ) {
			$world->order( $id );
			$world->fire( $id );
		}
		$world->due->run( 20 );
		$world->invoicing->finalised( $world->sellsy->documents[ $world->row( 2 )->remote_id ] );
		$world->invoicing->unreadable = $world->row( 1 )->remote_id;
		$world->pass_time( 70 );

		self::assertSame( 'F-0001', $world->row( 2 )->remote_number );
	}

	public function test_a_draft_deleted_by_hand_is_a_problem_and_can_be_made_again(): void {
		$world = new World();
		$world->order( 1 );
		$world->fire( 1 );
		$world->due->run( 20 );
		$world->sellsy->documents = [];
		$world->pass_time( 65 );
		self::assertSame( ProblemCode::DocumentGone, $world->row()->problem?->code );

		$world->retry->retry( 1 );
		$world->pass_time( 5 );
		self::assertSame( TaskState::Done, $world->row()->state );
		self::assertCount( 1, $world->sellsy->documents );
	}

	public function test_a_chosen_customer_is_used_and_remembered(): void {
		$world = new World();
		$world->sellsy->has_customer( new CustomerRef( CustomerType::Company, 40 ), 'client@example.com' );
		$world->order( 1 );
		$world->fire( 1 );
		$world->due->run( 20 );
		self::assertSame( ProblemCode::CustomerOtherKind, $world->row()->problem?->code );
		$candidates = $world->choose->candidates( 1 );
		self::assertSame( 40, $candidates[0]->ref->id );

		$world->choose->choose( 1, $candidates[0]->ref );
		$world->due->run( 20 );
		$world->order( 2 );
		$world->fire( 2 );
		$world->due->run( 20 );
		self::assertSame( [ 'company40', 'company40' ], array_values( $world->sellsy->billed ) );
	}

	public function test_a_refused_create_takes_the_intent_back(): void {
		$world = new World();
		$world->sellsy->plan( 'create', FailureKind::Rejected );
		$world->order( 1 );
		$world->fire( 1 );
		$world->due->run( 20 );

		self::assertSame( TaskState::Attention, $world->row()->state );
		self::assertSame( 'Refusé', $world->row()->problem?->facts['message'] ?? '' );
		self::assertNull( $world->row()->sent_at );
	}

	public function test_an_error_of_our_own_is_tried_again_and_tells_no_message(): void {
		$world = new World();
		$world->order( 1 );
		$world->fire( 1 );
		$world->fate->kill_at = $world->fate->steps + 3;
		$world->due->run( 20 );
		$world->fate->revive();
		self::assertStringNotContainsString( 'killed at step', implode( $world->shop->errors ) );

		$world->pass_time( 10 );
		self::assertSame( TaskState::Done, $world->row()->state );
	}
}
