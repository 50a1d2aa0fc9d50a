<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Actions;

use OrderInvoicer\Domain\Actions\Offers;
use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Actions\RowActs;
use OrderInvoicer\Domain\Actions\WhyNot;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Tests\Unit\World\Row;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class OffersTest extends TestCase {

	private const KINDS = [ 'estimate', 'order', 'delivery', 'proforma', 'invoice' ];

	/** @param array<string, string> $facts */
	private static function row(
		Effect $effect,
		TaskState $state,
		?ProblemCode $problem = null,
		array $facts = [],
		int $remote_id = 0,
		string $number = '',
		int $revision = 0,
		string $sent_key = '',
	): Task {
		return Row::of(
			$effect,
			revision: $revision,
			state: $state,
			intent: new Intent( $sent_key, '', '' ),
			remote_type: 'invoice',
			remote_id: $remote_id,
			remote_number: $number,
			problem: $problem === null ? null : new Problem( $problem, $facts )
		);
	}

	/** @param list<string> $expected */
	#[DataProvider( 'rows' )]
	public function test_a_row_offers_what_its_state_and_problem_allow( Task $task, array $expected ): void {
		self::assertSame( $expected, Row::acts( $task ) );
	}

	public function test_an_invoice_whose_buyer_was_erased_is_not_issued_anew(): void {
		$why     = ProblemCode::DiffersFromOrder;
		$differs = self::row( Effect::CreateInvoice, TaskState::Attention, $why, number: 'F-1' );
		$offer   = ( new Offers( 'completed', [ $differs ], is_erased: true ) )->offer( RowAct::Reissue, $differs );
		self::assertSame( WhyNot::Erased, $offer?->why_not );
	}

	/** @param list<Task> $beside */
	#[DataProvider( 'obstacles' )]
	public function test_what_stands_in_the_way_is_said_instead(
		RowAct $act,
		Task $task,
		array $beside,
		string $status,
		?WhyNot $why_not,
	): void {
		$offer = ( new Offers( $status, [ $task, ...$beside ] ) )->offer( $act, $task );
		self::assertNotNull( $offer );
		self::assertSame( $why_not, $offer->why_not );
	}

	/** @return iterable<string, array{RowAct, Task, list<Task>, string, WhyNot|null}> */
	public static function obstacles(): iterable {
		$draft = Row::made( Effect::CreateInvoice );
		$note  = static fn ( mixed ...$is ): Task => Row::of( Effect::CreateCreditNote, ...$is, id: 2, parent_id: 1 );
		$final = Row::of( Effect::ValidateInvoice, id: 2, parent_id: 1, state: TaskState::Queued, asked: true );
		yield 'a draft' => [ RowAct::Finalise, $draft, [], 'processing', null ];
		yield 'a draft of what is no sale' => [ RowAct::Finalise, $draft, [], 'cancelled', WhyNot::NoSale ];
		yield 'a draft that was asked for' => [ RowAct::Finalise, $draft, [ $final ], 'processing', WhyNot::UnderWay ];
		$linked = Row::made( Effect::CreateInvoice, intent: new Intent( Intent::LINKED, '', '' ) );
		$made   = $note( remote_id: 72, refund_id: 501 );
		yield 'what was linked' => [ RowAct::Unlink, $linked, [], 'processing', null ];
		yield 'what a credit note was made of' => [ RowAct::Unlink, $linked, [ $made ], 'processing', WhyNot::Kept ];
		$stopped = $note(
			refund_id: 501,
			state: TaskState::Attention,
			problem: new Problem( ProblemCode::RefundLinesDiffer )
		);
		yield 'a credit note of a draft' => [ RowAct::DoneByHand, $stopped, [ $draft ], 'processing', WhyNot::IsDraft ];
		$by_hand = Row::left_out( Effect::CreateInvoice, Outcome::ByHand );
		$whole   = static fn ( mixed ...$is ): array =>
			[
				$by_hand,
				Row::of(
					Effect::CreateCreditNote,
					...$is + [
						'id' => 3,
						'parent_id' => 1,
					]
				),
			];
		$working = [ 'state' => TaskState::Working ];
		$queued  = [ 'state' => TaskState::Queued ];
		foreach (
			[
				'the whole credit note in work'       => [ $whole( ...$working ), WhyNot::AllCredited ],
				'one that is still to be made'        => [ $whole( ...$queued ), null ],
				'one in work of another invoice'      => [ $whole( ...$working + [ 'parent_id' => 9 ] ), null ],
				'one in work of another refund'       => [ $whole( ...$working + [ 'refund_id' => 502 ] ), null ],
				'a credit note of all that was made'  => [ $whole( remote_id: 73 ), WhyNot::AllCredited ],
			] as $beside => [ $rows, $why_not ]
		) {
			yield "a refund of a bill by hand, beside $beside" => [
				RowAct::DoneByHand,
				$stopped,
				$rows,
				'processing',
				$why_not,
			];
		}
		$gone = $note(
			remote_id: 72,
			state: TaskState::Attention,
			problem: new Problem( ProblemCode::DocumentGone )
		);
		$next = Row::of( Effect::CreateInvoice, id: 3, revision: 1, state: TaskState::Queued );
		yield 'a credit note that is gone' => [ RowAct::LeaveOut, $gone, [], 'processing', null ];
		yield 'one that an invoice waits for' => [ RowAct::LeaveOut, $gone, [ $next ], 'processing', WhyNot::Awaited ];
	}

	/** It would be made by itself, were it not for its problem. */
	public function test_one_that_the_invoice_overtook_stands_there_while_it_is_still_to_be_made(): void {
		$world = new World();
		$world->change_settings( array_fill_keys( self::KINDS, [ 'enabled' => true ] ) );
		$problem = new Problem( ProblemCode::V1Missing );
		$waits   = Row::of( Effect::CreateProforma, id: 2, state: TaskState::Queued, problem: $problem );
		$offers  = new Offers( 'processing', [ Row::made( Effect::CreateInvoice, number: 'F-1' ), $waits ] );
		self::assertTrue( $offers->make( DocumentKind::Proforma )->is_needed );
		self::assertContains( DocumentKind::Proforma, $offers->kinds( $world->shop->settings ) );
	}

	/** A delivery note may come after it; an invoice itself is asked whether it is there (`make()`). */
	public function test_what_the_invoice_stands_in_the_place_of_is_not_offered(): void {
		$world = new World();
		$world->change_settings( array_fill_keys( self::KINDS, [ 'enabled' => true ] ) );
		$settings = $world->shop->settings;
		$kinds    = static fn ( Task ...$rows ): array => array_map(
			static fn ( DocumentKind $kind ): string => $kind->value,
			( new Offers( 'processing', array_values( $rows ) ) )->kinds( $settings )
		);
		$left_out = Row::of( Effect::CreateProforma, id: 2, state: TaskState::Skipped );
		$final    = Row::made( Effect::CreateInvoice, number: 'F-1' );
		$by_hand  = Row::left_out( Effect::CreateInvoice, Outcome::ByHand );
		self::assertSame( self::KINDS, $kinds() );
		self::assertSame( self::KINDS, $kinds( Row::of( Effect::CreateInvoice, state: TaskState::Queued ) ) );
		self::assertSame( self::KINDS, $kinds( Row::made( Effect::CreateInvoice ) ), 'A draft may wait for money.' );
		self::assertSame( [ 'delivery', 'invoice' ], $kinds( $final, $left_out ) );
		self::assertSame( [ 'delivery', 'invoice' ], $kinds( $by_hand ) );
	}

	/** Where the order's rows are not read, the row speaks for itself; else the newest of its kind does. */
	public function test_to_make_it_now_is_about_the_newest_of_its_kind(): void {
		$row     = static fn ( mixed ...$is ): Task => Row::of( Effect::CreateInvoice, ...$is );
		$first   = $row( state: TaskState::Skipped, problem: new Problem( ProblemCode::BeforeStartDate ) );
		$anew    = $row( id: 2, revision: 1, state: TaskState::Queued );
		$why_not = static fn ( Task ...$rows ): ?WhyNot =>
			( new Offers( 'processing', array_values( $rows ) ) )->offer( RowAct::MakeNow, $first )?->why_not;
		self::assertSame( [ null, null, WhyNot::Made ], [ $why_not(), $why_not( $first ), $why_not( $first, $anew ) ] );
	}

	/** @return iterable<string, array{Task, list<string>}> */
	public static function rows(): iterable {
		yield 'done and final' => [ self::row( Effect::CreateInvoice, TaskState::Done, null, [], 7, 'F-1' ), [] ];
		yield 'linked by a person' => [
			self::row( Effect::CreateInvoice, TaskState::Done, null, [], 7, 'F-1', sent_key: Intent::LINKED ),
			[ 'unlink' ],
		];
		yield 'a draft' => [ self::row( Effect::CreateInvoice, TaskState::Done, null, [], 7 ), [ 'finalise' ] ];
		yield 'an estimate is never made final' => [
			self::row( Effect::CreateEstimate, TaskState::Done, null, [], 7 ),
			[],
		];
		yield 'in work' => [ self::row( Effect::CreateInvoice, TaskState::Working ), [] ];
		yield 'waiting for its turn' => [ self::row( Effect::CreateInvoice, TaskState::Queued ), [] ];
		yield 'a buyer asks for the company' => [
			self::row(
				Effect::ChangeCompany,
				TaskState::Attention,
				ProblemCode::CompanyAsked,
				[ 'after' => '12.00' ]
			),
			[ 'accept_company', 'refuse_company' ],
		];
		yield 'a buyer asks for the company, and the order cannot be read' => [
			self::row( Effect::ChangeCompany, TaskState::Attention, ProblemCode::CompanyAsked ),
			[ 'refuse_company', 'retry' ],
		];
		yield 'a buyer was refused' => [
			self::row( Effect::ChangeCompany, TaskState::Skipped, ProblemCode::CompanyRefused ),
			[],
		];
		yield 'a buyer who asks waits for the database' => [
			self::row( Effect::ChangeCompany, TaskState::Queued, ProblemCode::UnexpectedError ),
			[ 'retry' ],
		];
		yield 'waiting for the next try' => [
			self::row( Effect::CreateInvoice, TaskState::Queued, ProblemCode::NotSent ),
			[ 'retry' ],
		];
		yield 'waiting for Sellsy to be back' => [
			self::row( Effect::CreateInvoice, TaskState::Queued, ProblemCode::SellsyDown ),
			[],
		];
		yield 'waiting for a document that comes' => [
			self::row( Effect::CreateInvoice, TaskState::Queued, ProblemCode::WaitsForParent, [ 'kind' => 'order' ] ),
			[],
		];
		yield 'waiting for a document that stopped' => [
			self::row(
				Effect::CreateInvoice,
				TaskState::Queued,
				ProblemCode::WaitsForParent,
				[
					'kind'    => 'order',
					'problem' => 'tax_unmapped',
				]
			),
			[ 'retry', 'make_now' ],
		];
		yield 'stopped' => [
			self::row( Effect::CreateInvoice, TaskState::Attention, ProblemCode::TaxUnmapped ),
			[ 'retry', 'done_by_hand' ],
		];
		yield 'several customers' => [
			self::row( Effect::CreateInvoice, TaskState::Attention, ProblemCode::SeveralCustomers ),
			[ 'choose_customer', 'retry', 'done_by_hand' ],
		];
		yield 'a customer of the other kind' => [
			self::row( Effect::CreateOrder, TaskState::Attention, ProblemCode::CustomerOtherKind ),
			[ 'choose_customer', 'retry', 'done_by_hand' ],
		];
		yield 'an e-mail that may have left' => [
			self::row( Effect::SendDocument, TaskState::Attention, ProblemCode::SendUnknown ),
			[ 'mark_sent', 'send_again' ],
		];
		$differs = [
			'order_total'    => '13.00',
			'document_total' => '12.00',
		];
		yield 'differs from its order' => [
			self::row( Effect::CreateInvoice, TaskState::Attention, ProblemCode::DiffersFromOrder, $differs, 7, 'F-1' ),
			[ 'reissue' ],
		];
		yield 'differs, but not in what it is worth' => [
			self::row(
				Effect::CreateInvoice,
				TaskState::Attention,
				ProblemCode::DiffersFromOrder,
				[
					'order_total'    => '12.00',
					'document_total' => '12.00',
				],
				7,
				'F-1'
			),
			[ 'keep', 'reissue' ],
		];
		yield 'looked at again' => [
			self::row( Effect::CreateInvoice, TaskState::Queued, ProblemCode::DiffersFromOrder, $differs, 7, 'F-1' ),
			[ 'retry' ],
		];
		yield 'a credit note without its refund' => [
			self::row( Effect::CreateCreditNote, TaskState::Attention, ProblemCode::RefundUndone, [], 7, 'A-1' ),
			[ 'reissue' ],
		];
		yield 'a draft credit note without its refund' => [
			self::row( Effect::CreateCreditNote, TaskState::Attention, ProblemCode::RefundUndone, [], 7 ),
			[ 'retry' ],
		];
		yield 'differs, nobody knows how' => [
			self::row( Effect::CreateInvoice, TaskState::Attention, ProblemCode::DiffersFromOrder, [], 7, 'F-1' ),
			[ 'reissue' ],
		];
		yield 'a document that is gone' => [
			self::row( Effect::CreateInvoice, TaskState::Attention, ProblemCode::DocumentGone, [], 7 ),
			[ 'retry', 'leave_out', 'done_by_hand' ],
		];
		yield 'a document whose order is gone' => [
			self::row( Effect::CreateInvoice, TaskState::Attention, ProblemCode::OrderGone, [], 7 ),
			[ 'retry', 'done_by_hand' ],
		];
		yield 'a step whose document is gone' => [
			self::row( Effect::ValidateInvoice, TaskState::Attention, ProblemCode::DocumentGone, [], 7 ),
			[ 'retry', 'done_by_hand' ],
		];
		yield 'an estimate that differs is not re-issued' => [
			self::row( Effect::CreateEstimate, TaskState::Attention, ProblemCode::DiffersFromOrder, [], 7 ),
			[ 'retry' ],
		];
		yield 'a draft to delete' => [
			self::row( Effect::CreateInvoice, TaskState::Attention, ProblemCode::DraftToDelete, [], 7 ),
			[ 'retry' ],
		];
		yield 'a credit note that cannot be made' => [
			self::row( Effect::CreateCreditNote, TaskState::Attention, ProblemCode::RefundLinesDiffer ),
			[ 'retry', 'done_by_hand' ],
		];
		yield 'a payment that somebody has recorded' => [
			self::row( Effect::RecordPayment, TaskState::Attention, ProblemCode::PaymentOverDue ),
			[ 'retry', 'done_by_hand' ],
		];
		yield 'a payment that was made but not set against its document' => [
			self::row( Effect::PayBack, TaskState::Attention, ProblemCode::Rejected, [], 9 ),
			[ 'retry', 'done_by_hand' ],
		];
		yield 'an e-mail without an address' => [
			self::row( Effect::SendDocument, TaskState::Attention, ProblemCode::NoEmail ),
			[ 'retry', 'done_by_hand' ],
		];
		yield 'looking after the order' => [
			self::row( Effect::FollowOrder, TaskState::Attention, ProblemCode::TriesUsedUp ),
			[ 'retry' ],
		];
		yield 'an invoice made by hand' => [
			self::row( Effect::CreateInvoice, TaskState::Skipped, ProblemCode::DoneByHand ),
			[ 'make_now' ],
		];
		yield 'a credit note made by hand' => [
			self::row( Effect::CreateCreditNote, TaskState::Skipped, ProblemCode::DoneByHand ),
			[ 'retry' ],
		];
		yield 'a document left out' => [
			self::row( Effect::CreateDelivery, TaskState::Skipped, ProblemCode::BeforeStartDate ),
			[ 'make_now' ],
		];
		yield 'a credit note left out' => [
			self::row( Effect::CreateCreditNote, TaskState::Skipped, ProblemCode::NoRule ),
			[ 'retry' ],
		];
		yield 'a credit note whose refund is gone' => [
			self::row( Effect::CreateCreditNote, TaskState::Skipped, ProblemCode::RefundGone ),
			[],
		];
		yield 'a credit note that stands already' => [
			self::row( Effect::CreateCreditNote, TaskState::Skipped, ProblemCode::AlreadyCredited ),
			[],
		];
		yield 'a refund that its draft invoice has taken in' => [
			self::row( Effect::CreateCreditNote, TaskState::Skipped, ProblemCode::RefundInDraft ),
			[],
		];
		yield 'a replacement left out' => [
			self::row( Effect::CreateInvoice, TaskState::Skipped, ProblemCode::OrderGone, [], 0, '', 1 ),
			[ 'retry' ],
		];
		yield 'a payment that stands otherwise in Sellsy' => [
			self::row( Effect::RecordPayment, TaskState::Attention, ProblemCode::PaymentFree, [ 'amount' => '40.00' ] ),
			[ 'retry', 'record_payment', 'leave_it', 'done_by_hand' ],
		];
		yield 'and nothing is missing' => [
			self::row( Effect::RecordPayment, TaskState::Attention, ProblemCode::PaymentElsewhere, [ 'amount' => '' ] ),
			[ 'retry', 'leave_it', 'done_by_hand' ],
		];
		yield 'a payment left out' => [
			self::row( Effect::RecordPayment, TaskState::Skipped, ProblemCode::StepNotWanted ),
			[],
		];
	}

	/** @return iterable<string, array{Task, bool}> */
	public static function rows_beside_others(): iterable {
		$invoice = Effect::CreateInvoice;
		yield 'it needs a person' => [ Row::of( $invoice, state: TaskState::Attention ), true ];
		yield 'it was left out' => [ Row::of( $invoice, state: TaskState::Skipped ), true ];
		yield 'it waits' => [ Row::of( $invoice, state: TaskState::Queued ), false ];
		yield 'a draft' => [ Row::made( $invoice ), true ];
		yield 'final' => [ Row::made( $invoice, number: 'F-1' ), false ];
		yield 'linked' => [ Row::made( $invoice, number: 'F-1', intent: new Intent( Intent::LINKED ) ), true ];
		yield 'no document, left out' => [ Row::of( Effect::RecordPayment, state: TaskState::Skipped ), false ];
		yield 'no document, done' => [ Row::made( Effect::RecordPayment ), false ];
	}

	/** The other rows of the order are read for these alone. */
	#[DataProvider( 'rows_beside_others' )]
	public function test_what_may_be_done_with_a_row_depends_on_others_beside_it( Task $task, bool $does ): void {
		self::assertSame( $does, RowActs::depend_on_others( $task ) );
	}
}
