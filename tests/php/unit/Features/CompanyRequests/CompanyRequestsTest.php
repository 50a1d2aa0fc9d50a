<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\CompanyRequests;

use OrderInvoicer\Domain\Actions\Offers;
use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Actions\WhyNot;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\BrokenFilter;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Features\CompanyRequests\Rules\AskForCompany;
use OrderInvoicer\Features\CompanyRequests\Rules\CompanyConsequence;
use OrderInvoicer\Features\CompanyRequests\Rules\CompanyData;
use OrderInvoicer\Features\CompanyRequests\Rules\CompanyRequest;
use OrderInvoicer\Features\CompanyRequests\Rules\CompanyRequestState;
use OrderInvoicer\Tests\Unit\Features\OwnerMail\FakeOwner;
use OrderInvoicer\Tests\Unit\World\Killed;
use OrderInvoicer\Tests\Unit\World\World;
use OrderInvoicer\Wording\Names\DocumentNames;
use OrderInvoicer\Wording\Names\DocumentPage;
use OrderInvoicer\Wording\Names\EffectText;
use OrderInvoicer\Wording\Problems\ProblemText;
use OrderInvoicer\Wording\TaskText;
use PHPUnit\Framework\TestCase;

require_once dirname( __DIR__, 2 ) . '/Wording/untranslated.php';

/** "I need it in my company's name": asked by the buyer, answered by the owner, done to the documents. */
final class CompanyRequestsTest extends TestCase {

	private const SIRET = '73282932000074';

	public function test_it_is_off_until_the_owner_gives_days_and_ends_with_the_last_of_them(): void {
		$world = $this->world( days: 0 );
		$ask   = $this->asking( $world );
		$now   = $world->clock->now();
		self::assertFalse( $ask->is_open( 'processing', $now ) );

		$world->change_settings( [ 'shopper' => [ 'company_days' => 30 ] ] );
		self::assertTrue( $ask->is_open( 'processing', $now ) );
		self::assertTrue( $ask->is_open( 'completed', $now->modify( '-30 days' ) ) );
		self::assertFalse( $ask->is_open( 'completed', $now->modify( '-31 days' ) ) );
		self::assertTrue( $ask->is_open( 'pending', $now ) );
		self::assertFalse( $ask->is_open( 'cancelled', $now ) );
		self::assertFalse( $ask->is_open( 'refunded', $now ), 'Nothing is left to invoice.' );

		$world->change_settings( [ 'invoice' => [ 'enabled' => false ] ] );
		self::assertFalse( $ask->is_open( 'processing', $now ), 'No invoice is made at all.' );
	}

	public function test_asking_changes_nothing_but_a_row_for_the_owner_and_asks_nothing_of_sellsy(): void {
		$world = $this->world();
		$calls = $world->sellsy->calls;
		self::assertTrue( $this->ask( $world ) );
		self::assertSame( $calls, $world->sellsy->calls );
		self::assertSame( CompanyRequestState::Waiting, $this->state( $world ) );

		$world->pass_time( 3 );
		$row = $this->request( $world );
		self::assertSame( [ TaskState::Attention, ProblemCode::CompanyAsked ], [ $row->state, $row->problem?->code ] );
		self::assertSame( '', $world->shop->orders[1]->buyer->company );
		self::assertStringNotContainsString( 'ACME', (string) json_encode( $row->problem ), 'No name in the ledger.' );
		self::assertCount( 1, $this->invoices( $world ) );
	}

	public function test_one_waits_at_a_time_and_three_are_taken_of_an_order(): void {
		$world = $this->world();
		for ( $number = 1; $number <= 3; $number++ ) {
			self::assertTrue( $this->ask( $world ) );
			self::assertFalse( $this->ask( $world ), 'One waits.' );
			$world->pass_time( 2 );
			self::assertNotNull( $this->refuse( $world, "No. $number", $number ) );
			self::assertSame( CompanyRequestState::Refused, $this->state( $world ) );
			self::assertSame( "No. $number", $world->fake( FakeCompanyRequests::class )->requests[1]->refusal );
		}
		self::assertFalse( $this->ask( $world ) );
	}

	public function test_what_was_granted_is_not_offered_again(): void {
		$world = $this->world( finalise: false );
		$this->ask( $world );
		$world->pass_time( 2 );
		self::assertNotNull( $this->accept( $world ) );
		$world->pass_time( 3 );
		self::assertSame( CompanyRequestState::Accepted, $this->state( $world ) );
		self::assertFalse( $this->ask( $world ) );
	}

	public function test_the_owner_hears_of_it_at_once_and_once_and_the_buyer_of_a_refusal(): void {
		$world = $this->world();
		$this->ask( $world );
		$world->due->run( 20 );
		self::assertSame( [ 'digest: 1 in 1' ], $world->fake( FakeOwner::class )->mails );
		$world->retry->retry( $this->request( $world )->id );
		$world->due->run( 20 );
		self::assertCount( 1, $world->fake( FakeOwner::class )->mails );

		self::assertSame( [], $world->fake( FakeCompanyRequests::class )->told );
		$row = $this->refuse( $world, 'We only sell to people.', 1 );
		self::assertContains(
			[
				'task'    => $row?->id,
				'attempt' => 0,
				'outcome' => 'skipped',
				'code'    => 'company_refused',
			],
			$world->shop->tries
		);
		self::assertSame( [ '1: We only sell to people.' ], $world->fake( FakeCompanyRequests::class )->told );
	}

	public function test_nothing_is_granted_for_an_order_that_was_cancelled(): void {
		$world = $this->world();
		$this->ask( $world );
		$world->pass_time( 2 );
		$asked = $this->request( $world );
		self::assertTrue( ( new Offers( 'processing' ) )->accepts( RowAct::AcceptCompany, $asked ) );
		$cancelled = new Offers( 'cancelled' );
		self::assertSame( WhyNot::NoSale, $cancelled->offer( RowAct::AcceptCompany, $asked )?->why_not );
		self::assertTrue( $cancelled->accepts( RowAct::RefuseCompany, $asked ) );

		$world->order( 1, status: 'cancelled' );
		self::assertNull( $this->accept( $world ) );
		self::assertSame( CompanyRequestState::Waiting, $this->state( $world ) );
	}

	public function test_a_request_whose_row_was_never_written_is_asked_again(): void {
		$world = $this->world();
		$world->fake( FakeCompanyRequests::class )->save( 1, new CompanyRequest( $this->data(), 1 ), 0 );
		self::assertNull( $this->state( $world ) );
		self::assertTrue( $this->ask( $world ) );
		self::assertSame( 1, $world->fake( FakeCompanyRequests::class )->requests[1]->number );
	}

	public function test_a_draft_is_changed(): void {
		$world = $this->world( finalise: false );
		$this->ask( $world );
		$world->pass_time( 2 );
		self::assertSame( '', $this->request( $world )->problem?->fact( 'invoice' ) );
		self::assertNotNull( $this->accept( $world ) );
		$world->pass_time( 3 );

		self::assertSame( CompanyRequestState::Accepted, $this->state( $world ), 'Its buyer sees no draft.' );
		self::assertSame( [ 'ACME', self::SIRET ], $this->bought_by( $world ) );
		[ $draft ] = $this->invoices( $world );
		self::assertSame( [ TaskState::Done, '' ], [ $draft->state, $draft->remote_number ] );
		self::assertCount( 1, $world->sellsy->documents );
		self::assertSame( 'company', $this->customer_of( $world, $draft ) );
	}

	public function test_a_final_invoice_is_credited_and_issued_anew(): void {
		$world = $this->world();
		[ $first ] = $this->invoices( $world );
		$this->ask( $world );
		$world->pass_time( 2 );
		self::assertSame( (string) $first->id, $this->request( $world )->problem?->fact( 'invoice' ) );
		self::assertNotNull( $this->accept( $world ) );
		$world->pass_time( 5 );

		[ $old, $new ] = $this->invoices( $world );
		self::assertSame( $first->remote_number, $old->remote_number );
		self::assertNotSame( '', $new->remote_number );
		self::assertSame( 'individual', $this->customer_of( $world, $old ) );
		self::assertSame( 'company', $this->customer_of( $world, $new ) );
		self::assertSame( CompanyRequestState::Done, $this->state( $world ) );
		self::assertCount( 3, $world->sellsy->documents, 'Invoice, credit note, invoice.' );
	}

	public function test_what_was_paid_goes_over_to_the_company_and_nobody_is_asked_again(): void {
		$world = $this->world( is_paid: true );
		$this->ask( $world );
		$world->pass_time( 2 );
		$this->accept( $world );
		$world->pass_time( 5 );

		$stopped = array_filter(
			$world->ledger->for_order( 1 ),
			static fn ( Task $task ): bool => $task->state === TaskState::Attention
		);
		self::assertSame( [], $stopped );
		[ $old, $new ] = $this->invoices( $world );
		self::assertSame(
			[ $world->sellsy->billed[ $new->remote_id ] ],
			array_column( $world->payments->made, 'customer' )
		);
		self::assertSame(
			[ '0', '0' ],
			[
				$world->payments->remaining_due( DocumentKind::Invoice, $old->remote_id )->to_string(),
				$world->payments->remaining_due( DocumentKind::Invoice, $new->remote_id )->to_string(),
			]
		);
		self::assertSame( CompanyRequestState::Done, $this->state( $world ), 'The buyer reads that it is made out.' );
		$names = new DocumentNames();
		$texts = new TaskText(
			new ProblemText(),
			new DocumentPage( 'https://sellsy.example' ),
			new EffectText( $names ),
			$names
		);
		self::assertSame(
			'Company entered in the order, as the customer asked',
			$texts->effect( $this->request( $world ) ),
			'The owner reads what the row did.'
		);
	}

	public function test_nothing_is_credited_while_a_person_must_say_who_the_company_is(): void {
		$world = new World( true );
		$world->sellsy->has_customer(
			new CustomerRef( CustomerType::Individual, 40 ),
			'client@example.com',
			'',
			'client',
			'',
			'',
			''
		);
		$world = $this->invoiced( $world );
		self::assertSame( 'individual', $this->customer_of( $world, $this->invoices( $world )[0] ) );
		$this->ask( $world );
		$world->pass_time( 2 );
		$this->accept( $world );
		$world->pass_time( 5 );

		$row = $this->request( $world );
		self::assertSame(
			[ TaskState::Attention, ProblemCode::CustomerOtherKind ],
			[ $row->state, $row->problem?->code ]
		);
		self::assertCount( 1, $world->sellsy->documents, 'Nothing was credited.' );
		self::assertSame( CompanyRequestState::Accepted, $this->state( $world ) );

		self::assertTrue( $world->choose->choose( $row->id, null ), 'None of these: the company is another.' );
		$world->pass_time( 5 );
		self::assertCount( 3, $world->sellsy->documents );
		self::assertSame( 'company', $this->customer_of( $world, $this->invoices( $world )[1] ) );
		self::assertSame( CompanyRequestState::Done, $this->state( $world ) );
	}

	public function test_nothing_is_entered_for_a_buyer_who_was_erased(): void {
		$world = $this->world();
		$this->ask( $world );
		$world->pass_time( 2 );
		$order = $world->shop->orders[1];

		$world->shop->orders[1] = new OrderSnapshot(
			...[
				...get_object_vars( $order ),
				'buyer' => new Buyer(
					...[
						...get_object_vars( $order->buyer ),
						'is_erased' => true,
					]
				),
			]
		);
		$this->accept( $world );
		$world->pass_time( 5 );
		self::assertSame( TaskState::Skipped, $this->request( $world )->state );
		self::assertSame( [ '', '' ], $this->bought_by( $world ) );
		self::assertCount( 1, $world->sellsy->documents );
	}

	public function test_before_there_is_an_invoice_only_the_order_changes(): void {
		$world = $this->world( fires: false );
		$this->ask( $world );
		$world->pass_time( 2 );
		$this->accept( $world );
		self::assertSame( CompanyRequestState::Accepted, $this->state( $world ) );
		self::assertSame( [ 'ACME', self::SIRET ], $this->bought_by( $world ) );
		$world->fire( 1 );
		$world->pass_time( 5 );
		self::assertSame( 'company', $this->customer_of( $world, $this->invoices( $world )[0] ) );
		self::assertSame( CompanyRequestState::Done, $this->state( $world ) );
	}

	public function test_what_was_not_shown_is_not_credited(): void {
		$world = $this->world( finalise: false );
		$this->ask( $world );
		$world->pass_time( 2 );
		$world->engine->finalise_now()->finalise( $this->invoices( $world )[0]->id );
		$world->pass_time( 2 );
		self::assertNotSame( '', $this->invoices( $world )[0]->remote_number );

		self::assertNull( $this->accept( $world ), 'The owner had read that a draft is changed.' );
		self::assertCount( 1, $this->invoices( $world ) );
		self::assertSame( '', $world->shop->orders[1]->buyer->company );
		self::assertNotNull( $this->accept( $world ), 'By now the row says it.' );
		$world->pass_time( 5 );
		self::assertCount( 2, $this->invoices( $world ) );
	}

	public function test_both_totals_are_known_before(): void {
		foreach ( [ true, false ] as $finalise ) {
			$world = $this->world( $finalise );
			$this->ask( $world );
			$world->pass_time( 2 );
			$would = $this->would( $world );
			self::assertSame( [ 1200, 1200, true ], [ $would?->before, $would?->after, $would?->is_made ] );
			self::assertSame( $this->invoices( $world )[0]->remote_number, $would?->number );
		}
		$world = $this->world( fires: false );
		$this->ask( $world );
		$world->pass_time( 2 );
		$would = $this->would( $world );
		self::assertSame( [ null, 1200, false ], [ $would?->before, $would?->after, $would?->is_made ] );
	}

	public function test_of_a_final_invoice_only_what_is_left_would_be_credited(): void {
		$world = $this->world();
		$this->refund( $world );
		$this->ask( $world );
		$world->pass_time( 2 );
		$would = $this->would( $world );
		self::assertSame( [ 800, 800 ], [ $would?->before, $would?->after ] );

		$all = $world->report->rows;
		foreach ( array_keys( $all ) as $id ) {
			$world->report->rows = array_diff_key( $all, [ $id => true ] );
			$asked = $world->engine->weigh_company()->question( 1 );
			self::assertSame( '', $asked->fact( 'before' ), 'One of them is not known.' );
		}
		self::assertCount( 2, $all );
	}

	public function test_totals_that_changed_since_are_asked_about_anew(): void {
		$world = $this->world();
		$this->ask( $world );
		$world->pass_time( 2 );
		$this->refund( $world );
		self::assertNull( $this->accept( $world ), 'The owner had read 12.00.' );
		$would = $this->would( $world );
		self::assertSame( [ 800, 800 ], [ $would?->before, $would?->after ] );
		self::assertSame( CompanyRequestState::Waiting, $this->state( $world ) );
		self::assertNotNull( $this->accept( $world ) );
		$world->pass_time( 5 );
		self::assertCount( 2, $this->invoices( $world ) );
	}

	public function test_an_order_that_cannot_be_read_is_refused_or_looked_at_again_but_not_accepted(): void {
		$world = $this->world();
		$this->ask( $world );
		$world->pass_time( 2 );
		$world->shop->damaged = [ 1 ];
		self::assertNotNull( $this->would( $world ) );
		self::assertNull( $this->accept( $world ) );

		$row = $this->request( $world );
		self::assertSame( [ TaskState::Attention, ProblemCode::CompanyAsked ], [ $row->state, $row->problem?->code ] );
		self::assertNull( $this->would( $world ), 'Totals are not known.' );
		self::assertNull( $this->accept( $world ) );
		self::assertSame( '', $world->shop->orders[1]->buyer->company );

		$world->shop->damaged = [];
		$world->retry->retry( $row->id );
		$world->pass_time( 2 );
		self::assertNotNull( $this->accept( $world ) );
	}

	public function test_code_of_a_plugin_that_fails_is_named_and_nothing_is_lost(): void {
		$world = $this->world();
		$this->ask( $world );
		$world->pass_time( 2 );
		$world->shop->damaged = [ 1 ];
		$world->shop->damage  = new BrokenFilter( 'orderinvoicer_order_buyer', 'TypeError plugin.php:12' );
		self::assertNull( $this->accept( $world ) );

		$asked = $this->request( $world )->problem ?? self::fail( 'It asks.' );
		self::assertSame( [ ProblemCode::CompanyAsked, false ], [ $asked->code, $asked->is_weighed() ] );
		$text = new ProblemText();
		$named = '"orderinvoicer_order_buyer" (TypeError plugin.php:12)';
		self::assertStringContainsString( $named, $text->text( $asked ) );
		self::assertStringContainsString( 'whoever wrote that code', $text->next_step( $asked ) );
		self::assertSame( CompanyRequestState::Waiting, $this->state( $world ) );

		$world->shop->damaged = [];
		$world->retry->retry( $this->request( $world )->id );
		$world->pass_time( 2 );
		self::assertNotNull( $this->accept( $world ) );
	}

	public function test_a_request_is_answered_once(): void {
		$world = $this->world();
		$this->ask( $world );
		$world->pass_time( 2 );
		$seen = $this->request( $world );
		self::assertNull( $world->engine->decide_company()->refuse( $seen, '' ), 'No reason.' );
		self::assertNotNull( $world->engine->decide_company()->accept( $seen ) );
		self::assertNull( $world->engine->decide_company()->accept( $seen ) );
		self::assertNull( $world->engine->decide_company()->refuse( $seen, 'Too late.' ) );
		$world->pass_time( 5 );
		self::assertCount( 2, $this->invoices( $world ) );
		self::assertSame( '', $world->fake( FakeCompanyRequests::class )->requests[1]->refusal );
	}

	public function test_of_two_who_ask_at_once_the_first_is_kept(): void {
		$world = $this->world();

		$world->fake( FakeCompanyRequests::class )->meanwhile = function () use ( $world ): void {
			self::assertTrue( $this->asking( $world )->ask( 1, new CompanyData( 'First', self::SIRET, '', '' ) ) );
		};
		self::assertFalse( $this->ask( $world ) );
		self::assertSame( 'First', $world->fake( FakeCompanyRequests::class )->requests[1]->data->company );
	}

	public function test_of_two_answers_at_once_the_first_is_kept(): void {
		$world = $this->world();
		$this->ask( $world );
		$world->pass_time( 2 );
		$seen = $this->request( $world );

		$world->fake( FakeCompanyRequests::class )->meanwhile = function () use ( $world ): void {
			self::assertNotNull( $this->refuse( $world, 'No.', 1 ) );
		};
		self::assertNull( $world->engine->decide_company()->accept( $seen ) );
		self::assertSame( 'No.', $world->fake( FakeCompanyRequests::class )->requests[1]->refusal );
		self::assertSame( CompanyRequestState::Refused, $this->state( $world ) );
		self::assertSame( '', $world->shop->orders[1]->buyer->company );
	}

	public function test_a_buyer_whose_request_was_cut_short_may_ask_again(): void {
		for ( $at = 1; $at <= 6; $at++ ) {
			$world = $this->world();

			$world->fate->kill_at = $world->fate->steps + $at;
			try {
				$this->ask( $world );
			} catch ( Killed ) {
				self::assertGreaterThan( 0, $at );
			}
			$world->fate->revive();
			$world->pass_time( 5 );
			if ( ( $world->fake( FakeCompanyRequests::class )->requests[1] ?? null ) === null ) {
				self::assertTrue( $this->ask( $world ), "Killed at $at." );
			}
			$world->pass_time( 5 );
			$number = $world->fake( FakeCompanyRequests::class )->requests[1]->number;
			self::assertSame( ProblemCode::CompanyAsked, $this->request( $world, $number )->problem?->code );
		}
	}

	public function test_an_erased_request_is_left_out(): void {
		foreach ( [ 0, 2 ] as $minutes ) {
			$world = $this->world();
			$this->ask( $world );
			$world->pass_time( $minutes );
			unset( $world->fake( FakeCompanyRequests::class )->requests[1] );
			self::assertNull( $this->accept( $world ) );
			$world->pass_time( 2 );
			self::assertSame( TaskState::Skipped, $this->request( $world )->state );
			self::assertCount( 1, $this->invoices( $world ) );
		}
	}

	public function test_a_runner_that_dies_anywhere_leaves_one_credit_note_and_one_new_invoice(): void {
		$at = 0;
		do {
			$world = $this->world();
			$this->ask( $world );
			$world->pass_time( 2 );
			$at += 8; // All of them take seven seconds, and were seen to pass.
			$last = $world->fate->steps + $at;

			$world->fate->kill_at = $last;
			try {
				$this->accept( $world );
			} catch ( Killed ) {
				self::assertGreaterThan( 0, $at );
			}
			$is_killed = $world->fate->steps >= $last;
			$world->fate->revive();
			$world->pass_time( 40 );
			if ( $this->state( $world ) === CompanyRequestState::Waiting ) {
				$this->accept( $world );
				$world->pass_time( 40 );
			}
			self::assertSame( CompanyRequestState::Done, $this->state( $world ), "Killed at $at." );
			self::assertCount( 3, $world->sellsy->documents, "Killed at $at." );
		} while ( $is_killed );
		self::assertGreaterThan( 50, $at );
	}

	/** What the owner reads before they accept: nothing of a payment that nobody recorded. */
	public function test_a_payment_is_spoken_of_only_where_one_was_recorded(): void {
		$paid   = $this->world( is_paid: true );
		$unpaid = $this->world();
		$paid->pass_time( 10 );

		self::assertTrue( $paid->engine->open_reissue()->has_payment( 1 ) );
		self::assertFalse( $unpaid->engine->open_reissue()->has_payment( 1 ) );
	}

	/** What somebody recorded in Sellsy is never moved. */
	public function test_a_payment_that_was_adopted_goes_over_to_no_other_invoice(): void {
		$world = $this->world();
		$world->change_settings( [ 'payments' => [ 'enabled' => true ] ] );
		$world->newest_payments->by_hand( $world->row()->remote_id, '12', paid_at: $world->clock->now() );
		$world->order( 1, is_paid: true );
		$world->fire( 1 );
		$world->pass_time( 10 );
		$key = new TaskKey( order_id: 1, effect: Effect::RecordPayment );

		self::assertSame( TaskState::Done, $world->ledger->find_by_key( $key )?->state );
		self::assertFalse( $world->engine->open_reissue()->has_payment( 1 ) );
	}

	public function test_a_persons_order_is_invoiced_to_another_customer_for_certain(): void {
		$world = $this->world();
		$weigh = $world->engine->weigh_company();
		self::assertTrue( $weigh->is_for_another( 1 ) );

		$world->order(
			1,
			buyer: new Buyer(
				user_id: 0,
				email: 'a@alpha.test',
				first_name: '',
				last_name: '',
				company: 'Alpha',
				phone: '',
				siren: '',
				siret: '',
				vat_number: ''
			)
		);
		self::assertFalse( $weigh->is_for_another( 1 ) );
		$world->shop->other_code = new BrokenFilter( 'filter', 'Error plugin.php:1' );
		self::assertFalse( $weigh->is_for_another( 1 ), 'It is not known.' );
	}

	private function world(
		bool $finalise = true,
		int $days = 30,
		bool $fires = true,
		bool $is_paid = false,
	): World {
		return $this->invoiced( new World( $finalise ), $days, $fires, $is_paid );
	}

	private function invoiced( World $world, int $days = 30, bool $fires = true, bool $is_paid = false ): World {
		$world->change_settings(
			[
				'shopper'    => [ 'company_days' => $days ],
				'creditnote' => [
					'enabled'  => true,
					'finalise' => Finalise::NOW,
				],
				'payments'   => [
					'enabled' => $is_paid,
					'methods' => [
						[
							'gateway'   => 'stripe',
							'method_id' => 4,
						],
					],
				],
			]
		);
		$world->order( 1, is_paid: $is_paid );
		if ( $fires ) {
			$world->fire( 1 );
			$world->pass_time( 5 );
		}
		return $world;
	}

	private function refund( World $world ): void {
		$world->shop->refunds[1][] = new RefundSnapshot(
			id: 501,
			amount: Decimal::from_string( '4.00' ),
			lines: [],
			reason: '',
			created_at: $world->clock->now(),
			is_paid_back: false
		);
		$world->fire( 1, OrderEvent::REFUNDED );
		$world->pass_time( 10 );
	}

	private function data(): CompanyData {
		return new CompanyData( 'ACME', self::SIRET, '', 'PO-7' );
	}

	private function asking( World $world ): AskForCompany {
		return $world->engine->ask_for_company();
	}

	private function ask( World $world ): bool {
		return $this->asking( $world )->ask( 1, $this->data() );
	}

	private function accept( World $world ): ?Task {
		return $world->engine->decide_company()->accept( $this->request( $world ) );
	}

	private function refuse( World $world, string $why, int $number ): ?Task {
		return $world->engine->decide_company()->refuse( $this->request( $world, $number ), $why );
	}

	private function state( World $world ): ?CompanyRequestState {
		$requests = $world->fake( FakeCompanyRequests::class )->requests;
		return $world->engine->company_request_states()->of( 1, $requests[1] );
	}

	private function request( World $world, int $number = 1 ): Task {
		foreach ( $world->ledger->for_order( 1 ) as $row ) {
			if ( $row->key->effect === Effect::ChangeCompany && $row->key->part === (string) $number ) {
				return $row;
			}
		}
		self::fail( 'No request.' );
	}

	/** What the owner reads. */
	private function would( World $world ): ?CompanyConsequence {
		return CompanyConsequence::from_problem( $this->request( $world )->problem ?? self::fail( 'No question.' ) );
	}

	/** @return list<Task> */
	private function invoices( World $world ): array {
		return array_values(
			array_filter(
				$world->ledger->for_order( 1 ),
				static fn ( Task $task ): bool => $task->key->effect === Effect::CreateInvoice
			)
		);
	}

	private function customer_of( World $world, Task $invoice ): string {
		return rtrim( $world->sellsy->billed[ $invoice->remote_id ], '0123456789' );
	}

	/** @return array{string, string} */
	private function bought_by( World $world ): array {
		$buyer = $world->shop->orders[1]->buyer;
		return [ $buyer->company, $buyer->siret ];
	}
}
