<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Emails;

use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Origin;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Tests\Unit\World\Killed;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/** The shop's own e-mails: about what is final from now on, once each. */
final class NotifyCustomerTest extends TestCase {

	public function test_a_final_invoice_is_told_once_and_a_draft_is_not(): void {
		$world = $this->world( finalise: false );
		$world->fire( 1 );
		$world->pass_time( 2 );
		self::assertSame( [], $world->emails->mails );

		$world->make_final();
		$world->fire( 1 );
		$world->pass_time( 5 );
		$world->fire( 1 );
		$world->pass_time( 5 );
		$number = $world->row()->remote_number;
		self::assertSame( [ "1 invoice $number" ], $world->emails->mails );
		self::assertSame( [ "1 invoice $number" ], $world->emails->notes );
		self::assertSame( TaskState::Done, $this->row( $world )->state );
	}

	public function test_it_asks_nothing_of_sellsy_that_was_answered_just_now(): void {
		$without = $this->world( since: false );
		$world   = $this->world();
		foreach ( [ $without, $world ] as $one ) {
			$one->fire( 1 );
			$one->due->run( 20 );
		}
		self::assertCount( 1, $world->emails->mails );
		self::assertSame( $without->sellsy->calls, $world->sellsy->calls );
	}

	public function test_nothing_is_told_while_it_is_off(): void {
		$world = $this->world( since: false );
		$world->fire( 1 );
		$world->pass_time( 5 );
		self::assertSame( [ [], null ], [ $world->emails->mails, $this->find( $world ) ] );
	}

	public function test_what_became_final_before_it_was_switched_on_is_not_told(): void {
		$world = $this->world( since: false );
		$world->fire( 1 );
		$world->pass_time( 5 );
		$world->emails->since = [ 'invoice' => $world->clock->now() ];
		$world->fire( 1 );
		$world->pass_time( 5 );
		self::assertSame( [ [], null ], [ $world->emails->mails, $this->find( $world ) ] );
	}

	public function test_a_draft_of_before_that_is_made_final_at_sellsy_by_hand_is_not_told(): void {
		foreach ( [ 1, 0 ] as $mails ) {
			$world = $this->world( finalise: false, since: $mails === 1 );
			$world->fire( 1 );
			$world->pass_time( 2 );
			if ( $mails === 0 ) {
				$world->emails->since = [ 'invoice' => $world->clock->now() ];
			}
			$this->make_final_by_hand( $world );
			$world->pass_time( 120 );
			$world->fire( 1 );
			$world->pass_time( 2 );
			self::assertSame( 'F-HAND', $world->row()->remote_number );
			self::assertCount( $mails, $world->emails->mails );
		}
	}

	public function test_a_draft_of_before_that_is_made_final_here_is_told(): void {
		$world = $this->world( finalise: false, since: false );
		$world->fire( 1 );
		$world->pass_time( 2 );
		$world->emails->since = [ 'invoice' => $world->clock->now() ];
		$world->pass_time( 5 );
		$world->make_final();
		$world->pass_time( 5 );
		$world->fire( 1 );
		$world->pass_time( 5 );
		self::assertSame( [ '1 invoice ' . $world->row()->remote_number ], $world->emails->mails );
	}

	public function test_documents_of_a_back_fill_are_not_told(): void {
		$world = $this->world();
		$key   = new TaskKey( 1, Effect::CreateInvoice );
		$world->ledger->open(
			$key,
			$world->clock->now(),
			origin: new Origin( 4, false )
		);
		$world->pass_time( 10 );
		self::assertNotSame( '', $world->row()->remote_number );
		self::assertSame( [], $world->emails->mails );
	}

	public function test_it_is_left_out_without_an_address_and_leaves_once_there_is_one(): void {
		$world = $this->world( email: '' );
		$world->fire( 1 );
		$world->pass_time( 5 );
		self::assertSame(
			[ TaskState::Skipped, ProblemCode::NoEmail, [] ],
			[ $this->row( $world )->state, $this->row( $world )->problem?->code, $world->emails->mails ]
		);

		$world->order( 1, World::buyer( 5, 'client@example.com' ) );
		$world->fire( 1 );
		$world->pass_time( 5 );
		self::assertCount( 1, $world->emails->mails );
	}

	public function test_what_was_cancelled_or_deleted_at_sellsy_meanwhile_is_not_told(): void {
		foreach ( [ 'cancelled', '' ] as $status ) {
			$world = $this->world();
			$world->emails->refusals = 1;
			$world->fire( 1 );
			$world->due->run( 20 );
			$id = $world->row()->remote_id;
			if ( $status === '' ) {
				unset( $world->sellsy->documents[ $id ] );
			} else {
				$world->sellsy->documents[ $id ] = $this->with( $world->sellsy->documents[ $id ], status: $status );
			}
			$world->pass_time( 10 );
			self::assertSame(
				[ TaskState::Skipped, ProblemCode::StepNotWanted ],
				[ $this->row( $world )->state, $this->row( $world )->problem?->code ]
			);
			self::assertSame( [], $world->emails->mails );
		}
	}

	public function test_an_email_that_the_site_refused_is_tried_again_and_then_a_persons(): void {
		$world                   = $this->world();
		$world->emails->refusals = 2;
		$world->fire( 1 );
		$world->pass_time( 10 );
		self::assertCount( 1, $world->emails->mails );

		$world                   = $this->world();
		$world->emails->refusals = 99;
		$world->fire( 1 );
		$world->pass_time( 60 );
		$row = $this->row( $world );
		self::assertSame( [ TaskState::Attention, ProblemCode::MailRefused ], [ $row->state, $row->problem?->code ] );
		self::assertSame( 4, $world->emails->tries );
		self::assertNull( $world->pauses->current(), 'Sellsy has nothing to do with it.' );

		$world->emails->refusals = 0;
		$world->retry->retry_all();
		$world->pass_time( 2 );
		self::assertCount( 1, $world->emails->mails );
	}

	public function test_one_that_other_code_broke_off_is_a_persons_to_decide(): void {
		$world                    = $this->world();
		$world->emails->is_broken = true;
		$world->fire( 1 );
		$world->pass_time( 60 );
		$row = $this->row( $world );
		self::assertSame( [ TaskState::Attention, ProblemCode::SendUnknown ], [ $row->state, $row->problem?->code ] );
		self::assertSame( 1, $world->emails->tries );

		self::assertSame( 0, $world->retry->retry_all(), 'Only a person who looked at this one may say so.' );
		$world->emails->is_broken = false;
		self::assertSame( TaskState::Attention, $this->email( $world )->state, 'Asking for it is no answer.' );
		$world->retry->retry( $row->id );
		$world->pass_time( 2 );
		self::assertSame( [ TaskState::Done, 1 ], [ $this->row( $world )->state, count( $world->emails->mails ) ] );
	}

	public function test_a_person_may_say_that_it_left(): void {
		$world                    = $this->world();
		$world->emails->is_broken = true;
		$world->fire( 1 );
		$world->pass_time( 5 );
		$world->engine->answer_row()->say( RowAct::MarkSent, $this->row( $world ) );
		$world->pass_time( 60 );
		self::assertSame( [ TaskState::Done, 1 ], [ $this->row( $world )->state, $world->emails->tries ] );
	}

	public function test_killed_at_every_step_it_is_handed_over_at_most_once(): void {
		$whole = $this->world();
		$this->run_and_die( $whole, null );
		$asked = 0;
		for ( $step = 1; $step <= $whole->fate->steps; $step++ ) {
			$world = $this->world();
			$this->run_and_die( $world, $step );
			$world->fate->revive();
			$world->fire( 1 );
			$world->pass_time( 20 );
			$row = $this->row( $world );
			self::assertLessThanOrEqual( 1, $world->emails->tries, "killed at step $step" );
			$expected = $row->problem === null ? TaskState::Done : TaskState::Attention;
			self::assertSame( $expected, $row->state, "killed at step $step" );
			self::assertContains( $row->problem?->code, [ null, ProblemCode::SendUnknown ], "killed at step $step" );
			self::assertTrue( $row->state === TaskState::Attention || $world->emails->tries === 1, "step $step" );
			$asked += $row->problem === null ? 0 : 1;
		}
		self::assertGreaterThan( 0, $asked );
		self::assertLessThan( 7, $asked, 'A person is asked only where it may have left.' );
	}

	public function test_a_person_sends_it_also_once_more_and_also_while_it_is_off(): void {
		$world = $this->world( since: false );
		self::assertNull( $world->engine->email_document()->now( 1, DocumentKind::Invoice ) );
		$world->fire( 1 );
		$world->pass_time( 5 );

		self::assertSame( TaskState::Done, $this->email( $world )->state );
		self::assertSame( TaskState::Done, $this->email( $world )->state );
		$world->fire( 1 );
		$world->pass_time( 5 );
		self::assertCount( 2, $world->emails->mails );
		self::assertCount( 2, $world->emails->notes );
	}

	public function test_a_credit_note_is_told_too(): void {
		$world = $this->world();
		$world->change_settings(
			[
				'creditnote' => [
					'enabled'  => true,
					'finalise' => 'at_once',
				],
			]
		);
		$world->emails->since = [ 'creditnote' => $world->clock->now() ];
		$world->fire( 1 );
		$world->pass_time( 2 );
		self::assertSame( [], $world->emails->mails );
		$world->shop->refunds[1] = [
			new RefundSnapshot(
				id: 501,
				amount: Decimal::from_string( '5.00' ),
				lines: [],
				reason: '',
				created_at: $world->clock->now(),
				is_paid_back: false
			),
		];
		$world->fire( 1, OrderEvent::REFUNDED );
		$world->pass_time( 10 );
		self::assertCount( 1, $world->emails->mails );
		self::assertStringStartsWith( '1 creditnote ', $world->emails->mails[0] );
	}

	private function world( bool $finalise = true, bool $since = true, string $email = 'client@example.com' ): World {
		$world = new World( finalise: $finalise );
		if ( $since ) {
			$world->emails->since = [ 'invoice' => $world->clock->now() ];
		}
		$world->order( 1, World::buyer( 5, $email ) );
		return $world;
	}

	private function run_and_die( World $world, ?int $step ): void {
		$world->fate->kill_at = $step;
		try {
			$world->fire( 1 );
			$world->due->run( 20 );
			$world->pass_time( 1 );
		} catch ( Killed ) {
			return;
		}
	}

	private function email( World $world ): Task {
		return $world->engine->email_document()->now( 1, DocumentKind::Invoice ) ?? self::fail( 'No row.' );
	}

	private function find( World $world, string $part = 'invoice' ): ?Task {
		return $world->ledger->find_by_key( new TaskKey( 1, Effect::NotifyCustomer, part: $part ) );
	}

	private function row( World $world ): Task {
		return $this->find( $world ) ?? self::fail( 'No row.' );
	}

	private function make_final_by_hand( World $world ): void {
		$id                              = $world->row()->remote_id;
		$world->sellsy->documents[ $id ] = $this->with( $world->sellsy->documents[ $id ], 'F-HAND', 'due' );
	}

	private function with( RemoteDocument $document, ?string $number = null, string $status = '' ): RemoteDocument {
		return new RemoteDocument(
			kind: $document->kind,
			id: $document->id,
			number: $number ?? $document->number,
			status: $status,
			key: $document->key,
			amounts: $document->amounts,
			created: $document->created,
			date: $document->date,
			parties: $document->parties,
			currency: $document->currency,
			due: $document->due
		);
	}
}
