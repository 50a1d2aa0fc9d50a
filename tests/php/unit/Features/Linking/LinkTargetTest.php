<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\Linking;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Features\Linking\Rules\LinkTarget;
use OrderInvoicer\Tests\Unit\World\Row;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

/** In whose place a document is to stand: of the order, or of one of its refunds. */
final class LinkTargetTest extends TestCase {

	#[TestWith( [ 'invoice', 'invoice', 0 ] )]
	#[TestWith( [ 'creditnote.7', 'creditnote', 7 ] )]
	#[TestWith( [ 'creditnote', null, 0 ], 'of which refund?' )]
	#[TestWith( [ 'creditnote.0', null, 0 ] )]
	#[TestWith( [ 'invoice.7', null, 0 ], 'no invoice is of a refund' )]
	#[TestWith( [ 'receipt', null, 0 ] )]
	#[TestWith( [ '', null, 0 ] )]
	public function test_it_is_read_as_it_is_written( string $text, ?string $kind, int $refund_id ): void {
		$target = LinkTarget::read( $text );
		self::assertSame( [ $kind, $refund_id ], [ $target?->kind->value, $target->refund_id ?? 0 ] );
		self::assertSame( $kind === null ? null : $text, $target?->text() );
	}

	public function test_each_row_that_makes_a_document_of_its_own_has_one(): void {
		$of = static fn ( Task $task ): ?string => LinkTarget::of_row( $task )?->text();
		self::assertSame( 'invoice', $of( Row::of( Effect::CreateInvoice ) ) );
		self::assertSame( 'creditnote.7', $of( Row::of( Effect::CreateCreditNote, refund_id: 7 ) ) );
		self::assertNull( $of( Row::of( Effect::CreateCreditNote ) ), 'All that was left is of no refund.' );
		self::assertNull( $of( Row::of( Effect::RecordPayment ) ) );
	}

	/** @return iterable<string, array{list<Task>, bool, bool}> rows, free, unknown. */
	public static function rows(): iterable {
		$row  = static fn ( TaskState $state, mixed ...$other ): array =>
			[ Row::of( Effect::CreateInvoice, ...$other + [ 'state' => $state ] ) ];
		$sent = [ 'sent_at' => new \DateTimeImmutable( Row::AT ) ];
		$asks = [ 'problem' => new Problem( ProblemCode::MadeUnknown ) ];
		yield 'none' => [ [], true, false ];
		yield 'of a refund' => [ [ Row::of( Effect::CreateCreditNote, refund_id: 7 ) ], true, false ];
		yield 'one waits' => [ $row( TaskState::Queued ), true, false ];
		yield 'one is being made' => [ $row( TaskState::Working ), false, false ];
		yield 'one is being made, and was sent' => [ $row( TaskState::Working, ...$sent ), false, false ];
		yield 'one stands' => [ $row( TaskState::Done, remote_id: 71 ), false, false ];
		yield 'one was sent, and waits' => [ $row( TaskState::Queued, ...$sent ), false, true ];
		yield 'one was sent, and asks' => [ $row( TaskState::Attention, ...$sent ), false, true ];
		yield 'Sellsy cannot tell' => [ $row( TaskState::Attention, ...$sent + $asks ), true, false ];
		yield 'one was left out' => [ $row( TaskState::Skipped, ...$sent ), true, false ];
		yield 'it is gone' => [
			[ Row::left_out( Effect::CreateInvoice, Outcome::Gone, ...$sent, remote_id: 71 ) ],
			true,
			false,
		];
	}

	/** @param list<Task> $rows */
	#[DataProvider( 'rows' )]
	public function test_whether_there_is_a_place( array $rows, bool $is_free, bool $is_unknown ): void {
		$target = LinkTarget::read( 'invoice' ) ?? self::fail();
		self::assertSame( [ $is_free, $is_unknown ], [ $target->is_free( $rows ), $target->is_unknown( $rows ) ] );
	}

	public function test_an_invoice_that_was_cancelled_keeps_its_row(): void {
		$target    = LinkTarget::read( 'invoice' ) ?? self::fail();
		$cancelled = Row::left_out( Effect::CreateInvoice, Outcome::Cancelled, remote_id: 71 );
		$gone      = Row::left_out( Effect::CreateInvoice, Outcome::Gone, remote_id: 71 );
		self::assertSame( 0, $target->key( 1, [] )->revision );
		self::assertSame( 0, $target->key( 1, [ $gone ] )->revision );
		self::assertSame( 1, $target->key( 1, [ $cancelled ] )->revision );
		$estimate = Row::left_out( Effect::CreateEstimate, Outcome::Cancelled, remote_id: 71 );
		self::assertSame( 0, ( LinkTarget::read( 'estimate' ) ?? self::fail() )->key( 1, [ $estimate ] )->revision );
	}
}
