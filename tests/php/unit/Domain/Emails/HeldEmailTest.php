<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Emails;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\OrderBook\AwaitedDocument;
use OrderInvoicer\Domain\Pauses\Pause;
use OrderInvoicer\Domain\Settings\Rule;
use OrderInvoicer\Tests\Unit\World\Backup;
use OrderInvoicer\Tests\Unit\World\Killed;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

/** WooCommerce's e-mails that wait for their document: each leaves once, with it or when the time is up. */
final class HeldEmailTest extends TestCase {

	private const EMAIL = 'customer_processing_order';
	private const MAIL  = [ '1 ' . self::EMAIL ];

	private const BOTH = [
		'customer_emails' => [
			'documents' => 'attach',
			'emails'    => [ self::EMAIL, 'customer_completed_order' ],
		],
	];

	public function test_it_leaves_as_soon_as_the_invoice_is_final(): void {
		$world = $this->world();
		self::assertTrue( $this->hold( $world ) );
		$world->fire( 1 );
		self::assertSame( [], $world->held->mails );
		$world->due->run( 20 );
		$invoice = $world->ledger->find_by_key( new TaskKey( 1, Effect::CreateInvoice ) );
		self::assertNotSame( '', $invoice?->remote_number );
		self::assertSame( self::MAIL, $world->held->mails );
		$world->pass_time( 60 );
		self::assertSame( [ self::MAIL, TaskState::Done ], [ $world->held->mails, $this->row( $world )->state ] );
	}

	public function test_the_next_brings_the_file_that_could_not_be_had_in_time(): void {
		$world = $this->world();
		$world->change_settings( self::BOTH );
		$world->held->has_no_file = true;
		$this->hold( $world );
		$world->fire( 1 );
		$world->pass_time( 14 );
		self::assertSame( [ self::MAIL, [ 0 ] ], [ $world->held->mails, $world->held->files ] );
		$world->held->has_no_file = false;
		$world->pass_time( 60 );
		self::assertTrue( $this->hold( $world, email: 'customer_completed_order' ) );
	}

	public function test_one_that_only_waited_brought_no_file(): void {
		$world = $this->world();
		$world->change_settings( [ 'customer_emails' => [ 'documents' => 'wait' ] + self::BOTH['customer_emails'] ] );
		$this->hold( $world );
		$world->fire( 1 );
		$world->pass_time( 3 );
		self::assertSame( self::MAIL, $world->held->mails );
		$world->change_settings( self::BOTH );
		self::assertTrue( $this->hold( $world, email: 'customer_completed_order' ) );
	}

	/** @return iterable<string, array{array<string, mixed>}> */
	public static function off(): iterable {
		yield 'nothing ticked' => [ [ 'customer_emails' => [ 'emails' => [] ] ] ];
		yield 'the link alone' => [ [ 'customer_emails' => [ 'documents' => 'link' ] ] ];
		yield 'no such document for customers' => [ [ 'shopper' => [ 'kinds' => [] ] ] ];
		yield 'the invoice comes later' => [ [ 'invoice' => [ 'trigger' => 'completed' ] ] ];
		yield 'a person makes it final' => [ [ 'invoice' => [ 'finalise' => 'manual' ] ] ];
		yield 'final after hours' => [ [ 'invoice' => [ 'finalise' => 'hours:2' ] ] ];
		yield 'no invoices' => [ [ 'invoice' => [ 'enabled' => false ] ] ];
	}

	/** @param array<string, mixed> $settings */
	#[DataProvider( 'off' )]
	public function test_nothing_is_held_that_the_owner_does_not_want_held( array $settings ): void {
		$world = $this->world();
		$world->change_settings( $settings );
		self::assertSame( [ false, null ], [ $this->hold( $world ), $this->find( $world ) ] );
	}

	public function test_nothing_is_held_where_nobody_would_send_it(): void {
		$world                = $this->world();
		$world->held->goes_on = false;
		self::assertSame( [ false, null ], [ $this->hold( $world ), $this->find( $world ) ] );
	}

	public function test_one_that_comes_after_its_document_does_not_wait(): void {
		$world = $this->world();
		$world->fire( 1 );
		$world->pass_time( 3 );
		self::assertSame( [ false, null ], [ $this->hold( $world ), $this->find( $world ) ] );
	}

	public function test_a_second_one_of_the_same_order_leaves_at_once(): void {
		$world = $this->world();
		self::assertSame( [ true, false ], [ $this->hold( $world ), $this->hold( $world ) ] );
	}

	public function test_it_leaves_without_when_the_time_is_up(): void {
		$world                 = $this->world();
		$world->sellsy->is_down = true;
		$this->hold( $world );
		$world->fire( 1 );
		$world->pass_time( 9 );
		self::assertSame( [], $world->held->mails );
		$world->pass_time( 2 );
		self::assertSame( [ self::MAIL, TaskState::Done ], [ $world->held->mails, $this->row( $world )->state ] );
		$world->sellsy->is_down = false;
		$world->pass_time( 120 );
		self::assertSame( self::MAIL, $world->held->mails );
	}

	public function test_it_leaves_while_everything_stands_still(): void {
		$world = $this->world();
		$this->hold( $world );
		$world->fire( 1 );
		$world->pauses->begin( new Pause( new Problem( ProblemCode::Unauthorized ), $world->clock->now(), null ) );
		$world->pass_time( 12 );
		self::assertSame( self::MAIL, $world->held->mails );
		self::assertNotNull( $world->pauses->current(), 'It says nothing about Sellsy.' );
		$invoice = $world->ledger->find_by_key( new TaskKey( 1, Effect::CreateInvoice ) );
		self::assertSame( TaskState::Queued, $invoice?->state );
	}

	public function test_it_does_not_wait_for_what_will_not_come(): void {
		$world = $this->world();
		$this->hold( $world );
		$world->pass_time( 1 );
		self::assertSame( self::MAIL, $world->held->mails );
	}

	public function test_its_pdf_goes_with_it_where_the_owner_wants_that(): void {
		$world = $this->world();
		$world->change_settings( [ 'customer_emails' => [ 'documents' => 'attach' ] ] );
		$this->hold( $world );
		$world->fire( 1 );
		$world->due->run( 20 );
		$invoice = $world->ledger->find_by_key( new TaskKey( 1, Effect::CreateInvoice ) );
		self::assertSame( [ self::MAIL, [ $invoice?->id ] ], [ $world->held->mails, $world->held->files ] );

		$world->order( 2 );
		$world->fire( 2 );
		$world->pass_time( 3 );
		self::assertTrue( $this->hold( $world, 2 ), 'A runner fetches the file of what is there already.' );
		$world->due->run( 20 );
		self::assertCount( 2, $world->held->mails );
	}

	public function test_the_same_pdf_does_not_go_with_a_second_one(): void {
		$world = $this->world();
		$world->change_settings(
			[
				'customer_emails' => [
					'documents' => 'attach',
					'emails'    => [ self::EMAIL, 'customer_completed_order' ],
				],
			]
		);
		$this->hold( $world );
		$world->fire( 1 );
		$world->due->run( 20 );
		self::assertCount( 1, $world->held->files );

		self::assertFalse( $this->hold( $world, email: 'customer_completed_order' ), 'It leaves with its link.' );
	}

	public function test_one_that_left_without_its_pdf_leaves_that_to_the_next(): void {
		$world = $this->world();
		$world->change_settings(
			[
				'customer_emails' => [
					'documents' => 'attach',
					'emails'    => [ self::EMAIL, 'customer_completed_order' ],
				],
			]
		);
		$world->sellsy->is_down = true;
		$this->hold( $world );
		$world->fire( 1 );
		$world->pass_time( 12 );
		self::assertSame( [ self::MAIL, [] ], [ $world->held->mails, $world->held->files ] );
		self::assertSame( AwaitedDocument::NO_FILE, $this->row( $world )->intent->key );
		$world->sellsy->is_down = false;
		$world->pass_time( 120 );

		$invoice = $world->ledger->find_by_key( new TaskKey( 1, Effect::CreateInvoice ) );
		self::assertNotSame( '', $invoice?->remote_number );
		self::assertTrue( $this->hold( $world, email: 'customer_completed_order' ) );
	}

	public function test_a_file_that_cannot_be_had_is_asked_for_again_until_the_time_is_up(): void {
		foreach ( [ true, false ] as $comes ) {
			$world = $this->world();
			$world->change_settings( [ 'customer_emails' => [ 'documents' => 'attach' ] ] );
			$world->held->has_no_file = true;
			$this->hold( $world );
			$world->fire( 1 );
			$world->pass_time( 5 );
			self::assertSame( [], $world->held->mails );
			$world->held->has_no_file = ! $comes;
			$world->pass_time( 8 );
			self::assertSame( self::MAIL, $world->held->mails );
			self::assertSame( $comes, $world->held->files !== [ 0 ] );
			self::assertLessThan( 14, $world->held->asked );
		}
	}

	public function test_all_leave_when_the_plugin_is_switched_off(): void {
		$world = $this->world();
		$this->hold( $world );
		$world->fire( 1 );
		$held = $world->engine->held_email_runner();
		$held->let_go();
		$held->let_go();
		self::assertSame( [ self::MAIL, TaskState::Done ], [ $world->held->mails, $this->row( $world )->state ] );
		self::assertSame( 0, $held->waiting() );
	}

	public function test_of_very_many_the_oldest_leave_and_the_others_stay_when_the_plugin_is_switched_off(): void {
		$world = $this->world();
		for ( $id = 1; $id <= 53; $id++ ) {
			$world->order( $id );
			$this->hold( $world, $id );
		}
		$held = $world->engine->held_email_runner();
		self::assertSame( 53, $held->waiting() );
		$held->let_go();
		self::assertSame( 3, $held->waiting() );
		self::assertSame( [ 50, '1 ' . self::EMAIL ], [ count( $world->held->mails ), $world->held->mails[0] ] );
	}

	public function test_one_that_is_switched_off_meanwhile_does_not_leave(): void {
		$world               = $this->world();
		$world->held->is_off = true;
		$this->hold( $world );
		$world->pass_time( 1 );
		self::assertSame(
			[ TaskState::Skipped, ProblemCode::StepNotWanted ],
			[ $this->row( $world )->state, $this->row( $world )->problem?->code ]
		);
	}

	/** @return iterable<string, array{string, string, bool}> */
	public static function moved_on(): iterable {
		yield 'cancelled' => [ 'customer_processing_order', 'cancelled', false ];
		yield 'refunded' => [ 'customer_processing_order', 'refunded', false ];
		yield 'still waits for its payment' => [ 'customer_on_hold_order', 'on-hold', true ];
		yield 'paid' => [ 'customer_on_hold_order', 'processing', false ];
		yield 'completed: the confirmation is still one' => [ 'customer_processing_order', 'completed', true ];
		yield 'a status of another plugin' => [ 'customer_processing_order', 'packed', true ];
		yield 'not completed after all' => [ 'customer_completed_order', 'processing', false ];
	}

	#[DataProvider( 'moved_on' )]
	public function test_one_that_is_no_longer_true_stays( string $email, string $status, bool $leaves ): void {
		$world = $this->world();
		$world->change_settings( [ 'customer_emails' => [ 'emails' => [ $email ] ] ] );
		self::assertTrue( $this->hold( $world, 1, $email ) );
		$world->order( 1, status: $status );
		$world->pass_time( 12 );
		self::assertSame( $leaves ? [ "1 $email" ] : [], $world->held->mails );
		self::assertSame( $leaves ? [] : [ "1 $email" ], $world->held->left_out );
		$row = $world->ledger->find_by_key( new TaskKey( 1, Effect::HeldEmail, part: $email ) );
		self::assertSame( $leaves ? TaskState::Done : TaskState::Skipped, $row?->state );
	}

	public function test_one_about_a_refund_that_was_deleted_does_not_leave(): void {
		$world = $this->world();
		$key   = new TaskKey( 1, Effect::HeldEmail, 501, 'customer_refunded_order' );
		$world->ledger->open( $key, $world->clock->now() );
		$world->pass_time( 10 );
		self::assertSame( TaskState::Skipped, $world->ledger->find_by_key( $key )?->state );
		self::assertSame( [ [], [ '1 customer_refunded_order' ] ], [ $world->held->mails, $world->held->left_out ] );
	}

	/** A copy of the database that is behind has not heard of it. */
	public function test_one_whose_order_is_not_there_waits_and_leaves_once_it_is(): void {
		$world = $this->world();
		$order = $world->order( 1 );
		$key   = new TaskKey( 1, Effect::HeldEmail, part: 'customer_processing_order' );
		unset( $world->shop->orders[1] );
		$world->ledger->open( $key, $world->clock->now() );
		$world->pass_time( 1 );
		self::assertSame( TaskState::Queued, $world->ledger->find_by_key( $key )?->state );
		$world->shop->orders[1] = $order;
		$world->pass_time( 10 );
		self::assertSame( TaskState::Done, $world->ledger->find_by_key( $key )?->state );
		self::assertSame( [ [ '1 customer_processing_order' ], [] ], [ $world->held->mails, $world->held->left_out ] );
	}

	public function test_what_breaks_before_it_leaves_is_tried_again_and_what_breaks_after_is_a_persons(): void {
		$world               = $this->world();
		$world->held->breaks = 'building';
		$this->hold( $world );
		$world->pass_time( 1 );
		$world->held->breaks = '';
		$world->pass_time( 10 );
		self::assertSame( self::MAIL, $world->held->mails );

		$world               = $this->world();
		$world->held->breaks = 'leaving';
		$this->hold( $world );
		$world->pass_time( 60 );
		self::assertSame( [ TaskState::Attention, ProblemCode::SendUnknown ], $this->state( $world ) );
		$world->held->breaks = '';
		$world->retry->retry( $this->row( $world )->id );
		$world->pass_time( 2 );
		self::assertSame( [ self::MAIL, TaskState::Done ], [ $world->held->mails, $this->row( $world )->state ] );
	}

	public function test_one_that_the_site_refuses_is_tried_again_and_then_a_persons(): void {
		$world                 = $this->world();
		$world->held->refusals = 99;
		$this->hold( $world );
		$world->pass_time( 60 );
		self::assertSame( [ TaskState::Attention, ProblemCode::MailRefused ], $this->state( $world ) );
		self::assertSame( 95, $world->held->refusals );
		$world->held->refusals = 0;
		$world->retry->retry_all();
		$world->pass_time( 2 );
		self::assertSame( self::MAIL, $world->held->mails );
	}

	public function test_one_of_a_backup_or_a_copy_is_a_persons(): void {
		$world = $this->restored();
		$world->pass_time( 2 );
		self::assertSame( [ TaskState::Attention, ProblemCode::SendUnknown ], $this->state( $world ) );
		self::assertSame( self::MAIL, $world->held->mails );

		$world = $this->world();
		$world->fire( 1 );
		$world->pass_time( 2 );
		$world->order( 2 );
		$this->hold( $world, 2 );
		$world->shop->address = 'copy.example.com';
		$world->pass_time( 2 );
		self::assertSame( [ TaskState::Attention, ProblemCode::SendUnknown ], $this->state( $world, 2 ) );
		self::assertSame( [], $world->held->mails );
	}

	public function test_one_of_a_backup_waits_until_it_is_known_what_the_backup_lacks(): void {
		$world                 = $this->restored();
		$world->gaps->fails    = [ FailureKind::OutcomeUnknown ];
		$world->pass_time( 20 );
		self::assertSame( [ TaskState::Attention, ProblemCode::SendUnknown ], $this->state( $world ) );
		self::assertSame( self::MAIL, $world->held->mails );
	}

	public function test_one_that_is_only_late_leaves(): void {
		foreach ( [ false, true ] as $is_down ) {
			$world = $this->world();
			$world->sweep->run();
			$this->hold( $world );
			$world->fire( 1 );
			$world->clock->advance( 8 * 3600 );
			$world->sellsy->is_down = $is_down;
			$world->gaps->fails     = $is_down ? array_fill( 0, 99, FailureKind::OutcomeUnknown ) : [];
			$world->pass_time( 12 );
			self::assertSame( [ self::MAIL, TaskState::Done ], [ $world->held->mails, $this->row( $world )->state ] );
		}
	}

	public function test_its_first_look_is_planned_although_nobody_visits_the_shop(): void {
		$world = $this->world();
		$this->hold( $world );
		self::assertEquals( [ [ 0, $this->row( $world )->due_at ] ], $world->shop->planned );
	}

	public function test_where_no_look_can_be_planned_it_leaves_at_once(): void {
		foreach ( [ 'wait', 'attach' ] as $documents ) {
			$world = $this->world();
			$world->change_settings( [ 'customer_emails' => [ 'documents' => $documents ] ] );
			if ( $documents === 'attach' ) {
				$world->fire( 1 );
				$world->pass_time( 3 );
			}
			$world->shop->plans_nothing = true;
			self::assertSame( [ false, null ], [ $this->hold( $world ), $this->find( $world ) ], $documents );
		}
	}

	/** Killed between the two, the pass finds the row; so does the runner that was planned for it. */
	public function test_a_request_that_dies_leaves_no_row_that_nobody_wakes(): void {
		$rows = 0;
		for ( $step = 1; $step < 30; $step++ ) {
			$world                 = $this->world();
			$world->fate->kill_at  = $step;
			$is_killed             = false;
			try {
				$this->hold( $world );
			} catch ( Killed ) {
				$is_killed = true;
			}
			$world->fate->revive();
			if ( $this->find( $world ) !== null ) {
				++$rows;
				self::assertNotSame( [], $world->shop->planned, "killed at step $step" );
				$world->pass_time( 15 );
				self::assertSame( self::MAIL, $world->held->mails, "killed at step $step" );
			}
			if ( ! $is_killed ) {
				self::assertGreaterThan( 1, $rows );
				return;
			}
		}
		self::fail( 'It has more steps than were tried.' );
	}

	public function test_killed_at_every_step_it_leaves_at_most_once_and_is_never_lost(): void {
		$whole = $this->world();
		$this->run_and_die( $whole, null );
		$asked = 0;
		for ( $step = 1; $step <= $whole->fate->steps; $step++ ) {
			$world = $this->world();
			$this->run_and_die( $world, $step );
			$is_held = $this->find( $world ) !== null;
			$world->fate->revive();
			$world->fire( 1 );
			$world->pass_time( 30 );
			self::assertLessThanOrEqual( 1, count( $world->held->mails ), "killed at step $step" );
			if ( ! $is_held ) {
				continue; // The request died before it was kept back.
			}
			$state = $this->state( $world );
			if ( $state[0] === TaskState::Done ) {
				self::assertSame( self::MAIL, $world->held->mails, "killed at step $step" );
			} else {
				self::assertSame( [ TaskState::Attention, ProblemCode::SendUnknown ], $state, "killed at step $step" );
				++$asked;
			}
		}
		self::assertGreaterThan( 0, $asked );
		self::assertLessThan( 7, $asked, 'A person is asked only where it may have left.' );
	}

	private function run_and_die( World $world, ?int $step ): void {
		$world->fate->steps   = 0;
		$world->fate->kill_at = $step;
		try {
			$this->hold( $world );
			$world->fire( 1 );
			$world->due->run( 20 );
			$world->sweep->run();
		} catch ( Killed ) {
			return;
		}
	}

	/** It left, with its invoice; then a backup of before was put back. */
	private function restored(): World {
		$world = $this->world();
		$world->sweep->run();
		$this->hold( $world );
		$world->fire( 1 );
		$backup = Backup::of( $world );
		$world->pass_time( 2 );
		self::assertSame( self::MAIL, $world->held->mails );
		$backup->put_back();
		$world->clock->advance( 3600 );
		return $world;
	}

	private function world(): World {
		$world = new World( finalise: true );
		$world->change_settings(
			[
				'shopper'         => [ 'kinds' => [ 'invoice' ] ],
				'customer_emails' => [
					'emails'    => [ self::EMAIL ],
					'documents' => 'wait',
				],
			]
		);
		$world->order( 1 );
		return $world;
	}

	public function test_nothing_waits_for_a_document_that_its_rule_leaves_to_a_person(): void {
		$world = $this->world();
		$world->change_settings( [ 'invoice' => [ 'rules' => [ self::by_hand( 7 ) ] ] ] );

		self::assertFalse( $this->hold( $world, rule: 7 ) );
		self::assertTrue( $this->hold( $world, rule: Rule::OTHERS ) );
	}

	public function test_nothing_waits_for_a_draft_that_was_left_to_a_person_before(): void {
		$world = $this->world();
		$world->change_settings( [ 'invoice' => [ 'finalise' => 'manual' ] ] );
		$world->fire( 1 );
		$world->pass_time( 3 );
		$world->change_settings( [ 'invoice' => [ 'finalise' => 'at_once' ] ] );
		self::assertFalse( $this->hold( $world ) );
	}

	/** @return array<string, mixed> */
	private static function by_hand( int $id ): array {
		return [
			'id'       => $id,
			'gateways' => [ 'bacs' ],
			'finalise' => 'manual',
		];
	}

	private function hold(
		World $world,
		int $order_id = 1,
		string $email = self::EMAIL,
		int $rule = Rule::OTHERS,
		int $refund_id = 0,
	): bool {
		return $world->engine->hold_email()->take(
			order_id: $order_id,
			email_id: $email,
			refund_id: $refund_id,
			asked_for: static fn (): array =>
				$world->open->asked_for( $world->shop->event( $order_id, OrderEvent::STATUS, 'pending' ) ),
			rule: static fn ( DocumentKind $kind ): int => $kind === DocumentKind::Invoice ? $rule : Rule::OTHERS
		);
	}

	private function find( World $world, int $order_id = 1 ): ?Task {
		return $world->ledger->find_by_key( new TaskKey( $order_id, Effect::HeldEmail, part: self::EMAIL ) );
	}

	private function row( World $world, int $order_id = 1 ): Task {
		return $this->find( $world, $order_id ) ?? self::fail( 'No row.' );
	}

	/** @return array{TaskState, ?ProblemCode} */
	private function state( World $world, int $order_id = 1 ): array {
		$row = $this->row( $world, $order_id );
		return [ $row->state, $row->problem?->code ];
	}

	/** Of an order that has no invoice nothing is credited. */
	#[TestWith( [ '', true, false ] )]
	#[TestWith( [ 'made', true, true ] )]
	#[TestWith( [ 'waits', true, true ] )]
	#[TestWith( [ 'left out', true, false ] )]
	#[TestWith( [ 'made', false, false ] )]
	public function test_an_e_mail_of_a_refund_waits_where_its_credit_note_is_to_come(
		string $invoice,
		bool $is_credited,
		bool $is_held,
	): void {
		$world = $this->world();
		$world->change_settings(
			[
				'creditnote'      => [
					'enabled'  => $is_credited,
					'finalise' => 'at_once',
				],
				'shopper'         => [ 'kinds' => [ 'invoice', 'creditnote' ] ],
				'customer_emails' => [ 'emails' => [ 'customer_refunded_order' ] ],
			]
		);
		if ( $invoice !== '' ) {
			$world->fire( 1 );
			$row   = $world->row();
			$state = [
				'made'     => [ 'state' => TaskState::Done ],
				'waits'    => [ 'state' => TaskState::Queued ],
				'left out' => [ 'state' => TaskState::Skipped ],
			][ $invoice ];
			$world->ledger->put( [ $row->with( $state ) ] );
		}
		self::assertSame( $is_held, $this->hold( $world, email: 'customer_refunded_order', refund_id: 501 ) );
	}
}
