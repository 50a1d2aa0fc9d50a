<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\OrderBook;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderPayment;
use OrderInvoicer\Domain\Order\PartPayment;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\OrderBook\MoneyReceived;
use OrderInvoicer\Tests\Unit\Domain\Content\Orders;
use OrderInvoicer\Tests\Unit\World\Row;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** An order of 60.00 of which a gift card paid 20.00; it was marked paid on 24 November at ten o'clock. */
final class MoneyReceivedTest extends TestCase {

	private const PAID  = '2026-11-24 10:00:00';
	private const LATER = '2026-11-24 12:00:00';

	/** @return iterable<string, array{list<Task>, string|null, string|null}> rows, paid at, and when the money came. */
	public static function comings(): iterable {
		$payment = static fn ( string $came, mixed ...$other ): Task => Row::made(
			Effect::RecordPayment,
			71,
			'',
			...$other + [ 'intent' => new Intent( '', '60', self::came( $came ) ) ]
		);
		yield 'as it was marked' => [ [], self::PAID, self::PAID ];
		yield 'not paid' => [ [], null, null ];
		yield 'days before, as Sellsy says' => [ [ $payment( '2026-11-20' ) ], self::PAID, '2026-11-20' ];
		yield 'after it was marked' => [ [ $payment( '2026-11-25' ) ], self::PAID, self::PAID ];
		yield 'the earliest of two' => [
			[ $payment( '2026-11-21' ), $payment( '2026-11-20' ), $payment( '2026-11-22' ) ],
			self::PAID,
			'2026-11-20',
		];
		yield 'not marked yet' => [ [ $payment( '2026-11-20' ) ], null, null ];
		yield 'a payment that is not recorded' => [
			[ $payment( '2026-11-20', state: TaskState::Attention ) ],
			self::PAID,
			self::PAID,
		];
		yield 'the mark of a document' => [
			[ Row::made( Effect::CreateInvoice, 71, intent: new Intent( '', '60', self::came( '2026-11-20' ) ) ) ],
			self::PAID,
			self::PAID,
		];
		yield 'another mark' => [
			[ Row::made( Effect::RecordPayment, 71, intent: new Intent( '', '60', 'came 1x' ) ) ],
			self::PAID,
			self::PAID,
		];
	}

	/** @param list<Task> $rows */
	#[DataProvider( 'comings' )]
	public function test_when_it_came( array $rows, ?string $paid_at, ?string $came ): void {
		self::assertEquals(
			$came === null ? null : new \DateTimeImmutable( "$came UTC" ),
			self::money( $rows, $paid_at )->came_at()
		);
	}

	/** @return iterable<string, array{list<string>, list<Task>, array<string, string>}> refunds, rows, parts. */
	public static function refunds(): iterable {
		$absorbed = Row::left_out( Effect::CreateCreditNote, Outcome::Absorbed, refund_id: 1 );
		yield 'none' => [
			[],
			[],
			[
				'' => '40',
				'gift_card:7' => '20',
			],
		];
		yield 'one gives back what came' => [
			[ '15 ' . self::LATER ],
			[],
			[
				'' => '40',
				'gift_card:7' => '20',
			],
		];
		yield 'in that very second too' => [
			[ '15 ' . self::PAID ],
			[],
			[
				'' => '40',
				'gift_card:7' => '20',
			],
		];
		yield 'one at the door lowers what came' => [
			[ '15 2026-11-23' ],
			[],
			[
				'' => '25',
				'gift_card:7' => '20',
			],
		];
		yield 'the gateways part first' => [
			[ '45 2026-11-23' ],
			[],
			[
				'' => '0',
				'gift_card:7' => '15',
			],
		];
		yield 'all of it' => [
			[ '60 2026-11-23' ],
			[],
			[
				'' => '0',
				'gift_card:7' => '0',
			],
		];
		yield 'one that was taken off the draft' => [
			[ '15 ' . self::LATER ],
			[ $absorbed ],
			[
				'' => '25',
				'gift_card:7' => '20',
			],
		];
		yield 'another one was taken off' => [
			[ '15 ' . self::LATER ],
			[ $absorbed->with( [ 'key' => Row::of( Effect::CreateCreditNote, refund_id: 2 )->key ] ) ],
			[
				'' => '40',
				'gift_card:7' => '20',
			],
		];
	}

	/**
	 * @param list<string>          $refunds amount and moment.
	 * @param list<Task>            $rows
	 * @param array<string, string> $parts
	 */
	#[DataProvider( 'refunds' )]
	public function test_the_parts_that_came( array $refunds, array $rows, array $parts ): void {
		$money = self::money( $rows );
		$came  = $money->parts( array_map( self::refund( ... ), $refunds ), $money->came_at() );
		self::assertSame( $parts, array_map( static fn ( Decimal $part ): string => $part->to_string(), $came ) );
	}

	public function test_before_any_money_came_nothing_was_given_back(): void {
		self::assertFalse( self::money( [], null )->is_given_back( self::refund( '15 ' . self::LATER ), null ) );
	}

	/** @return iterable<string, array{list<Task>, string|null, bool}> rows, sum, and whether people look after some. */
	public static function recorded(): iterable {
		$payment = static fn ( string $worth, mixed ...$other ): Task =>
			Row::of(
				Effect::RecordPayment,
				...$other + [
					'remote_id' => 71,
					'intent' => new Intent(
						'',
						$worth
					),
				]
			);
		$by_hand = Row::left_out( Effect::RecordPayment, Outcome::ByHand );
		yield 'nothing' => [ [], '0', false ];
		yield 'the whole' => [ [ $payment( '60' ) ], '60', false ];
		yield 'two parts' => [ [ $payment( '40' ), $payment( '20', part: 'gift_card:7' ) ], '60', false ];
		yield 'one that went over to another customer, once' => [
			[ $payment( '60' ), $payment( '60', revision: 1 ) ],
			'60',
			false,
		];
		yield 'one that is about to be recorded' => [
			[ Row::of( Effect::RecordPayment, state: TaskState::Queued ) ],
			'0',
			false,
		];
		yield 'one that asks' => [ [ $payment( '60', state: TaskState::Attention ) ], '0', false ];
		yield 'one of which nobody knows the worth' => [ [ $payment( '' ) ], null, false ];
		yield 'one that a person recorded' => [ [ $by_hand ], null, false ];
		yield 'one that a person looks after' => [
			[ Row::left_out( Effect::RecordPayment, Outcome::LeftToPerson ) ],
			null,
			true,
		];
		yield 'money that went back is no money that came' => [ [ Row::made( Effect::PayBack, 71 ) ], '0', false ];
	}

	/** @param list<Task> $rows */
	#[DataProvider( 'recorded' )]
	public function test_what_is_recorded( array $rows, ?string $sum, bool $is_left ): void {
		$money = self::money( $rows );
		self::assertSame( $sum, $money->sum( Effect::RecordPayment )?->to_string() );
		self::assertSame( $is_left, $money->is_left_to_people() );
	}

	/**
	 * A day alone leaves open whether a refund of it came first: what people recorded tells.
	 *
	 * @return iterable<string, array{list<string>, string, string}> moments, what was recorded, and the moment.
	 */
	public static function days(): iterable {
		yield 'an hour of the day' => [ [ '2026-11-24 09:00:00' ], '60', '2026-11-24 09:00:00' ];
		yield 'the whole was recorded: the refund came later' => [
			[ '2026-11-24 00:00:00' ],
			'60',
			'2026-11-24 00:00:00',
		];
		yield 'less was: the refund came first' => [ [ '2026-11-24 00:00:00' ], '45', self::LATER ];
		yield 'the gateways part of it' => [ [ '2026-11-24 00:00:00' ], '25', self::LATER ];
		yield 'neither' => [ [ '2026-11-24 00:00:00' ], '44', '2026-11-24 00:00:00' ];
		yield 'the earliest of two' => [ [ self::LATER, '2026-11-23 09:00:00' ], '60', '2026-11-23 09:00:00' ];
		yield 'the day before: till its last second' => [ [ '2026-11-23 00:00:00' ], '45', '2026-11-23 00:00:00' ];
	}

	/** @param non-empty-list<string> $moments */
	#[DataProvider( 'days' )]
	public function test_the_moment_of_a_day( array $moments, string $recorded, string $expected ): void {
		$at     = static fn ( string $moment ): \DateTimeImmutable => new \DateTimeImmutable( "$moment UTC" );
		$refund = self::refund( '15 2026-11-24 11:00:00' );
		self::assertEquals(
			$at( $expected ),
			self::money( [], self::LATER )
				->moment( array_map( $at, $moments ), [ $refund ], Decimal::from_string( $recorded ) )
		);
	}

	private static function came( string $at ): string {
		return MoneyReceived::mark( new \DateTimeImmutable( "$at UTC" ) );
	}

	/** @param list<Task> $rows */
	private static function money( array $rows, ?string $paid_at = self::PAID ): MoneyReceived {
		$card = new PartPayment( 'gift_card', '7', Decimal::from_string( '20' ) );
		$more = [
			'payment' => new OrderPayment( 'stripe', 'Card', 'ch_1', [ $card ] ),
			'paid_at' => $paid_at === null ? null : new \DateTimeImmutable( "$paid_at UTC" ),
		];
		return new MoneyReceived( Orders::of( '60', [], [], more: $more ), $rows );
	}

	private static function refund( string $said ): RefundSnapshot {
		[ $amount, $at ] = explode( ' ', $said, 2 );
		return new RefundSnapshot(
			id: 1,
			amount: Decimal::from_string( $amount ),
			lines: [],
			reason: '',
			created_at: new \DateTimeImmutable( "$at UTC" ),
			is_paid_back: true
		);
	}
}
