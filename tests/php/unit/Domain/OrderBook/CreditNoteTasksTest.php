<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\OrderBook;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\OutcomeProblem;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\OrderBook\CreditNoteTasks;
use OrderInvoicer\Tests\Unit\World\Row;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What the ledger's rows say of an order's refunds 100 and 200, and of its invoice, which row 1 has made. */
final class CreditNoteTasksTest extends TestCase {

	/** @return iterable<string, array{list<Task>, list<int>, list<int>, 3?: int}> credited, absorbed refunds. */
	public static function rows(): iterable {
		yield 'nothing was done' => [ [], [], [] ];
		yield 'a credit note' => [ [ self::note( 2, 100 ) ], [ 100 ], [] ];
		yield 'both, oldest refund first' => [ [ self::note( 2, 200 ), self::note( 3, 100 ) ], [ 100, 200 ], [] ];
		yield 'one that is about to be made' => [ [ self::note( 2, 100, [ 'remote_id' => 0 ] ) ], [], [] ];
		yield 'the one that is asked for' => [ [ self::note( 2, 100 ), self::note( 3, 200 ) ], [ 200 ], [], 2 ];
		yield 'one of all that is left' => [ [ self::note( 2, 0 ) ], [], [] ];
		yield 'of another invoice' => [ [ self::note( 2, 100, [ 'parent_id' => 9 ] ) ], [], [ 100 ] ];
		yield 'taken off the draft' => [ [ self::left_out( 2, 100, Outcome::Absorbed ) ], [], [ 100 ] ];
		yield 'by hand, of this invoice' => [ [ self::left_out( 2, 100, Outcome::ByHand ) ], [], [] ];
		yield 'by hand, of another' => [ [ self::left_out( 2, 100, Outcome::ByHand, 9 ) ], [], [ 100 ] ];
		yield 'gone at Sellsy' => [ [ self::lost( 2, 100 ) ], [], [] ];
		yield 'entered again: the note of the one before counts' => [
			[ self::note( 2, 50 ), self::covered( 3, 100, 72 ) ],
			[ 100 ],
			[],
		];
		yield 'entered again, that note is gone' => [ [ self::lost( 2, 50 ), self::covered( 3, 100, 72 ) ], [], [] ];
		yield 'a row of another kind' => [ [ self::row( 2, Effect::PayBack, 100, [ 'remote_id' => 72 ] ) ], [], [] ];
	}

	/**
	 * @param list<Task> $rows
	 * @param list<int>  $credited
	 * @param list<int>  $absorbed
	 */
	#[DataProvider( 'rows' )]
	public function test_refunds_of_an_invoice(
		array $rows,
		array $credited,
		array $absorbed,
		?int $but = null
	): void {
		$tasks = CreditNoteTasks::invoice( 1, [ self::invoice(), ...$rows ], self::refunds( 100, 200 ), $but );
		self::assertSame(
			[ $credited, $absorbed ],
			[ array_column( $tasks->credited, 'id' ), array_column( $tasks->absorbed, 'id' ) ]
		);
	}

	/** @return iterable<string, array{Task, bool}> */
	public static function wholes(): iterable {
		$queued = [
			'state'     => TaskState::Queued,
			'remote_id' => 0,
		];
		yield 'made' => [ self::note( 2, 0 ), true ];
		yield 'by hand' => [ self::left_out( 2, 0, Outcome::ByHand ), true ];
		yield 'sent, and nobody knows' => [ self::note( 2, 0, [ 'sent_at' => self::now() ] + $queued ), true ];
		yield 'not begun' => [ self::note( 2, 0, $queued ), false ];
		yield 'left out' => [ self::left_out( 2, 0, Outcome::NotWanted ), false ];
		yield 'gone at Sellsy' => [ self::lost( 2, 0 ), false ];
		yield 'of one refund' => [ self::note( 2, 100 ), false ];
		yield 'of another invoice' => [ self::note( 2, 0, [ 'parent_id' => 9 ] ), false ];
		yield 'no credit note' => [ self::row( 2, Effect::RecordPayment, 0, [ 'remote_id' => 72 ] ), false ];
	}

	#[DataProvider( 'wholes' )]
	public function test_all_that_is_left_is_credited( Task $task, bool $is_all ): void {
		self::assertSame( $is_all, CreditNoteTasks::takes_all( $task, 1 ) );
		self::assertSame( $is_all, CreditNoteTasks::is_all_credited( 1, [ self::invoice(), $task ] ) );
	}

	/** @return iterable<string, array{list<Task>, list<int>, bool}> rows beside 2, left behind, whether 2 is undone. */
	public static function deleted(): iterable {
		$newer = self::row( 3, Effect::CreateInvoice, 0, [], 1 );
		yield 'its refund is there' => [ [ self::note( 2, 100 ) ], [], false ];
		yield 'its refund was deleted' => [ [ self::note( 2, 50 ) ], [ 2 ], true ];
		yield 'so was that of one by hand' => [ [ self::left_out( 2, 50, Outcome::ByHand ) ], [ 2 ], true ];
		yield 'nothing was made of it' => [ [ self::note( 2, 50, [ 'remote_id' => 0 ] ) ], [], false ];
		yield 'it is gone with its refund' => [ [ self::lost( 2, 50 ) ], [], false ];
		yield 'it is about all that was left' => [ [ self::note( 2, 0 ) ], [], false ];
		yield 'its refund was entered again' => [ [ self::note( 2, 50 ), self::covered( 3, 100, 72 ) ], [], false ];
		yield 'that one was deleted too' => [ [ self::note( 2, 50 ), self::covered( 3, 60, 72 ) ], [ 2 ], true ];
		yield 'the invoice was issued anew' => [ [ self::note( 2, 50 ), $newer ], [ 2 ], false ];
		yield 'it is of the new one' => [ [ self::note( 2, 50, [ 'parent_id' => 3 ] ), $newer ], [ 2 ], true ];
		yield 'the invoice was credited in full' => [ [ self::note( 2, 50 ), self::note( 3, 0 ) ], [ 2 ], false ];
		yield 'in full, and that one is gone' => [ [ self::note( 2, 50 ), self::lost( 3, 0 ) ], [ 2 ], true ];
	}

	/**
	 * @param non-empty-list<Task> $rows
	 * @param list<int>            $left_behind
	 */
	#[DataProvider( 'deleted' )]
	public function test_whose_refund_was_deleted( array $rows, array $left_behind, bool $is_undone ): void {
		$all = [ self::invoice(), ...$rows ];
		self::assertSame(
			$left_behind,
			array_column( CreditNoteTasks::left_behind( $all, self::refunds( 100, 200 ) ), 'id' )
		);
		self::assertSame( $is_undone, CreditNoteTasks::is_undone( $rows[0], $all, self::refunds( 100, 200 ) ) );
	}

	public function test_by_hand_is_of_the_invoice_that_it_names(): void {
		$by_hand = [ self::invoice(), self::left_out( 2, 100, Outcome::ByHand ) ];
		self::assertTrue( CreditNoteTasks::has_by_hand( 1, $by_hand ) );
		self::assertFalse( CreditNoteTasks::has_by_hand( 9, $by_hand ) );
		self::assertFalse( CreditNoteTasks::has_by_hand( 1, [ self::invoice(), self::note( 2, 100 ) ] ) );
	}

	public function test_a_refund_is_told_of_by_its_note_or_by_that_of_the_one_before(): void {
		$rows = [ self::invoice(), self::note( 2, 50 ), self::covered( 3, 100, 72 ), self::covered( 4, 200, 99 ) ];
		$told = static fn ( Task $task ): bool => CreditNoteTasks::is_told_of( $task, $rows );
		self::assertSame( [ true, true, false ], array_map( $told, array_slice( $rows, 1 ) ) );
	}

	private static function invoice(): Task {
		return self::row( 1, Effect::CreateInvoice, 0, [ 'remote_id' => 71 ] );
	}

	/** @param array<string, mixed> $other */
	private static function note( int $id, int $refund_id, array $other = [] ): Task {
		$made = [
			'parent_id' => 1,
			'remote_id' => 70 + $id,
		];
		return self::row( $id, Effect::CreateCreditNote, $refund_id, $other + $made );
	}

	private static function lost( int $id, int $refund_id ): Task {
		return self::note( $id, $refund_id )->with(
			[
				'state'   => TaskState::Skipped,
				'problem' => OutcomeProblem::problem( Outcome::Gone ),
			]
		);
	}

	private static function left_out( int $id, int $refund_id, Outcome $outcome, int $invoice = 1 ): Task {
		return Row::left_out(
			Effect::CreateCreditNote,
			$outcome,
			id: $id,
			refund_id: $refund_id,
			parent_id: $invoice
		);
	}

	private static function covered( int $id, int $refund_id, int $document ): Task {
		return self::left_out( $id, $refund_id, Outcome::Absorbed )
			->with( [ 'problem' => OutcomeProblem::problem( Outcome::Covered, [ 'id' => $document ] ) ] );
	}

	/** @param array<string, mixed> $other */
	private static function row( int $id, Effect $effect, int $refund_id, array $other, int $revision = 0 ): Task {
		return Row::of( $effect, ...$other, id: $id, refund_id: $refund_id, revision: $revision );
	}

	private static function now(): \DateTimeImmutable {
		return new \DateTimeImmutable( Row::AT );
	}

	/** @return list<RefundSnapshot> */
	private static function refunds( int ...$ids ): array {
		$refund = static fn ( int $id ): RefundSnapshot => new RefundSnapshot(
			id: $id,
			amount: Decimal::of_int( 1 ),
			lines: [],
			reason: '',
			created_at: self::now(),
			is_paid_back: true
		);
		return array_values( array_map( $refund, $ids ) );
	}
}
