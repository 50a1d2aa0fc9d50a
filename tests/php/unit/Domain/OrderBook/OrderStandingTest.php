<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\OrderBook;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderPayment;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\OrderBook\OrderStanding;
use OrderInvoicer\Domain\Settings\DefaultSettings;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Tests\Unit\Domain\Content\Orders;
use OrderInvoicer\Tests\Unit\World\Row;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** An order of 12.00 TTC, paid at ten o'clock, and what its rows say together. */
final class OrderStandingTest extends TestCase {

	public function test_the_newest_row_of_an_effect_and_a_refund_and_a_part(): void {
		$standing = self::standing(
			[
				Row::of( Effect::CreateInvoice, id: 1 ),
				Row::of( Effect::CreateInvoice, id: 2, revision: 1 ),
				Row::of( Effect::CreateCreditNote, id: 3, refund_id: 7 ),
				Row::of( Effect::RecordPayment, id: 4, part: 'gift_card:1' ),
			]
		);
		self::assertSame( 2, $standing->row( Effect::CreateInvoice )?->id );
		self::assertSame( 3, $standing->row( Effect::CreateCreditNote, 7 )?->id );
		self::assertNull( $standing->row( Effect::CreateCreditNote ) );
		self::assertSame( 4, $standing->row( Effect::RecordPayment, part: 'gift_card:1' )?->id );
		self::assertNull( $standing->row( Effect::RecordPayment ) );
	}

	/** @return iterable<string, array{list<Task>, int|null}> */
	public static function documents(): iterable {
		$made = Row::made( Effect::CreateInvoice );
		yield 'none' => [ [], null ];
		yield 'one that stands' => [ [ $made ], 1 ];
		yield 'one that is not made yet' => [ [ Row::of( Effect::CreateInvoice ) ], null ];
		yield 'one that somebody has to look at' => [ [ $made->with( [ 'state' => TaskState::Attention ] ) ], null ];
		yield 'one that is gone' => [ [ Row::left_out( Effect::CreateInvoice, Outcome::Gone, remote_id: 71 ) ], null ];
		yield 'one before, and the next is not there yet' => [
			[ $made, Row::of( Effect::CreateInvoice, id: 2, revision: 1 ) ],
			null,
		];
	}

	/** @param list<Task> $rows */
	#[DataProvider( 'documents' )]
	public function test_the_document_that_stands( array $rows, ?int $id ): void {
		self::assertSame( $id, self::standing( $rows )->document( DocumentKind::Invoice )?->id );
	}

	/** @return iterable<string, array{list<string>, bool, string, list<string>}> refunds, dispute, left, gone back. */
	public static function money(): iterable {
		yield 'nothing went back' => [ [], false, '12', [] ];
		yield 'a refund' => [ [ '5' ], false, '7', [ '7: 5' ] ];
		yield 'a dispute took all' => [ [], true, '12', [ '0: 12' ] ];
		yield 'a dispute took what a refund had left' => [ [ '5' ], true, '7', [ '7: 5', '0: 7' ] ];
		yield 'a dispute, and the gateway made a refund of it' => [ [ '12' ], true, '0', [ '7: 12' ] ];
	}

	/**
	 * @param list<string> $refunds
	 * @param list<string> $gone_back
	 */
	#[DataProvider( 'money' )]
	public function test_money_went_back( array $refunds, bool $is_disputed, string $left, array $gone_back ): void {
		$payment  = new OrderPayment( 'stripe', 'Card', is_disputed: $is_disputed );
		$standing = self::standing( [], $refunds, [ 'payment' => $payment ] );
		self::assertSame( $left, $standing->left()->to_string() );
		self::assertSame(
			$gone_back,
			array_map(
				static fn ( RefundSnapshot $refund ): string => "$refund->id: {$refund->amount->to_string()}",
				$standing->gone_back()
			)
		);
	}

	public function test_a_dispute_that_the_customer_owes_again(): void {
		$left  = Row::left_out( Effect::CreateCreditNote, Outcome::LeftUnpaid, refund_id: 7 );
		$other = Row::left_out( Effect::CreateCreditNote, Outcome::SameRefund, refund_id: 7 );
		foreach ( [ [ true, [ $left ] ], [ false, [ $other ] ], [ false, [] ] ] as [ $is_left, $rows ] ) {
			$standing = self::standing( $rows, [ '5' ] );
			self::assertSame( $is_left, $standing->is_left_unpaid( $standing->refunds[0] ) );
		}
	}

	/** @return iterable<string, array{string, list<Task>, string|null, bool}> since, rows, paid at, whether. */
	public static function unrecorded(): iterable {
		$not_wanted = Row::left_out( Effect::RecordPayment, Outcome::StepNotWanted );
		yield 'switched on afterwards' => [ '2026-11-25', [], Row::AT, true ];
		yield 'switched on before' => [ '2026-11-23', [], Row::AT, false ];
		yield 'not paid' => [ '2026-11-25', [], null, false ];
		yield 'it was not wanted then' => [ '2026-11-25', [ $not_wanted ], Row::AT, true ];
		yield 'somebody had it recorded' => [ '2026-11-25', [ Row::of( Effect::RecordPayment ) ], Row::AT, false ];
	}

	/** @param list<Task> $rows */
	#[DataProvider( 'unrecorded' )]
	public function test_payments_of_before( string $since, array $rows, ?string $paid_at, bool $is_left ): void {
		$paid     = [ 'paid_at' => $paid_at === null ? null : new \DateTimeImmutable( $paid_at ) ];
		$standing = self::standing( $rows, order: $paid, since: $since );
		self::assertSame( $is_left, $standing->is_left_unrecorded( Row::made( Effect::CreateInvoice ) ) );
	}

	/** @return iterable<string, array{list<Task>, bool, 2?: string, 3?: Task}> rows, whether, status, invoice. */
	public static function reinstated(): iterable {
		$whole = static fn ( mixed ...$other ): array => [ Row::of( Effect::CreateCreditNote, ...$other ) ];
		$final = [
			'remote_id'     => 9,
			'remote_number' => 'A-1',
		];
		yield 'all was credited' => [ $whole( ...$final ), true ];
		yield 'all was credited by hand' => [ [ Row::left_out( Effect::CreateCreditNote, Outcome::ByHand ) ], true ];
		yield 'and it is still cancelled' => [ $whole( ...$final ), false, 'cancelled' ];
		yield 'a draft may still go' => [ $whole( remote_id: 9 ), false ];
		yield 'a person wanted another invoice' => [ $whole( ...$final, asked: true ), false ];
		yield 'a refund was credited' => [ $whole( ...$final, refund_id: 7 ), false ];
		yield 'of the invoice before' => [
			$whole( ...$final ),
			false,
			'processing',
			Row::made( Effect::CreateInvoice, revision: 1 ),
		];
		yield 'the invoice is gone' => [
			$whole( ...$final ),
			false,
			'processing',
			Row::left_out( Effect::CreateInvoice, Outcome::Gone, remote_id: 71 ),
		];
		yield 'nothing was credited' => [ [ Row::made( Effect::CreateEstimate, 9, 'D-1' ) ], false ];
	}

	/** @param list<Task> $rows */
	#[DataProvider( 'reinstated' )]
	public function test_another_invoice_follows(
		array $rows,
		bool $awaits,
		string $status = 'processing',
		?Task $invoice = null
	): void {
		$standing = self::standing( $rows, order: [ 'status' => $status ] );
		self::assertSame( $awaits, $standing->awaits_another( $invoice ?? Row::made( Effect::CreateInvoice ) ) );
	}

	public function test_an_invoice_bills_all_but_what_was_taken_off_it(): void {
		$taken_off = Row::left_out( Effect::CreateCreditNote, Outcome::Absorbed, id: 2, refund_id: 7 );
		$standing  = self::standing( [ Row::made( Effect::CreateInvoice ), $taken_off ], [ '5' ] );
		self::assertSame( '7', $standing->billed( $standing->rows[0] )->total->to_string() );
		self::assertSame( '12', $standing->billed( Row::made( Effect::CreateEstimate ) )->total->to_string() );
	}

	/**
	 * @param list<Task>           $rows
	 * @param list<string>         $refunds
	 * @param array<string, mixed> $order
	 */
	private static function standing(
		array $rows,
		array $refunds = [],
		array $order = [],
		string $since = '',
	): OrderStanding {
		$paid     = [ 'paid_at' => new \DateTimeImmutable( Row::AT ) ];
		$line     = Orders::line( 1, '10', [ 1 => '2' ] );
		$settings = [
			'payments' => [
				'enabled' => true,
				'since'   => $since === '' ? null : strtotime( "$since UTC" ),
			],
		];
		return new OrderStanding(
			order: Orders::of( '12', [ $line ], [ 1 => '2' ], more: $order + $paid ),
			refunds: array_map( self::refund( ... ), $refunds ),
			rows: $rows,
			settings: ( new SettingsArray() )->merged( ( new DefaultSettings() )->settings( 'SHOP' ), $settings ),
			now: new \DateTimeImmutable( '2026-11-26' )
		);
	}

	private static function refund( string $amount ): RefundSnapshot {
		return new RefundSnapshot(
			id: 7,
			amount: Decimal::from_string( $amount ),
			lines: [],
			reason: '',
			created_at: new \DateTimeImmutable( '2026-11-25' ),
			is_paid_back: true
		);
	}
}
