<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Refunds;

use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Tests\Unit\World\Killed;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/**
 * An order of 12.00 was paid, a dispute took 5.00 of it, and the customer owes that again.
 *
 * @assumes dispute
 */
final class LeftUnpaidTest extends TestCase {

	public function test_wherever_it_is_broken_off_as_much_is_due_as_was_taken(): void {
		for ( $at = 1, $is_over = false; ! $is_over; ++$at ) {
			$world = $this->asked();
			$row   = $this->row( $world, ProblemCode::Disputed );
			self::assertNotNull(
				$world->engine->task_acts()->carry_out(
					RowAct::LeaveUnpaid,
					$row,
					shown: '5.00 EUR'
				)
			);
			$world->fate->kill_at = $world->fate->steps + $at;
			try {
				$world->pass_time( 3 );
			} catch ( Killed ) {
				self::assertGreaterThan( 0, $at );
			}
			$is_over = $world->fate->steps < $world->fate->kill_at;
			$world->fate->revive();
			$world->pass_time( 60 );

			$invoice = $world->ledger->for_order( 1 )[0]->remote_id;
			$due     = $world->payments->remaining_due( DocumentKind::Invoice, $invoice )->to_string();
			$out     = array_filter(
				$world->payments->made,
				static fn ( array $made ): bool => $made['draft']->pays_back
			);
			self::assertSame( [ '5', 1 ], [ $due, count( $out ) ], "Killed at $at." );
			self::assertNull( $this->row( $world, ProblemCode::SumsDiffer ), "Killed at $at." );
		}
	}

	/** @testWith [false, "as assumed: free"]
	 *            [true, "otherwise: refused"]
	 */
	public function test_the_first_shows_whether_a_payment_can_be_taken_off( bool $is_refused, string $seen ): void {
		$world = $this->asked();
		$row   = $this->row( $world, ProblemCode::Disputed );
		self::assertNotNull( $row );
		if ( $is_refused ) {
			$world->sellsy->plan( 'unlink_payment', FailureKind::Rejected );
		}
		$world->engine->task_acts()->carry_out( RowAct::LeaveUnpaid, $row, shown: '5.00 EUR' );
		$world->pass_time( 5 );
		self::assertSame( $seen, $world->observations->seen['dispute'] ?? '' );
	}

	public function test_another_amount_than_the_one_that_was_shown_is_asked_anew(): void {
		$world = $this->asked();
		$row   = $this->row( $world, ProblemCode::Disputed );
		foreach ( [ RowAct::LeaveUnpaid, RowAct::CreditDispute ] as $act ) {
			self::assertNull(
				$world->engine->task_acts()->carry_out( $act, $row, shown: '4.00 EUR' )
			);
		}
		self::assertSame( ProblemCode::Disputed, $this->row( $world, ProblemCode::Disputed )->problem?->code );
	}

	private function asked(): World {
		$world = new World( finalise: true );
		$world->change_settings(
			[
				'payments'   => [
					'enabled'  => true,
					'pay_back' => true,
					'methods'  => [
						[
							'gateway'   => 'stripe',
							'method_id' => 4,
						],
					],
				],
				'creditnote' => [ 'enabled' => true ],
			]
		);
		$world->order( 1 );
		$world->fire( 1 );
		$world->pass_time( 5 );
		$world->shop->refunds[1] = [
			new RefundSnapshot(
				id: 100,
				amount: Decimal::from_string( '5' ),
				lines: [],
				reason: '',
				created_at: $world->clock->now(),
				is_paid_back: true,
				is_disputed: true
			),
		];
		$world->fire( 1, OrderEvent::REFUNDED );
		$world->pass_time( 5 );
		return $world;
	}

	private function row( World $world, ProblemCode $code ): ?Task {
		foreach ( $world->ledger->for_order( 1 ) as $row ) {
			if ( $row->problem?->code === $code ) {
				return $row;
			}
		}
		return null;
	}
}
