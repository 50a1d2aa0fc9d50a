<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Ledger;

use OrderInvoicer\Domain\Failures\Ending;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\ProblemTraits;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\OutcomeProblem;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Tests\Unit\World\Row;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What came of a row is told by code and facts as releases before tell it, in every state, both ways. */
final class OutcomeTest extends TestCase {

	/** Outcome; the code, and the fact that tells it from others of that code. */
	private const TABLE = [
		[ Outcome::Gone, ProblemCode::DocumentGone, [ 'id' => 7 ] ],
		[ Outcome::Cancelled, ProblemCode::DocumentCancelled, [ 'number' => 'F-1' ] ],
		[ Outcome::Replaced, ProblemCode::DocumentCancelled, [ 'replaced' => 1 ] ],
		[ Outcome::Linking, ProblemCode::BeingLinked, [ 'id' => 7 ] ],
		[ Outcome::LinkBroken, ProblemCode::LinkBroken, [] ],
		[ Outcome::ByHand, ProblemCode::DoneByHand, [] ],
		[ Outcome::NotWanted, ProblemCode::DoneByHand, [ 'none' => 1 ] ],
		[ Outcome::LeftToPerson, ProblemCode::DoneByHand, [ 'none' => 'payment' ] ],
		[ Outcome::SameRefund, ProblemCode::RefundTold, [] ],
		[ Outcome::LeftUnpaid, ProblemCode::DisputeUnpaid, [] ],
		[ Outcome::Absorbed, ProblemCode::RefundInDraft, [ 'refund' => '5.00' ] ],
		[ Outcome::Covered, ProblemCode::AlreadyCredited, [ 'id' => 9 ] ],
		[ Outcome::AllCredited, ProblemCode::AlreadyCredited, [] ],
		[ Outcome::NoInvoice, ProblemCode::InvoiceMissing, [] ],
		[ Outcome::BeforeLink, ProblemCode::RefundBeforeLink, [] ],
		[ Outcome::RefundGone, ProblemCode::RefundGone, [] ],
		[ Outcome::NothingCharged, ProblemCode::NothingCharged, [] ],
		[ Outcome::NothingToInvoice, ProblemCode::NothingToInvoice, [] ],
		[ Outcome::NotTriggered, ProblemCode::NoLongerTriggered, [ 'status' => 'on-hold' ] ],
		[ Outcome::NoRule, ProblemCode::NoRule, [] ],
		[ Outcome::SwitchedOff, ProblemCode::WorkflowDisabled, [] ],
		[ Outcome::StepNotWanted, ProblemCode::StepNotWanted, [] ],
		[ Outcome::PartOfSale, ProblemCode::PartOfSale, [ 'biller' => 'parent' ] ],
		[ Outcome::Elsewhere, ProblemCode::InvoicedElsewhere, [ 'url' => 'u' ] ],
		[ Outcome::FreeLeftDue, ProblemCode::FreeInvoiceDue, [ 'number' => 'F-1' ] ],
		[ Outcome::LeftOut, ProblemCode::NothingCame, [] ],
		[ Outcome::LeftOut, ProblemCode::OrderGone, [] ],
	];

	/**
	 * @param array<string, string|int> $facts
	 */
	#[DataProvider( 'encodings' )]
	public function test_code_and_fact_of_a_row_that_was_left_out_say_what_came_of_it(
		Outcome $outcome,
		ProblemCode $code,
		array $facts
	): void {
		self::assertSame( $outcome, self::row( TaskState::Skipped, new Problem( $code, $facts ) )->outcome );
	}

	/** @return iterable<string, array{Outcome, ProblemCode, array<string, string|int>}> */
	public static function encodings(): iterable {
		foreach ( self::TABLE as [ $outcome, $code, $facts ] ) {
			yield "$outcome->value by $code->value" => [ $outcome, $code, $facts ];
		}
	}

	public function test_every_outcome_has_its_code_or_needs_none(): void {
		$without = [ Outcome::Open, Outcome::Made, Outcome::Linked ];
		$told    = array_column( [ ...array_column( self::TABLE, 0 ), ...$without ], 'value' );
		$told    = array_values( array_unique( $told ) );
		self::assertEqualsCanonicalizing( array_column( Outcome::cases(), 'value' ), $told );
	}

	public function test_an_outcome_writes_the_code_and_the_fact_by_which_it_is_told(): void {
		foreach ( self::TABLE as [ $outcome, $code, $facts ] ) {
			if ( $outcome !== Outcome::LeftOut ) {
				$told_by = $outcome === Outcome::Covered ? $facts : []; // Which one it is, its use case knows.
				$problem = OutcomeProblem::problem( $outcome, $told_by );
				self::assertSame( [ $code, $outcome ], [ $problem->code, OutcomeProblem::told_by( $problem ) ] );
			}
		}
	}

	public function test_what_asks_a_person_has_no_outcome_but_its_document_or_a_loss(): void {
		foreach ( ProblemCode::cases() as $code ) {
			foreach ( [ 0, 77 ] as $id ) {
				$row = self::row( TaskState::Attention, new Problem( $code ), $id );
				self::assertTrue(
					$row->outcome->is_loss() || $row->outcome === ( $id === 0 ? Outcome::Open : Outcome::Made ),
					$code->value
				);
			}
		}
	}

	public function test_what_is_done_or_waits_says_whether_anything_stands(): void {
		$linked = new Intent( Intent::LINKED, '10.00', '' );
		self::assertSame( Outcome::Open, self::row( TaskState::Queued, null )->outcome );
		$down = new Problem( ProblemCode::SellsyDown );
		self::assertSame( Outcome::Open, self::row( TaskState::Working, $down )->outcome );
		self::assertSame( Outcome::Made, self::row( TaskState::Done, null )->outcome, 'An e-mail left.' );
		self::assertSame( Outcome::Made, self::row( TaskState::Queued, null, 77 )->outcome );
		self::assertSame( Outcome::Linked, self::row( TaskState::Done, null, 77, $linked )->outcome );
		self::assertSame( Outcome::LeftOut, self::row( TaskState::Skipped, null )->outcome, 'Of an older release.' );
	}

	/** As they stood in the release of before. */
	public function test_each_row_answers_what_releases_before_asked_of_code_fact_and_id(): void {
		foreach ( self::rows() as $name => $row ) {
			$code    = $row->problem?->code;
			$none    = $row->problem?->fact( 'none' ) ?? '';
			$is_left = $row->state === TaskState::Skipped
				&& in_array( $code, [ ProblemCode::DoneByHand, ProblemCode::BeingLinked ], true );
			$lost    = [
				ProblemCode::DocumentGone,
				ProblemCode::DocumentCancelled,
				ProblemCode::BeingLinked,
				ProblemCode::LinkBroken,
			];
			$is_lost = $row->remote_id > 0 && in_array( $code, $lost, true );
			self::assertSame(
				[
					'left to people' => $is_left,
					'by hand'        => $is_left && $code === ProblemCode::DoneByHand && $none === '',
					'has lost'       => $is_lost,
					'has'            => $row->remote_id > 0 && ! $is_lost,
					'cancelled'      => $row->remote_id > 0 && $code === ProblemCode::DocumentCancelled,
				],
				[
					'left to people' => $row->is_left_to_people(),
					'by hand'        => $row->is_by_hand(),
					'has lost'       => $row->has_lost_its_document(),
					'has'            => $row->has_document(),
					'cancelled'      => $row->has_cancelled_document(),
				],
				$name
			);
		}
	}

	/** @return iterable<string, Task> each state with each code and fact, with and without a document. */
	private static function rows(): iterable {
		$problems = [
			null,
			...array_map( static fn ( ProblemCode $code ): Problem => new Problem( $code ), ProblemCode::cases() ),
			...array_map( static fn ( array $line ): Problem => new Problem( $line[1], $line[2] ), self::TABLE ),
		];
		foreach ( $problems as $problem ) {
			foreach ( TaskState::cases() as $state ) {
				foreach ( [ 0, 77 ] as $id ) {
					$facts = json_encode( $problem->facts ?? [] );
					$code  = $problem->code->value ?? '';
					yield "$state->value $code $facts $id" => self::row( $state, $problem, $id );
				}
			}
		}
	}

	/** A code that leaves a row out is named here, so that a new one is not forgotten. */
	public function test_what_is_left_out_without_an_outcome_of_its_own_is_known(): void {
		$unnamed = array_filter(
			ProblemTraits::codes( static fn ( ProblemTraits $is ): bool => $is->ending === Ending::LeftOut ),
			static fn ( ProblemCode $code ): bool => OutcomeProblem::told_by( new Problem( $code ) ) === null
		);
		self::assertEqualsCanonicalizing(
			[
				'order_gone',
				'before_start_date',
				'finalised_by_hand',
				'free_order',
				'not_followed',
				'nothing_came',
				'company_refused',
			],
			array_column( $unnamed, 'value' )
		);
	}

	private static function row(
		TaskState $state,
		?Problem $problem,
		int $remote_id = 0,
		Intent $intent = new Intent()
	): Task {
		return Row::of(
			Effect::CreateInvoice,
			state: $state,
			intent: $intent,
			remote_id: $remote_id,
			problem: $problem
		);
	}
}
