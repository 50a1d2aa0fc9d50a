<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Report;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Report\CreditedInFull;
use OrderInvoicer\Domain\Report\ReportedDocument;
use OrderInvoicer\Tests\Unit\World\Row;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Nothing of an invoice is owed any more because final credit notes took all of it: its buyer is shown that. */
final class CreditedInFullTest extends TestCase {

	/** @return iterable<string, array{list<Task>, array<int, int|null>, bool, 3?: Task}> rows, worths, whether. */
	public static function invoices(): iterable {
		$whole = self::note( 2, 0 );
		$first = self::note( 2, 7 );
		$other = self::note( 3, 8 );
		yield 'nothing was credited' => [ [], [ 1 => 6000 ], false ];
		yield 'all that was left' => [ [ $whole ], [ 1 => 6000 ], true ];
		yield 'all that was left, whatever it was worth' => [ [ $whole ], [], true ];
		yield 'a part' => [
			[ $first ],
			[
				1 => 6000,
				2 => 5999,
			],
			false,
		];
		yield 'part by part' => [
			[ $first, $other ],
			[
				1 => 6000,
				2 => 2000,
				3 => 4000,
			],
			true,
		];
		yield 'one of which nobody knows' => [
			[ $first ],
			[
				1 => 6000,
				2 => null,
			],
			false,
		];
		yield 'an invoice of which nobody knows' => [
			[ $first ],
			[
				1 => null,
				2 => 6000,
			],
			false,
		];
		yield 'an invoice of nothing' => [
			[ $first ],
			[
				1 => 0,
				2 => 0,
			],
			false,
		];
		yield 'a draft of a credit note' => [
			[ self::note( 2, 7, '' ) ],
			[
				1 => 6000,
				2 => 6000,
			],
			false,
		];
		yield 'a credit note of another invoice' => [
			[ self::note( 2, 7 )->with( [ 'parent_id' => 9 ] ) ],
			[
				1 => 6000,
				2 => 6000,
			],
			false,
		];
		yield 'a credit note that is gone' => [
			[ Row::left_out( Effect::CreateCreditNote, Outcome::Gone, id: 2, parent_id: 1, remote_id: 72 ) ],
			[
				1 => 6000,
				2 => 6000,
			],
			false,
		];
		yield 'a payment is no credit note' => [
			[ Row::made( Effect::RecordPayment, 72, 'A-1', id: 2, parent_id: 1 ) ],
			[
				1 => 6000,
				2 => 6000,
			],
			false,
		];
		yield 'an estimate is no invoice' => [ [ $whole ], [ 1 => 6000 ], false, Row::made( Effect::CreateEstimate ) ];
		yield 'an invoice that is gone' => [
			[ $whole ],
			[ 1 => 6000 ],
			false,
			Row::left_out( Effect::CreateInvoice, Outcome::Gone, remote_id: 71 ),
		];
	}

	/**
	 * @param list<Task>           $rows
	 * @param array<int, int|null> $worths
	 */
	#[DataProvider( 'invoices' )]
	public function test_whether_anything_is_left(
		array $rows,
		array $worths,
		bool $is_credited,
		?Task $invoice = null
	): void {
		$invoice ??= Row::made( Effect::CreateInvoice, 71, 'F-1' );
		$reported  = [];
		foreach ( $worths as $id => $worth ) {
			$reported[ $id ] = new ReportedDocument(
				kind: DocumentKind::Invoice,
				id: 70 + $id,
				number: 'F-1',
				date: null,
				currency: 'EUR',
				excl_tax: null,
				incl_tax: $worth,
				taxes: null
			);
		}
		self::assertSame( $is_credited, CreditedInFull::is( $invoice, [ $invoice, ...$rows ], $reported ) );
	}

	private static function note( int $id, int $refund_id, string $number = 'A-1' ): Task {
		return Row::made( Effect::CreateCreditNote, 70 + $id, $number, id: $id, refund_id: $refund_id, parent_id: 1 );
	}
}
