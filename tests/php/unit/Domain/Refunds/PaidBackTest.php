<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Refunds;

use OrderInvoicer\Domain\Actions\RecordPaidBack;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Payments\PaymentDraft;
use OrderInvoicer\Tests\Unit\World\Killed;
use OrderInvoicer\Tests\Unit\World\Row;
use PHPUnit\Framework\Attributes\DataProvider;

/** Money of a refund that has left, by the owner's setting or because a person says so. */
final class PaidBackTest extends CreditedOrderTestCase {

	private const MANY = [
		'enabled'  => true,
		'pay_back' => true,
		'methods'  => [
			[
				'gateway'   => 'stripe',
				'method_id' => 4,
			],
			[
				'gateway'   => 'bacs',
				'method_id' => 5,
			],
		],
	];

	public function test_refunds_of_a_named_gateway_always_are(): void {
		$this->world->change_settings( [ 'payments' => self::MANY ] );
		$this->invoice();
		$this->refund( 501, '2.00' );
		self::assertSame( [], $this->paid_back(), 'WooCommerce does not say that it was.' );

		$this->world->change_settings( [ 'payments' => [ 'always_paid_back' => [ 'bacs' ] ] ] );
		$this->refund( 502, '3.00' );
		self::assertSame( [], $this->paid_back(), 'Another gateway.' );

		$this->world->change_settings( [ 'payments' => [ 'always_paid_back' => [ 'stripe' ] ] ] );
		$this->refund( 503, '4.00' );
		self::assertContains( '4', array_column( $this->paid_back(), 0 ) );
	}

	/** The later one would take what is due, and leave its own payment free beside a credit note that stays open. */
	public function test_what_was_refused_at_the_door_is_set_off_first_however_late(): void {
		$this->world->change_settings( [ 'payments' => self::MANY ] );
		$awaits                       = [
			'status'  => 'on-hold',
			'paid_at' => null,
		];
		$order                        = get_object_vars( $this->world->shop->orders[1] );
		$this->world->shop->orders[1] = new OrderSnapshot( ...[ ...$order, ...$awaits ] );
		$this->invoice();
		$this->world->sellsy->plan( 'link_credit_note', FailureKind::RateLimited, retry_after: 1800 );
		$this->refund( 501, '5.00' );
		self::assertSame( 'queued', $this->row( Effect::LinkCreditNote, 501 )?->state->value );
		$paid                         = [
			'status'  => 'processing',
			'paid_at' => $this->world->clock->now(),
		];
		$this->world->shop->orders[1] = new OrderSnapshot( ...[ ...$order, ...$paid ] );
		$this->world->fire( 1, OrderEvent::PAYMENT );
		$this->world->pass_time( 10 );
		$this->refund( 502, '2.00', paid_back: true );
		$this->world->pass_time( 60 );

		self::assertSame( [ '2' ], array_column( $this->paid_back(), 0 ) );
		self::assertSame( '0', $this->due() );
		foreach ( [ 501, 502 ] as $refund ) {
			self::assertSame( '0', $this->world->payments->due( $this->note( $refund )->id )->to_string(), "$refund" );
		}
	}

	public function test_none_is_where_the_owner_records_no_money_paid_back(): void {
		$changed = [
			'pay_back' => false,
			'always_paid_back' => [ 'stripe' ],
		];
		$this->world->change_settings( [ 'payments' => $changed + self::MANY ] );
		$this->invoice();
		$this->refund( 501, '4.00', paid_back: true );
		self::assertSame( [], $this->paid_back() );
	}

	public function test_a_person_says_when_and_how(): void {
		$this->world->change_settings( [ 'payments' => [ 'pay_back' => false ] + self::MANY ] );
		$this->invoice();
		$this->refund( 501, '4.00' );
		$credit = $this->credit();
		self::assertTrue( RecordPaidBack::is_offered( $credit, $this->world->ledger->for_order( 1 ) ) );
		self::assertSame( '4.00', $this->world->engine->record_paid_back()->total( $credit->id ) );
		$day = $this->world->clock->now()->format( 'Y-m-d' );
		$this->world->clock->advance( 2 * 86400 );

		$row = $this->record( $day, 'bacs' );

		self::assertSame( 'done', $row?->state->value );
		self::assertSame( [ [ '4', 5, $day ] ], $this->paid_back() );
		self::assertFalse( RecordPaidBack::is_offered( $credit, $this->world->ledger->for_order( 1 ) ) );
		self::assertNull( $this->world->engine->record_paid_back()->total( $credit->id ) );
		self::assertNull( $this->record( $day, 'bacs' ), 'A second click.' );
		self::assertCount( 1, $this->paid_back() );
	}

	public function test_once_day_and_method_are_kept_it_is_recorded_whoever_dies(): void {
		for ( $step = 1; $step < 100; $step++ ) {
			$this->setUp();
			$this->world->change_settings( [ 'payments' => [ 'pay_back' => false ] + self::MANY ] );
			$this->invoice();
			$this->refund( 501, '4.00' );
			$day = $this->world->clock->now()->format( 'Y-m-d' );
			$this->world->clock->advance( 2 * 86400 );
			$fate = $this->world->fate;

			$fate->kill_at = $fate->steps + $step;
			try {
				$this->record( $day, 'bacs' );
				$is_dead = false;
			} catch ( Killed ) {
				$is_dead = true;
			}
			$fate->revive();
			$is_open = $this->row( Effect::PayBack, 501 ) !== null;
			$this->world->pass_time( 20 );
			self::assertSame( $is_open ? [ [ '4', 5, $day ] ] : [], $this->paid_back(), "Killed at step $step." );
			self::assertSame( $is_open ? true : null, $this->row( Effect::PayBack, 501 )?->asked );
			if ( ! $is_dead ) {
				self::assertTrue( $is_open );
				return;
			}
		}
		self::fail( 'It is recorded in the end.' );
	}

	/** @dataProvider nonsense */
	public function test_nonsense_is_refused( string $day, string $gateway ): void {
		$this->world->change_settings( [ 'payments' => [ 'pay_back' => false ] + self::MANY ] );
		$this->invoice();
		$this->refund( 501, '4.00' );
		self::assertNull( $this->record( $day, $gateway ) );
		self::assertSame( [], $this->paid_back() );
	}

	/** @return iterable<string, array{string, string}> */
	public static function nonsense(): iterable {
		yield 'the future' => [ '2099-01-01', 'bacs' ];
		yield 'a day before the order' => [ '2026-03-01', 'bacs' ];
		yield 'no day' => [ '2026-02-30', 'bacs' ];
		yield 'a gateway without a method' => [ '2026-02-01', 'cod' ];
	}

	public function test_it_is_not_offered_for_a_draft_nor_for_an_invoice(): void {
		$this->world->change_settings( [ 'creditnote' => [ 'finalise' => 'manual' ] ] );
		$this->invoice();
		$this->refund( 501, '4.00' );
		$rows = $this->world->ledger->for_order( 1 );
		foreach ( $rows as $row ) {
			self::assertFalse( RecordPaidBack::is_offered( $row, $rows ) );
		}
	}

	/** @return iterable<string, array{Task, list<Task>, bool}> the credit note, what was recorded of it, offered. */
	public static function recorded(): iterable {
		$note = Row::made( Effect::CreateCreditNote, 71, 'A-1', refund_id: 501 );
		$of   = static fn ( TaskState $state ): array => [ Row::of( Effect::PayBack, refund_id: 501, state: $state ) ];
		$hand = Row::left_out( Effect::PayBack, Outcome::ByHand, refund_id: 501 );
		yield 'nothing' => [ $note, [], true ];
		yield 'it is about to be' => [ $note, $of( TaskState::Queued ), false ];
		yield 'it was' => [ $note, $of( TaskState::Done ), false ];
		yield 'it stopped' => [ $note, $of( TaskState::Attention ), true ];
		yield 'it was not wanted then' => [ $note, $of( TaskState::Skipped ), true ];
		yield 'a person did' => [ $note, [ $hand ], false ];
		yield 'of another refund' => [ $note, [ Row::of( Effect::PayBack, refund_id: 502 ) ], true ];
		yield 'a credit note of all that was left' => [ Row::made( Effect::CreateCreditNote, 71, 'A-1' ), [], false ];
		yield 'one that a person linked' => [ $note->with( [ 'intent' => new Intent( Intent::LINKED ) ] ), [], false ];
		yield 'one that has to be looked at' => [ $note->with( [ 'state' => TaskState::Attention ] ), [], false ];
	}

	/** @param list<Task> $rows */
	#[DataProvider( 'recorded' )]
	public function test_it_is_offered_until_it_is_recorded( Task $credit, array $rows, bool $is_offered ): void {
		self::assertSame( $is_offered, RecordPaidBack::is_offered( $credit, [ $credit, ...$rows ] ) );
	}

	private function credit(): Task {
		return $this->row( Effect::CreateCreditNote, 501 ) ?? self::fail();
	}

	private function record( string $day, string $gateway ): ?Task {
		return $this->world->engine->record_paid_back()->record( $this->credit()->id, $day, $gateway );
	}

	/** @return list<array{string, int, string}> amount, method and day. */
	private function paid_back(): array {
		$drafts = array_filter(
			array_column( $this->world->payments->made, 'draft' ),
			static fn ( PaymentDraft $draft ): bool => $draft->pays_back
		);
		return array_values(
			array_map(
				static fn ( PaymentDraft $draft ): array => [
					$draft->amount->to_string(),
					$draft->method_id,
					$draft->paid_at->format( 'Y-m-d' ),
				],
				$drafts
			)
		);
	}
}
