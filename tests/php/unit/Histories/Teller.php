<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Histories;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundLine;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Tests\Unit\World\Killed;
use OrderInvoicer\Tests\Unit\World\World;

/**
 * Plays a history: the shop, the bank, the owner at work in Sellsy, a person who acts, and bad luck. One order of one
 * product at 48.00 with VAT of 20 %.
 */
final class Teller {

	private const WRITES = [ 'create', 'validate', 'create_payment', 'link_payment', 'link_credit_note', 'update' ];

	private World $world;
	private Bank $bank;
	private bool $is_deaf = false;
	private int $refunds  = 500;

	public function tell( History $history ): Books {
		$this->world = $this->world( $history );
		$this->bank  = new Bank( $this->world );
		$this->order( 'on-hold', '40.00' );
		$this->heard( OrderEvent::STATUS );
		$history->rests ? $this->rest() : $this->minutes( 1 );
		foreach ( $history->events as [ $event, $number ] ) {
			$this->happens( $event, $number );
			$history->rests ? $this->rest() : $this->minutes( $number % 7 );
		}
		$this->is_deaf = false;
		$this->world->fate->revive();
		$this->world->sellsy->is_down = false;
		$this->rest();
		$this->a_day();
		$this->rest();
		return Books::of( $this->world, $this->bank );
	}

	private function world( History $history ): World {
		$world                = new World( $history->finalises );
		$world->seen->is_on = true;
		$world->change_settings(
			[
				'creditnote' => [
					'enabled'  => true,
					'finalise' => $history->finalises ? Finalise::NOW : Finalise::MANUAL,
				],
				'refunds'    => [ 'credit_cancelled' => true ],
				'payments'   => [
					'enabled'          => true,
					'pay_back'         => true,
					'always_paid_back' => [ 'stripe' ],
					'methods'          => [
						[
							'gateway'   => 'stripe',
							'method_id' => 4,
						],
					],
				],
			]
		);
		return $world;
	}

	private function happens( Happening $event, int $number ): void {
		$order = $this->world->shop->orders[1];
		match ( $event ) {
			Happening::Paid            => $this->is_paid(),
			Happening::Completed       => $this->moves( 'completed' ),
			Happening::Edited          => $this->is_edited( $number ),
			Happening::Refunded        => $this->is_refunded( $number, with_line: true ),
			Happening::RefundedBySum   => $this->is_refunded( $number, with_line: false ),
			Happening::RefundDeleted   => $this->refund_is_deleted(),
			Happening::Cancelled       => $this->moves( 'cancelled' ),
			Happening::Reinstated      => $order->status === 'cancelled' ? $this->moves( 'processing' ) : null,
			Happening::OwnerFinalises  => $this->owner_finalises(),
			Happening::OwnerRecords    => $this->owner_records(),
			Happening::OwnerCancels    => $this->owner_cancels(),
			Happening::OwnerDeletes    => $this->owner_deletes(),
			Happening::OwnerRenames    => $this->owner_renames(),
			Happening::PersonRetries   => $this->world->retry->retry_all(),
			Happening::PersonDidIt     => $this->person_did_it(),
			Happening::HoursPass       => $this->world->clock->advance( 3 * 3600 ),
			Happening::HookIsLost      => $this->is_deaf = true,
			Happening::RunnerDies      => $this->world->fate->kill_at = $this->world->fate->steps + 1 + $number % 90,
			Happening::AnswerIsLost    => $this->world->sellsy->plan(
				self::WRITES[ $number % count( self::WRITES ) ],
				FailureKind::OutcomeUnknown,
				$number % 2 === 0
			),
			Happening::AnswerIsRefused => $this->world->sellsy->plan(
				self::WRITES[ $number % count( self::WRITES ) ],
				FailureKind::RateLimited,
				retry_after: 30
			),
			Happening::SellsyIsDown    => $this->world->sellsy->is_down = true,
			Happening::OrderUnreadable => $this->world->shop->damaged = [ 1 ],
		};
	}

	private function order( string $status, string $ht ): void {
		$old   = $this->world->shop->orders[1] ?? null;
		$vat   = Decimal::from_string( $ht )->times( Decimal::from_string( '0.2' ) )->round( 2, Rounding::HalfUp );
		$order = $this->world->order( 1, status: $status, ht: $ht, vat: $vat->to_scale( 2 ) );

		$this->world->shop->orders[1] = new OrderSnapshot(
			...[
				...get_object_vars( $order ),
				'created_at' => $old->created_at ?? $this->world->clock->now(),
				'paid_at'    => $old?->paid_at,
			]
		);
	}

	/** @param array<string, mixed> $changes */
	private function change( array $changes ): void {
		// @phpstan-ignore argument.type (its own fields, each of its type)
		$this->world->shop->orders[1] = new OrderSnapshot(
			...[ ...get_object_vars( $this->world->shop->orders[1] ), ...$changes ]
		);
	}

	/** The shop fires the hook, unless this one is not heard; the order was saved in any case. */
	private function heard( string $kind ): void {
		$this->world->shop->changed[1] = $this->world->clock->now();
		$is_deaf                       = $this->is_deaf;
		$this->is_deaf                 = false;
		if ( ! $is_deaf ) {
			$this->until_killed( fn () => $this->world->fire( 1, $kind ) );
		}
	}

	private function is_paid(): void {
		$order = $this->world->shop->orders[1];
		if ( $order->paid_at !== null || $order->status === 'cancelled' ) {
			return;
		}
		$this->bank->receive( $order->total->minus( $this->refunded() ) );
		$this->change(
			[
				'status'  => 'processing',
				'paid_at' => $this->world->clock->now(),
			]
		);
		$this->heard( OrderEvent::PAYMENT );
	}

	private function moves( string $status ): void {
		$this->change( [ 'status' => $status ] );
		$this->heard( OrderEvent::STATUS );
	}

	private function is_edited( int $number ): void {
		$order = $this->world->shop->orders[1];
		if ( ( $this->world->shop->refunds[1] ?? [] ) !== [] || $order->status === 'cancelled' ) {
			return;
		}
		$this->order( $order->status, sprintf( '%d.%02d', 20 + $number % 40, $number % 100 ) );
		$this->heard( OrderEvent::STATUS );
	}

	private function refunded(): Decimal {
		return array_reduce(
			$this->world->shop->refunds[1] ?? [],
			static fn ( Decimal $sum, RefundSnapshot $one ): Decimal => $sum->plus( $one->amount ),
			Decimal::zero()
		);
	}

	private function is_refunded( int $number, bool $with_line ): void {
		$order = $this->world->shop->orders[1];
		$left  = $order->total->minus( $this->refunded() );
		if ( ! $left->is_positive() || $order->status === 'cancelled' ) {
			return;
		}
		$ht     = Decimal::of_minor( 100 + $number, 2 );
		$vat    = $ht->times( Decimal::from_string( '0.2' ) )->round( 2, Rounding::HalfUp );
		$amount = $ht->plus( $vat );
		if ( $amount->compare( $left ) > 0 ) {
			$amount    = $left;
			$with_line = false;
		}
		$line = new RefundLine( order_line_id: 10, quantity: Decimal::zero(), total: $ht, taxes: [ 1 => $vat ] );

		$this->world->shop->refunds[1][] = new RefundSnapshot(
			id: ++$this->refunds,
			amount: $amount,
			lines: $with_line ? [ $line ] : [],
			reason: '',
			created_at: $this->world->clock->now(),
			is_paid_back: $order->paid_at !== null
		);
		if ( $this->bank->has_money() ) {
			$this->bank->give_back( $amount );
		}
		$this->heard( OrderEvent::REFUNDED );
	}

	/** Only one that was entered by mistake: no money has left for it. */
	private function refund_is_deleted(): void {
		$refunds = $this->world->shop->refunds[1] ?? [];
		$last    = array_pop( $refunds );
		if ( $last !== null && ! $this->bank->has_money() ) {
			$this->world->shop->refunds[1] = $refunds;
			$this->heard( OrderEvent::REFUNDED );
		}
	}

	private function invoice(): ?RemoteDocument {
		foreach ( array_reverse( $this->world->sellsy->documents ) as $one ) {
			if ( $one->kind === DocumentKind::Invoice && $one->status !== 'cancelled' ) {
				return $one;
			}
		}
		return null;
	}

	private function owner_finalises(): void {
		$invoice = $this->invoice();
		if ( $invoice?->is_draft() === true ) {
			$this->world->invoicing->finalised( $invoice );
		}
	}

	/** The transfer that came in; of what is due. */
	private function owner_records(): void {
		$invoice = $this->invoice();
		$order   = $this->world->shop->orders[1];
		$due     = $invoice === null || $invoice->is_draft() ? Decimal::zero() : $this->world->payments->due( $invoice->id );
		if ( $invoice !== null && $due->is_positive() && $order->paid_at === null && ! $this->bank->has_money() ) {
			$this->bank->receive( $due );
			$this->bank->enter( $due );
			$this->world->newest_payments->by_hand( $invoice->id, $due->to_string() );
		}
	}

	/** Sellsy cancels what nothing settles. */
	private function owner_cancels(): void {
		$invoice = $this->invoice();
		if (
			$invoice !== null
			&& ! $invoice->is_draft()
			&& $this->world->payments->due( $invoice->id )->equals( $invoice->amounts->incl_tax )
		) {
			$this->world->sellsy->documents[ $invoice->id ] = new RemoteDocument(
				...[
					...get_object_vars( $invoice ),
					'status' => 'cancelled',
				]
			);
		}
	}

	private function owner_deletes(): void {
		$invoice = $this->invoice();
		if ( $invoice?->is_draft() === true ) {
			unset( $this->world->sellsy->documents[ $invoice->id ] );
		}
	}

	private function owner_renames(): void {
		foreach ( $this->world->sellsy->customers as $customer ) {
			$ref = new CustomerRef( CustomerType::Individual, $customer->ref->id );
			if ( $customer->ref->type === CustomerType::Individual ) {
				$this->world->sellsy->rename( $ref, 'Client Tést' );
			}
		}
	}

	private function person_did_it(): void {
		foreach ( $this->world->ledger->for_order( 1 ) as $row ) {
			if ( $row->state === TaskState::Attention && $this->world->by_hand->mark( $row->id ) ) {
				return;
			}
		}
	}

	private function minutes( int $minutes ): void {
		for ( ; $minutes > 0; $minutes-- ) {
			$this->world->clock->advance( 60 );
			$this->pass();
		}
	}

	/** Passes until nothing is under way, over the waits of a row that is tried again. */
	private function rest(): void {
		for ( $pass = 0; $pass < 150; $pass++ ) {
			$this->world->clock->advance( $pass < 20 ? 60 : 3600 );
			if ( $pass === 4 ) {
				$this->world->sellsy->is_down = false;
				$this->world->shop->damaged   = [];
			}
			$this->pass();
			if ( $pass > 6 && ! $this->is_moving() ) {
				return;
			}
		}
	}

	/** What nobody is told of is looked at hour by hour. */
	private function a_day(): void {
		for ( $hour = 0; $hour < 26; $hour++ ) {
			$this->world->clock->advance( 3600 );
			$this->pass();
		}
	}

	private function is_moving(): bool {
		$moving = array_filter(
			$this->world->ledger->for_order( 1 ),
			static fn ( Task $row ): bool => $row->is_under_way()
		);
		return $moving !== [];
	}

	private function pass(): void {
		$this->until_killed( $this->world->sweep->run( ... ) );
	}

	private function until_killed( \Closure $process ): void {
		try {
			$process();
		} catch ( Killed ) {
			// Its rows are free again after their lease.
			$this->world->clock->advance( 1 );
		}
		if ( $this->world->fate->kill_at === null || $this->world->fate->steps >= $this->world->fate->kill_at ) {
			$this->world->fate->revive();
		}
	}
}
