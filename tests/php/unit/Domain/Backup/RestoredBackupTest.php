<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Backup;

use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\StepCode;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Tests\Unit\Domain\Refunds\CreditedOrderTestCase;
use OrderInvoicer\Tests\Unit\World\Backup;
use OrderInvoicer\Tests\Unit\World\World;

/** The database is put back to before a document was made. Sellsy has it, and the ledger no longer knows. */
final class RestoredBackupTest extends CreditedOrderTestCase {

	private Backup $backup;

	protected function setUp(): void {
		parent::setUp();
		$this->world->change_settings( [ 'payments' => self::PAYMENTS ] );
		$this->world->pass_time( 1 );
	}

	public function test_the_invoice_is_adopted_and_no_second_one_made(): void {
		$made = $this->invoice_that_the_backup_lacks();

		$this->invoice();

		self::assertCount( 1, $this->world->sellsy->documents );
		self::assertSame(
			[ TaskState::Done, $made->id, $made->number ],
			[
				$this->row( Effect::CreateInvoice )?->state,
				$this->row( Effect::CreateInvoice )?->remote_id,
				$this->row( Effect::CreateInvoice )?->remote_number,
			]
		);
		self::assertSame( 'SHOP-1', $this->row( Effect::CreateInvoice )?->intent->key );
		self::assertNull( $this->world->engine->gaps()->open_gap( DocumentKind::Invoice ), 'Still open.' );
		self::assertNull( $this->row( Effect::ValidateInvoice ), 'It is final already.' );
	}

	public function test_its_trail_says_where_it_came_from(): void {
		$this->invoice_that_the_backup_lacks();
		$this->world->fire( 1 );

		$this->world->process->process( $this->row( Effect::CreateInvoice )->id ?? 0 );

		self::assertContains( StepCode::Adopted, array_column( $this->world->shop->steps, 'code' ) );
		self::assertNotContains( StepCode::Made, array_column( $this->world->shop->steps, 'code' ) );
	}

	public function test_without_a_pass_in_between_the_first_row_looks_back(): void {
		$this->invoice_that_the_backup_lacks();
		$this->world->fire( 1 );

		$this->world->due->of_order( 1 );

		self::assertCount( 1, $this->world->sellsy->documents );
		self::assertSame( [ 'invoice' ], $this->world->gaps->asked );
	}

	/** @dataProvider others */
	public function test_anything_else_of_that_key_is_left_to_a_person(
		\Closure $change,
		string $customer,
		string $total,
	): void {
		$made = $this->invoice_that_the_backup_lacks();
		$change( $this->world, $made );
		$before = count( $this->world->sellsy->documents );

		$this->invoice();

		$row = $this->row( Effect::CreateInvoice );
		self::assertCount( $before, $this->world->sellsy->documents );
		self::assertSame(
			[ TaskState::Attention, ProblemCode::UnrecordedDocument ],
			[ $row?->state, $row?->problem?->code ]
		);
		self::assertSame(
			[ $made->number, 'SHOP-1', $customer, $total ],
			[
				$row?->problem?->fact( 'number' ),
				$row?->problem?->fact( 'reference' ),
				$row?->problem?->fact( 'customer' ),
				$row?->problem?->fact( 'order_total' ),
			]
		);
	}

	/** @return iterable<string, array{\Closure(World, RemoteDocument): void, string, string}> */
	public static function others(): iterable {
		yield 'another total' => [
			static fn ( World $world ) => $world->order( 1, ht: '20.00', vat: '4.00' ),
			'same',
			'24.00',
		];
		yield 'the same total with other VAT' => [
			static function ( World $world, RemoteDocument $made ): void {
				$world->invoicing->edited( $made->id, '11.00', '12.00' );
			},
			'same',
			'12.00',
		];
		yield 'the same amount without VAT with another total' => [
			static function ( World $world, RemoteDocument $made ): void {
				$world->invoicing->edited( $made->id, '10.00', '12.50' );
			},
			'same',
			'12.00',
		];
		yield 'another customer' => [
			static fn ( World $world ) => $world->order( 1, World::buyer( 6, 'autre@example.com' ) ),
			'other',
			'12.00',
		];
		yield 'cancelled at Sellsy' => [
			static function ( World $world, RemoteDocument $made ): void {
				$world->sellsy->documents[ $made->id ] = new RemoteDocument(
					kind: $made->kind,
					id: $made->id,
					number: $made->number,
					status: 'cancelled',
					key: $made->key,
					amounts: $made->amounts,
					created: $made->created
				);
			},
			'same',
			'12.00',
		];
		yield 'two of them' => [
			static function ( World $world, RemoteDocument $made ): void {
				$twin                       = new RemoteDocument(
					kind: $made->kind,
					id: 90,
					number: 'F-0090',
					status: 'due',
					key: $made->key,
					amounts: $made->amounts,
					created: $made->created
				);
				$world->sellsy->documents   = [ 90 => $twin ] + $world->sellsy->documents;
				$world->sellsy->billed[90] = $world->sellsy->billed[ $made->id ];
			},
			'same',
			'12.00',
		];
	}

	public function test_an_order_with_the_number_of_a_lost_one_is_invoiced_once_the_reference_is_taken_away(): void {
		$made = $this->invoice_that_the_backup_lacks();
		$this->world->order( 1, ht: '20.00', vat: '4.00' );
		$this->invoice();
		$row = $this->row( Effect::CreateInvoice );
		self::assertSame( ProblemCode::UnrecordedDocument, $row?->problem?->code );

		$this->world->retry->retry( $row->id );
		$this->world->pass_time( 2 );
		self::assertSame(
			ProblemCode::UnrecordedDocument,
			$this->row( Effect::CreateInvoice )?->problem?->code,
			'Trying again alone changes nothing.'
		);

		$this->world->sellsy->documents[ $made->id ] = new RemoteDocument(
			kind: $made->kind,
			id: $made->id,
			number: $made->number,
			status: 'due',
			key: 'Commande 1',
			amounts: $made->amounts,
			created: $made->created
		);
		$this->world->retry->retry( $row->id );
		$this->world->pass_time( 2 );
		self::assertSame( TaskState::Done, $this->row( Effect::CreateInvoice )?->state );
		self::assertCount( 2, $this->world->sellsy->documents );
	}

	public function test_one_that_was_deleted_at_sellsy_since_is_made_again(): void {
		$made = $this->invoice_that_the_backup_lacks();
		$this->world->fire( 1 );
		$this->world->gaps->page( DocumentKind::Invoice, $this->world->clock->now(), '' );
		$this->world->sellsy->plan( 'get_document', FailureKind::NotFound );

		$this->invoice();

		self::assertSame( TaskState::Done, $this->row( Effect::CreateInvoice )?->state );
		self::assertNotSame( $made->id, $this->row( Effect::CreateInvoice )?->remote_id );
	}

	/** Plugins that number orders anew may give two of them one number. */
	public function test_what_an_order_has_adopted_is_not_in_the_way_of_another_of_the_same_number(): void {
		$this->invoice_that_the_backup_lacks();
		$this->invoice();
		$this->world->order( 2, World::buyer( 6, 'autre@example.com' ) );
		$this->world->renumber( 2, '1' );
		$this->world->fire( 2 );
		$this->world->pass_time( 5 );

		self::assertSame(
			TaskState::Done,
			$this->world->ledger->find_by_key( new TaskKey( 2, Effect::CreateInvoice ) )?->state
		);
		self::assertCount( 2, $this->world->sellsy->documents );
	}

	public function test_it_is_adopted_although_the_shop_has_another_code_by_now(): void {
		$this->world->change_settings( [ 'invoice' => [ 'email' => true ] ] );
		$made = $this->invoice_that_the_backup_lacks();
		$this->world->order( 2, World::buyer( 6, 'autre@example.com' ) );
		$this->world->fire( 2 );
		$this->world->pass_time( 2 );
		$this->world->change_settings( [ 'shop_code' => 'OTHER' ] );

		$this->invoice();

		self::assertCount( 2, $this->world->sellsy->documents );
		self::assertSame(
			[ TaskState::Done, $made->id ],
			[ $this->row( Effect::CreateInvoice )?->state, $this->row( Effect::CreateInvoice )?->remote_id ]
		);
		self::assertSame( ProblemCode::SendUnknown, $this->email()->problem?->code );
	}

	public function test_a_payment_is_found_and_not_recorded_twice(): void {
		$this->world->order( 1, is_paid: true );
		$this->pay();
		$this->invoice_that_the_backup_lacks();
		self::assertCount( 1, $this->world->payments->made );

		$this->invoice();

		self::assertCount( 1, $this->world->payments->made );
		self::assertSame( TaskState::Done, $this->row( Effect::RecordPayment )?->state );
	}

	public function test_a_payment_that_was_waiting_in_the_backup_is_found_too_although_nothing_else_is_lost(): void {
		$this->world->fire( 1 );
		$this->world->process->process( 1 );
		$this->world->process->process( $this->row( Effect::ValidateInvoice )->id ?? 0 );
		self::assertSame( TaskState::Queued, $this->row( Effect::RecordPayment )?->state );
		$this->backup = Backup::of( $this->world );
		$this->world->pass_time( 5 );
		self::assertCount( 1, $this->world->payments->made );
		$this->restore();

		$this->world->pass_time( 5 );

		self::assertCount( 1, $this->world->payments->made );
		self::assertSame(
			[ TaskState::Done, null ],
			[ $this->row( Effect::RecordPayment )?->state, $this->row( Effect::RecordPayment )?->problem?->code ]
		);
		self::assertNull( $this->world->engine->gaps()->restored_at(), 'No document tells of a backup.' );
	}

	public function test_a_payment_that_is_told_again_after_the_backup_is_found_although_its_row_is_new(): void {
		$this->pay( null );
		$this->invoice();
		$this->backup = Backup::of( $this->world );
		$this->pay();
		$this->world->fire( 1 );
		$this->world->pass_time( 5 );
		self::assertCount( 1, $this->world->payments->made );
		$this->restore();
		$this->pay( null );
		$this->world->pass_time( 10 );

		$this->pay();
		$this->world->fire( 1 );
		$this->world->pass_time( 10 );

		self::assertCount( 1, $this->world->payments->made );
		self::assertSame( TaskState::Done, $this->row( Effect::RecordPayment )?->state );
	}

	public function test_an_email_of_an_adopted_document_is_a_persons_to_decide(): void {
		$this->world->change_settings( [ 'invoice' => [ 'email' => true ] ] );
		$this->invoice_that_the_backup_lacks();
		self::assertCount( 1, $this->world->steps->mails );

		$this->invoice();

		$row = $this->email();
		self::assertSame( [ TaskState::Attention, ProblemCode::SendUnknown ], [ $row->state, $row->problem?->code ] );
		self::assertCount( 1, $this->world->steps->mails );

		$this->world->retry->retry( $row->id );
		$this->world->pass_time( 2 );
		self::assertCount( 2, $this->world->steps->mails, 'Trying again is the person\'s word for it.' );
	}

	public function test_an_email_that_was_waiting_in_the_backup_asks_too_although_its_invoice_is_known(): void {
		$this->world->change_settings( [ 'invoice' => [ 'email' => true ] ] );
		$this->world->fire( 1 );
		$this->world->process->process( 1 );
		$this->world->process->process( $this->row( Effect::ValidateInvoice )->id ?? 0 );
		$this->backup = Backup::of( $this->world );
		$this->world->order( 2, World::buyer( 6, 'autre@example.com' ) );
		$this->world->fire( 2 );
		$this->world->pass_time( 5 );
		self::assertCount( 2, $this->world->steps->mails );
		$this->restore();

		$this->world->pass_time( 5 );

		self::assertSame( ProblemCode::SendUnknown, $this->email()->problem?->code );
		self::assertCount( 2, $this->world->steps->mails );
	}

	public function test_an_email_of_a_draft_that_became_final_since_asks_too_although_its_row_is_new(): void {
		$this->world->change_settings(
			[
				'invoice' => [
					'email'    => true,
					'finalise' => 'hours:24',
				],
			]
		);
		$this->world->fire( 1 );
		$this->world->pass_time( 2 );
		$this->backup = Backup::of( $this->world );
		$this->world->order( 2, World::buyer( 6, 'autre@example.com' ) );
		$this->world->fire( 2 );
		$this->world->pass_time( 2 );
		$this->world->clock->advance( 25 * 3600 );
		$this->world->pass_time( 5 );
		self::assertCount( 2, $this->world->steps->mails );
		$this->backup->put_back();
		$this->world->order( 3, World::buyer( 7, 'troisieme@example.com' ) );
		$this->world->fire( 3 );
		$this->world->process->process(
			$this->world->ledger->find_by_key( new TaskKey( 3, Effect::CreateInvoice ) )->id ?? 0
		);
		self::assertNotNull( $this->world->engine->gaps()->restored_at() );
		$this->world->pass_time( 10 );

		self::assertSame( ProblemCode::SendUnknown, $this->email()->problem?->code );
		self::assertCount( 2, $this->world->steps->mails );
	}

	public function test_a_credit_note_is_adopted_and_its_money_not_paid_back_twice(): void {
		$this->world->order( 1, is_paid: true );
		$this->pay();
		$this->invoice();
		$this->backup = Backup::of( $this->world );
		$this->refund( 501, '4.00', '3.3333', '0.6667', true );
		$made = $this->note( 501 );
		self::assertCount( 2, $this->world->payments->made );
		$this->restore();

		$this->world->fire( 1, OrderEvent::REFUNDED );
		$this->world->pass_time( 10 );

		self::assertCount( 1, $this->notes() );
		self::assertSame( $made->id, $this->row( Effect::CreateCreditNote, 501 )?->remote_id );
		self::assertSame( [ 'done', null, 'done' ], $this->states( 501 ) );
		self::assertCount( 2, $this->world->payments->made );
		self::assertSame( TaskState::Done, $this->row( Effect::PayBack, 501 )?->state );
	}

	public function test_a_shop_that_slept_pays_one_call_and_makes_its_invoice(): void {
		$this->world->clock->advance( 8 * 3600 );

		$this->invoice();

		self::assertSame( [ 'invoice' ], $this->world->gaps->asked );
		self::assertCount( 1, $this->world->sellsy->documents );
		$this->world->pass_time( 60 );
		self::assertSame( [ 'invoice' ], $this->world->gaps->asked, 'Passes keep it awake.' );
	}

	public function test_a_fresh_shop_and_one_that_is_awake_pay_nothing(): void {
		$world = new World( true );
		$world->order( 1 );
		$world->fire( 1 );
		$world->due->run( 20 );
		$world->clock->advance( 9 * 60 );
		$world->order( 2 );
		$world->fire( 2 );
		$world->due->run( 20 );

		self::assertCount( 2, $world->sellsy->documents );
		self::assertSame( [], $world->gaps->asked );
	}

	public function test_one_whose_passes_did_not_come_for_more_than_ten_minutes_looks_back(): void {
		$this->world->clock->advance( 10 * 60 + 1 );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );

		self::assertSame( [ 'invoice' ], $this->world->gaps->asked );
	}

	public function test_a_sign_of_life_in_the_future_is_none(): void {
		$this->world->engine->gaps()->awake( $this->world->clock->now()->modify( '+3 hours' ) );
		$this->invoice();

		self::assertSame( [ 'invoice' ], $this->world->gaps->asked );
		self::assertEquals( $this->world->clock->now(), $this->world->engine->gaps()->awake_at() );
	}

	public function test_clocks_of_several_servers_may_differ_a_little(): void {
		$this->world->engine->gaps()->awake( $this->world->clock->now()->modify( '+20 seconds' ) );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );

		self::assertSame( [], $this->world->gaps->asked );
	}

	/** A clock that was wrong for a while: what came since is then listed from now, not from that day to come. */
	public function test_a_sign_of_life_days_ahead_hides_nothing(): void {
		$made = $this->invoice_that_the_backup_lacks();
		$this->world->engine->gaps()->awake( $this->world->clock->now()->modify( '+3 days' ) );

		$this->invoice();

		self::assertCount( 1, $this->world->sellsy->documents );
		self::assertSame( $made->id, $this->row( Effect::CreateInvoice )?->remote_id );
	}

	public function test_nothing_is_made_before_the_list_is_whole_and_it_goes_on_where_it_was(): void {
		$this->world->gaps->page = 1;
		for ( $id = 2; $id <= 14; $id++ ) {
			$this->world->order( $id, World::buyer( $id, "client$id@example.com" ) );
			$this->world->fire( $id );
		}
		$this->world->pass_time( 5 );
		self::assertCount( 13, $this->world->sellsy->documents );
		$this->world->gaps->asked = [];
		$this->world->clock->advance( 3600 );
		$this->world->fire( 1 );
		$id = $this->row( Effect::CreateInvoice )->id ?? 0;

		$this->world->process->process( $id );

		self::assertSame(
			[ TaskState::Queued, ProblemCode::LooksBack, 0 ],
			[
				$this->world->row( $id )->state,
				$this->world->row( $id )->problem?->code,
				$this->world->row( $id )->attempts,
			]
		);
		self::assertCount( 13, $this->world->sellsy->documents );

		$this->world->clock->advance( 5 );
		$this->world->process->process( $id );
		self::assertSame( TaskState::Done, $this->world->row( $id )->state );
		self::assertSame( [ 'invoice', 'invoice 1', 'invoice 2' ], array_slice( $this->world->gaps->asked, 0, 3 ) );
		self::assertSame(
			array_values( array_unique( $this->world->gaps->asked ) ),
			$this->world->gaps->asked,
			'No page was read twice.'
		);
	}

	/** @dataProvider failures */
	public function test_while_sellsy_does_not_answer_it_waits_says_why_and_goes_on_by_itself(
		FailureKind $kind,
		ProblemCode $code,
	): void {
		$this->invoice_that_the_backup_lacks();
		$this->world->gaps->fails = [ $kind ];
		$this->world->fire( 1 );

		$this->world->due->run( 20 );

		self::assertSame(
			[ TaskState::Queued, $code ],
			[ $this->row( Effect::CreateInvoice )?->state, $this->row( Effect::CreateInvoice )?->problem?->code ]
		);
		self::assertNotNull( $this->world->engine->gaps()->open_gap( DocumentKind::Invoice ) );
		$this->world->pass_time( 30 );
		self::assertSame( TaskState::Done, $this->row( Effect::CreateInvoice )?->state );
		self::assertCount( 1, $this->world->sellsy->documents );
	}

	/** @return iterable<string, array{FailureKind, ProblemCode}> */
	public static function failures(): iterable {
		yield 'out of quota' => [ FailureKind::RateLimited, ProblemCode::RateLimited ];
		yield 'not reached' => [ FailureKind::NotSent, ProblemCode::NotSent ];
		yield 'unreadable' => [ FailureKind::OutcomeUnknown, ProblemCode::SellsyDown ];
		yield 'a right was taken away' => [ FailureKind::AccountBlocked, ProblemCode::AccountBlocked ];
		yield 'no access' => [ FailureKind::Unauthorized, ProblemCode::Unauthorized ];
	}

	/** @dataProvider followers */
	public function test_nothing_is_paid_or_sent_either_before_the_list_is_whole(
		Effect $effect,
		string $part,
		int $refund_id,
		string $list,
	): void {
		$this->world->change_settings( [ 'invoice' => [ 'email' => true ] ] );
		$this->pay();
		if ( $refund_id > 0 ) {
			$this->invoice();
			$this->add( $refund_id, '4.00', '3.3333', '0.6667', true );
			$this->world->fire( 1, OrderEvent::REFUNDED );
		} else {
			$this->world->fire( 1 );
		}
		$key  = new TaskKey( order_id: 1, effect: $effect, refund_id: $refund_id, part: $part );
		$id   = $this->opened_meanwhile( $key );
		$done = [ $this->world->steps->mails, $this->world->payments->made ];
		$this->world->clock->advance( 3600 );
		$this->world->gaps->asked = [];
		$this->world->gaps->fails = [ FailureKind::NotSent ];

		$this->world->process->process( $id );

		self::assertSame( [ $list ], $this->world->gaps->asked );
		self::assertSame(
			[ TaskState::Queued, ProblemCode::NotSent ],
			[ $this->world->row( $id )->state, $this->world->row( $id )->problem?->code ]
		);
		self::assertSame( $done, [ $this->world->steps->mails, $this->world->payments->made ] );
	}

	/** @return iterable<string, array{Effect, string, int, string}> */
	public static function followers(): iterable {
		yield 'an e-mail' => [ Effect::SendDocument, 'invoice', 0, 'invoice' ];
		yield 'a payment' => [ Effect::RecordPayment, '', 0, 'invoice' ];
		yield 'money paid back' => [ Effect::PayBack, '', 501, 'creditnote' ];
	}

	public function test_a_position_that_sellsy_no_longer_knows_begins_anew(): void {
		$this->invoice_that_the_backup_lacks();
		$this->world->order( 2, World::buyer( 6, 'autre@example.com' ) );
		$this->world->engine->gaps()->awake( $this->world->clock->now() );
		$this->world->engine->gaps()->keep(
			DocumentKind::Invoice,
			new \OrderInvoicer\Domain\Backup\Gap( $this->world->clock->now()->modify( '-2 days' ), '77' )
		);
		$this->world->gaps->fails = [ FailureKind::Rejected ];
		$this->world->fire( 1 );

		$this->world->due->run( 20 );
		$this->world->retry->retry( $this->row( Effect::CreateInvoice )->id ?? 0 );
		$this->world->due->run( 20 );

		self::assertSame( [ 'invoice 77', 'invoice' ], $this->world->gaps->asked );
		self::assertCount( 1, $this->world->sellsy->documents );
	}

	public function test_a_second_runner_waits_for_the_one_that_lists(): void {
		$this->invoice_that_the_backup_lacks();
		$now = $this->world->clock->now();
		self::assertTrue(
			$this->world->links->claim(
				$this->world->sellsy->account,
				'look_back',
				'invoice',
				'other-runner',
				$now,
				$now->modify( '+5 minutes' )
			)
		);
		$this->world->fire( 1 );

		$this->world->due->run( 20 );

		self::assertSame( ProblemCode::LooksBack, $this->row( Effect::CreateInvoice )?->problem?->code );
		self::assertSame( [], $this->world->gaps->asked );
	}

	public function test_a_gap_in_a_gap_is_listed_from_its_beginning(): void {
		$this->world->engine->gaps()->keep(
			DocumentKind::Invoice,
			new \OrderInvoicer\Domain\Backup\Gap( new \DateTimeImmutable( '2026-01-01T00:00:00Z' ), '300' )
		);
		$this->world->clock->advance( 3600 );

		$this->world->sweep->run();

		$gap = $this->world->engine->gaps()->open_gap( DocumentKind::Invoice );
		self::assertSame( [ '2026-01-01', '' ], [ $gap?->since->format( 'Y-m-d' ), $gap?->position ] );
	}

	public function test_a_copy_of_the_shop_and_one_that_is_paused_are_not_awake(): void {
		$awake_at                           = $this->world->engine->gaps()->awake_at();
		$this->world->shop->address         = 'staging.example.com';
		$this->world->pass_time( 30 );

		self::assertEquals(
			$awake_at,
			$this->world->engine->gaps()->awake_at(),
			'Copied over the shop, it brings the old sign with it.'
		);
	}

	public function test_documents_of_others_and_those_that_the_ledger_knows_are_not_noted(): void {
		$this->invoice();
		$this->world->sellsy->documents[900] = new RemoteDocument(
			kind: DocumentKind::Invoice,
			id: 900,
			number: 'F-0900',
			status: 'due',
			key: 'Bon 12',
			amounts: new ComputedDocument( [], Decimal::from_string( '10' ), Decimal::from_string( '12' ) ),
			created: $this->world->clock->now()->format( 'c' )
		);
		$this->world->clock->advance( 3600 );
		$this->world->order( 2, World::buyer( 6, 'autre@example.com' ) );
		$this->world->fire( 2 );
		$this->world->pass_time( 5 );

		self::assertSame(
			TaskState::Done,
			$this->world->ledger->find_by_key( new TaskKey( 2, Effect::CreateInvoice ) )?->state
		);
		self::assertNull( $this->world->engine->gaps()->restored_at() );
	}

	public function test_a_lost_answer_before_a_long_outage_is_no_backup_and_stops_no_email(): void {
		$this->world->change_settings( [ 'invoice' => [ 'email' => true ] ] );
		$this->world->sellsy->plan( 'create', FailureKind::OutcomeUnknown, true );
		$this->world->fire( 1 );
		$this->world->due->of_order( 1 );
		$this->world->clock->advance( 3600 );
		$this->world->pass_time( 5 );

		self::assertContains( 'invoice', $this->world->gaps->asked );
		self::assertCount( 1, $this->world->sellsy->documents );
		self::assertNull( $this->world->engine->gaps()->restored_at() );
		self::assertSame( TaskState::Done, $this->email()->state );
		self::assertCount( 1, $this->world->steps->mails );
	}

	public function test_a_lost_answer_in_the_backup_does_not_hide_what_was_made_final_since(): void {
		$this->world->change_settings( [ 'invoice' => [ 'email' => true ] ] );
		$this->world->sellsy->plan( 'create', FailureKind::OutcomeUnknown, true );
		$this->world->fire( 1 );
		$this->world->due->of_order( 1 );
		$this->backup = Backup::of( $this->world );
		$this->world->pass_time( 5 );
		self::assertCount( 1, $this->world->steps->mails );
		$this->restore();

		$this->world->pass_time( 5 );

		self::assertSame( ProblemCode::SendUnknown, $this->email()->problem?->code );
		self::assertCount( 1, $this->world->sellsy->documents );
		self::assertCount( 1, $this->world->steps->mails );
	}

	private function invoice_that_the_backup_lacks(): RemoteDocument {
		$this->backup = Backup::of( $this->world );
		$this->invoice();
		$made = $this->invoice_document();
		self::assertFalse( $made->is_draft() );
		$this->restore();
		return $made;
	}

	private function restore(): void {
		$this->backup->put_back();
		$this->world->clock->advance( 3600 );
		$this->world->gaps->asked = [];
	}

	/** @param string|null $when null: not paid. */
	private function pay( ?string $when = 'now' ): void {
		$order                          = $this->world->shop->orders[1];
		$this->world->shop->orders[1] = new OrderSnapshot(
			...[
				...get_object_vars( $order ),
				'paid_at' => $when === null ? null : $this->world->clock->now(),
			]
		);
	}

	/** Works row after row until this one is there, and leaves it. */
	private function opened_meanwhile( TaskKey $key ): int {
		$row = null;
		for ( $id = 1; $row === null && $id < 20; $id++ ) {
			$this->world->process->process( $id );
			$row = $this->world->ledger->find_by_key( $key );
		}
		self::assertSame( TaskState::Queued, $row?->state );
		return $row->id;
	}

	private function email(): Task {
		return $this->world->ledger->find_by_key(
			new TaskKey( order_id: 1, effect: Effect::SendDocument, refund_id: 0, part: 'invoice' )
		)
			?? throw new \LogicException( 'No e-mail.' );
	}
}
