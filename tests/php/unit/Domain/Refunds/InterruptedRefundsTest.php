<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Refunds;

use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Tests\Unit\World\Killed;
use OrderInvoicer\Tests\Unit\World\Row;

/** Lost answers, killed runners and two runners at once: one credit note per refund whatever happens. */
final class InterruptedRefundsTest extends CreditedOrderTestCase {

	public function test_a_refund_waits_while_another_runner_credits_all_that_is_left(): void {
		$this->invoice();
		$now = $this->world->clock->now();
		$id  = $this->world->ledger->open(
			new TaskKey( 1, Effect::CreateCreditNote ),
			$now,
			$this->row( Effect::CreateInvoice )->id ?? 0,
			true
		) ?? 0;
		$this->world->ledger->claim( $id, $now, 'other', $now->modify( '+5 minutes' ) );
		$this->add( 501, '5.00' );
		$this->world->fire( 1, OrderEvent::REFUNDED );
		$this->world->due->run( 20 );
		self::assertSame( 10, Row::wait( $this->row( Effect::CreateCreditNote, 501 ) ) );
		$this->world->pass_time( 2 );
		self::assertSame( [], $this->notes() );

		$this->world->pass_time( 20 );
		self::assertSame(
			[ '5', '7' ],
			array_map(
				static fn ( RemoteDocument $note ): string => $note->amounts->incl_tax->to_string(),
				$this->notes()
			)
		);
		self::assertSame( '0', $this->due() );
	}

	public function test_a_refund_waits_while_another_runner_credits_the_one_it_takes_the_place_of(): void {
		$this->invoice();
		$now = $this->world->clock->now();
		$id  = $this->world->ledger->open(
			new TaskKey( 1, Effect::CreateCreditNote, 501 ),
			$now,
			$this->row( Effect::CreateInvoice )->id ?? 0,
			true
		) ?? 0;
		$this->world->ledger->claim( $id, $now, 'other', $now->modify( '+5 minutes' ) );
		$this->add( 502, '5.00' );
		$this->world->fire( 1, OrderEvent::REFUNDED );
		$this->world->due->run( 20 );
		self::assertSame( 10, Row::wait( $this->row( Effect::CreateCreditNote, 502 ) ) );
		$this->world->pass_time( 2 );
		self::assertSame( [], $this->notes() );

		$this->world->pass_time( 20 );
		self::assertSame( '7', $this->due() );
	}

	/** @dataProvider requests */
	public function test_a_lost_answer_never_makes_two( string $request ): void {
		$this->invoice();
		$this->world->sellsy->plan( $request, FailureKind::OutcomeUnknown, true );
		$this->refund( 501, '5.00' );
		$this->world->pass_time( 60 );

		self::assertCount( 1, $this->notes() );
		self::assertSame( '7', $this->due() );
	}

	/** @return iterable<string, array{string}> */
	public static function requests(): iterable {
		yield 'create'   => [ 'create' ];
		yield 'validate' => [ 'validate' ];
		yield 'link'     => [ 'link_credit_note' ];
	}

	/** @dataProvider steps */
	public function test_a_runner_killed_anywhere_leaves_one_of_each( int $step ): void {
		$this->invoice();
		$this->killed_refund( $step, false );

		self::assertCount( 1, $this->notes() );
		self::assertSame( '7', $this->due() );
		self::assertSame( [ 'done', 'done', 'done' ], $this->states( 501 ) );
	}

	/** @dataProvider steps */
	public function test_a_runner_killed_while_a_draft_is_lowered_leaves_it_lowered_once( int $step ): void {
		$this->world->change_settings(
			[
				'invoice' => [ 'finalise' => Finalise::MANUAL ],
				'refunds' => [ 'of_draft' => 'update' ],
			]
		);
		$this->invoice();
		$this->killed_refund( $step, false );

		self::assertSame( '7', $this->invoice_document()->amounts->incl_tax->to_string() );
		self::assertSame( 'skipped', $this->row( Effect::CreateCreditNote, 501 )?->state->value );
		self::assertSame(
			[ 'done', null ],
			[ $this->row( Effect::CreateInvoice )?->state->value, $this->row( Effect::CreateInvoice )?->problem ]
		);
	}

	/** @dataProvider steps */
	public function test_a_runner_killed_while_money_is_paid_back_records_it_once( int $step ): void {
		$this->world->change_settings(
			[
				'payments' => [
					'enabled' => true,
					'pay_back' => true,
					'methods' => [
						[
							'gateway' => 'stripe',
							'method_id' => 4,
						],
					],
				],
			]
		);
		$this->invoice();
		$this->killed_refund( $step + 20, true );

		$back = array_filter(
			$this->world->payments->made,
			static fn ( array $made ): bool => $made['draft']->pays_back
		);
		self::assertCount( 1, $back );
		self::assertSame( '5', $this->world->payments->links[ $this->note( 501 )->id ][ array_key_first( $back ) ] );
	}

	private function killed_refund( int $step, bool $paid_back ): void {
		$this->add( 501, '5.00', paid_back: $paid_back );
		$this->world->fire( 1, OrderEvent::REFUNDED );
		$this->world->fate->kill_at = $this->world->fate->steps + $step;
		try {
			$this->world->due->run( 60 );
		} catch ( Killed ) {
			$this->world->fate->revive();
		}
		$this->world->fate->revive();
		$this->world->pass_time( 60 );
	}

	/** @return iterable<int, array{int}> */
	public static function steps(): iterable {
		for ( $step = 1; $step <= 120; $step++ ) {
			yield $step => [ $step ];
		}
	}
}
