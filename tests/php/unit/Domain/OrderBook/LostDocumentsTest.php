<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\OrderBook;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\OutcomeProblem;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\OrderBook\LostDocuments;
use OrderInvoicer\Tests\Unit\Domain\Content\Orders;
use OrderInvoicer\Tests\Unit\World\Row;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** A document stands no more: a person is asked, unless nothing is lost with it. */
final class LostDocumentsTest extends TestCase {

	/** @return iterable<string, array{Task, list<Task>, OrderSnapshot|null, string}> */
	public static function deleted(): iterable {
		$invoiced = [ self::invoice() ];
		$goes_on  = self::order();
		foreach ( [ Effect::CreateEstimate, Effect::CreateOrder, Effect::CreateProforma ] as $effect ) {
			$row = Row::made( $effect );
			yield "$effect->value of an invoiced order" => [ $row, $invoiced, $goes_on, 'done_by_hand' ];
			yield "$effect->value, and no invoice" => [ $row, [], $goes_on, 'asks' ];
		}
		$proforma = Row::made( Effect::CreateProforma );
		$by_hand  = [ Row::left_out( Effect::CreateInvoice, Outcome::ByHand ) ];
		yield 'a proforma, invoiced by hand' => [ $proforma, $by_hand, $goes_on, 'done_by_hand' ];
		yield 'a proforma, and its invoice is gone too' => [ $proforma, [ self::lost() ], $goes_on, 'asks' ];
		yield 'a proforma, its invoice is not made yet' => [ $proforma, [ self::unmade() ], $goes_on, 'asks' ];
		yield 'a delivery note of an invoiced order' => [
			Row::made( Effect::CreateDelivery ),
			$invoiced,
			$goes_on,
			'asks',
		];

		$credit = Row::made( Effect::CreateCreditNote, id: 3, parent_id: 1 );
		yield 'a credit note' => [ $credit, $invoiced, $goes_on, 'asks' ];
		yield 'a credit note, and its invoice was cancelled' => [
			$credit,
			[ self::cancelled() ],
			$goes_on,
			'invoice_missing',
		];
		yield 'a credit note, and its invoice was deleted' => [ $credit, [ self::lost() ], $goes_on, 'asks' ];
		yield 'a credit note of an invoice that nobody knows' => [ $credit, [], $goes_on, 'asks' ];

		$off = self::order( 'cancelled' );
		yield 'a draft invoice of a sale that is off' => [ self::invoice(), [], $off, 'nothing_charged' ];
		yield 'a draft invoice of one that goes on' => [ self::invoice(), [], $goes_on, 'asks' ];
		yield 'a draft invoice, its order cannot be read' => [ self::invoice(), [], null, 'asks' ];
		yield 'a final invoice of a sale that is off' => [ self::invoice( 'F-1' ), [], $off, 'asks' ];
	}

	/** @return iterable<string, array{Task, list<Task>, OrderSnapshot|null, string}> */
	public static function cancelled_invoices(): iterable {
		$goes_on = self::order();
		$off     = self::order( 'cancelled' );
		$invoice = self::invoice( 'F-1' );
		$of      = static fn ( Task ...$rows ): array => [ $invoice, $rows, $off ];
		$note    = static fn ( mixed ...$other ): Task =>
			Row::of( Effect::CreateCreditNote, ...$other + [ 'parent_id' => 1 ] );
		$payment = static fn ( mixed ...$other ): Task => Row::of( Effect::RecordPayment, ...$other );
		$unknown = [
			'state'   => TaskState::Attention,
			'sent_at' => new \DateTimeImmutable( Row::AT ),
		];

		yield 'nothing stands for it' => [ ...$of(), 'rests' ];
		yield 'the order goes on' => [ $invoice, [], $goes_on, 'asks' ];
		yield 'the order is paid' => [ $invoice, [], self::order( 'cancelled', Row::AT ), 'asks' ];
		yield 'the order cannot be read' => [ $invoice, [], null, 'asks' ];
		yield 'a payment was recorded' => [ ...$of( $payment( remote_id: 9 ) ), 'asks' ];
		yield 'a payment may have been recorded' => [ ...$of( $payment( ...$unknown ) ), 'asks' ];
		yield 'a payment was not wanted' => [ ...$of( $payment( state: TaskState::Skipped ) ), 'rests' ];
		yield 'a credit note stands' => [ ...$of( $note( remote_id: 9 ) ), 'asks' ];
		yield 'a credit note may stand' => [ ...$of( $note( ...$unknown ) ), 'asks' ];
		yield 'a credit note by hand' => [
			...$of( Row::left_out( Effect::CreateCreditNote, Outcome::ByHand, parent_id: 1 ) ),
			'asks',
		];
		yield 'a credit note was not made' => [ ...$of( $note( state: TaskState::Skipped ) ), 'rests' ];
		yield 'a credit note of another invoice' => [ ...$of( $note( remote_id: 9, parent_id: 2 ) ), 'rests' ];

		$next = static fn ( int $revision, int $remote_id ): Task =>
			Row::of( Effect::CreateInvoice, id: 2, revision: $revision, remote_id: $remote_id );
		yield 'another one stands in its place' => [ $invoice, [ $next( 1, 72 ) ], $goes_on, 'rests' ];
		yield 'another one is not made yet' => [ $invoice, [ $next( 1, 0 ) ], $goes_on, 'asks' ];
		yield 'it is the later one itself' => [
			Row::made( Effect::CreateInvoice, 73, 'F-2', revision: 2 ),
			[ $next( 1, 72 ) ],
			$goes_on,
			'asks',
		];
		yield 'an estimate stands' => [
			$invoice,
			[ Row::made( Effect::CreateEstimate, 72, revision: 1 ) ],
			$goes_on,
			'asks',
		];
		yield 'a delivery note that was cancelled' => [ Row::made( Effect::CreateDelivery ), [], $off, 'asks' ];
	}

	/** @param list<Task> $rows */
	#[DataProvider( 'deleted' )]
	public function test_a_document_was_deleted( Task $task, array $rows, ?OrderSnapshot $order, string $said ): void {
		self::assertSame( $said, self::rests( $task, $rows, $order, Outcome::Gone ) );
	}

	/** @param list<Task> $rows */
	#[DataProvider( 'cancelled_invoices' )]
	public function test_an_invoice_was_cancelled(
		Task $task,
		array $rows,
		?OrderSnapshot $order,
		string $said
	): void {
		$rests = self::rests( $task, $rows, $order, Outcome::Cancelled );
		self::assertSame( $said, $rests === 'document_cancelled' ? 'rests' : $rests );
	}

	/** @param list<Task> $rows */
	private static function rests( Task $task, array $rows, ?OrderSnapshot $order, Outcome $lost ): string {
		$rests = LostDocuments::rests( $task, [ ...$rows, $task ], $order, OutcomeProblem::problem( $lost ) );
		return $rests->code->value ?? 'asks';
	}

	private static function invoice( string $number = '' ): Task {
		return Row::made( Effect::CreateInvoice, 71, $number );
	}

	private static function unmade(): Task {
		return Row::of( Effect::CreateInvoice, state: TaskState::Queued );
	}

	private static function lost(): Task {
		return Row::left_out( Effect::CreateInvoice, Outcome::Gone, remote_id: 71 );
	}

	private static function cancelled(): Task {
		return Row::left_out( Effect::CreateInvoice, Outcome::Cancelled, remote_id: 71 );
	}

	private static function order( string $status = 'processing', string $paid_at = '' ): OrderSnapshot {
		$more = [
			'status'  => $status,
			'paid_at' => $paid_at === '' ? null : new \DateTimeImmutable( $paid_at ),
		];
		return Orders::of( '12', [ Orders::line( 1, '10', [ 1 => '2' ] ) ], [ 1 => '2' ], more: $more );
	}
}
