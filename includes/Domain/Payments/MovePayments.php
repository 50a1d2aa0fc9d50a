<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Payments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RecentAnswers;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\LeaseLost;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\System\Clock;

/**
 * A paid invoice was issued anew for another customer, and neither its payment nor its credit note can be set against
 * the new one. What this plugin recorded is taken off the old invoice, which its credit note then pays off, and each
 * payment becomes a row of the new invoice (`MovedPayment`). All of it can be done twice.
 *
 * @assumes payment-keeps-customer
 */
final class MovePayments {

	/** In place of a key: it was begun, and is done to its end. */
	private const BEGUN = 'moved';

	/** Of an amount in words, once its order is gone. */
	private const DECIMALS = 2;

	public function __construct(
		private readonly Payments $payments,
		private readonly CreditNotes $credit_notes,
		private readonly Ledger $ledger,
		private readonly Orders $orders,
		private readonly RecentAnswers $answers,
		private readonly Clock $clock,
	) {}

	/**
	 * @param Task $task   the row in work.
	 * @param Task $credit the row of the credit note of the whole invoice.
	 * @param Task $old    that invoice's row.
	 * @param Task $new    the row of the invoice in its place, which is final.
	 * @throws NeedsAttention where nobody has asked for it, or it was paid otherwise.
	 * @throws LeaseLost
	 * @throws RemoteFailure
	 */
	public function move( Task $task, Task $credit, Task $old, Task $new ): void {
		$begun  = $task->intent->key === self::BEGUN;
		$amount = $begun
			? Decimal::from_string( $task->intent->excl_tax )
			: $this->begin( $task, $credit, $old, $new );
		if ( $amount === null ) {
			return;
		}
		if ( $begun && $this->has_others_payment( $new ) ) {
			throw $this->by_hand( $credit, $old, $new, $amount, is_recorded: true );
		}
		try {
			$this->free( $credit, $old, $new );
		} catch ( RemoteFailure $failure ) {
			throw $failure->kind === FailureKind::Rejected
				? $this->by_hand( $credit, $old, $new, $amount )
				: $failure;
		}
		foreach ( $this->recorded( $old ) as $row ) {
			$this->ledger->open( self::key( $row, $new ), $this->clock->now(), $new->id, true );
		}
	}

	/** The row of the payment before: it was recorded on the invoice that this one replaces. */
	public function source( Task $moved, Task $new ): ?Task {
		$old = null;
		foreach ( $this->ledger->for_order( $new->key->order_id ) as $row ) {
			if ( $row->key->replacing_invoice()->is( $new->key ) && $row->key->effect === Effect::CreateInvoice ) {
				$old = $row;
			}
		}
		foreach ( $old === null ? [] : $this->recorded( $old ) as $row ) {
			if ( $row->key->part === $moved->key->part ) {
				return $row;
			}
		}
		return null;
	}

	/** Somebody recorded a payment on that invoice: it may be the very one that is to go over. */
	public function has_others_payment( Task $invoice ): bool {
		$ours = [];
		foreach ( $this->ledger->for_order( $invoice->key->order_id ) as $row ) {
			if ( $row->key->effect === Effect::RecordPayment && $row->parent_id === $invoice->id ) {
				array_push( $ours, ...$row->payment_ids() );
			}
		}
		return array_diff( $this->payments->linked( DocumentKind::Invoice, $invoice->remote_id ), $ours ) !== [];
	}

	/** @return Decimal|null what goes over, TTC; null: nothing is left to be moved, a person did it in Sellsy. */
	private function begin( Task $task, Task $credit, Task $old, Task $new ): ?Decimal {
		$left = $this->payments->remaining_due( DocumentKind::CreditNote, $credit->remote_id );
		if (
			! $left->is_positive()
			|| ! $this->payments->remaining_due( DocumentKind::Invoice, $new->remote_id )->is_positive()
		) {
			return null;
		}
		$is_recorded = $this->has_others_payment( $new );
		$is_movable  = ! $is_recorded && $this->is_all_of( $left, $credit, $old );
		if ( ! $is_movable || ! ( $task->asked || $new->moves_payments ) ) {
			throw $this->by_hand( $credit, $old, $new, $left, $is_movable, $is_recorded );
		}
		$intent = new Intent( self::BEGUN, $left->to_string() );
		if ( ! $this->ledger->save( TaskTransitions::sent( $task, $intent, $this->clock->now() ) ) ) {
			throw new LeaseLost();
		}
		return $left;
	}

	/** A person does it, or says that it is to be done here. */
	private function by_hand(
		Task $credit,
		Task $old,
		Task $new,
		Decimal $amount,
		bool $is_movable = false,
		bool $is_recorded = false,
	): NeedsAttention {
		$facts = [
			'credit_note' => $credit->remote_number,
			'old'         => $old->remote_number,
			'invoice'     => $new->remote_number,
			'amount'      => $amount->to_scale( $this->decimals( $new->key->order_id ) ),
			'movable'     => $is_movable ? 1 : 0,
			...( $is_recorded ? [ 'recorded' => 1 ] : [] ),
		];
		return NeedsAttention::because( ProblemCode::CreditOfAnother, $facts );
	}

	/** The payments are on no document then, and the credit note has paid off the old invoice. */
	private function free( Task $credit, Task $old, Task $new ): void {
		$is_left = fn ( Task $task ): bool => $this->ledger->find_by_key( self::key( $task, $new ) ) === null;
		$rows    = array_filter( $this->recorded( $old ), $is_left );
		$linked  = $rows === [] ? [] : $this->payments->linked( DocumentKind::Invoice, $old->remote_id );
		foreach ( $rows as $row ) {
			if ( in_array( $row->remote_id, $linked, true ) ) {
				$this->take_off( $old, $row->remote_id );
			}
		}
		$this->pay_off( $credit, $old );
	}

	/** What the credit note has left was paid by payments of ours, and all of each stands on the old invoice. */
	private function is_all_of( Decimal $left, Task $credit, Task $old ): bool {
		$rows   = $this->recorded( $old );
		$linked = $rows === [] ? [] : $this->payments->linked( DocumentKind::Invoice, $old->remote_id );
		foreach ( $rows as $row ) {
			$payment = in_array( $row->remote_id, $linked, true )
				? RemoteFailure::null_when_gone( fn (): RemotePayment => $this->payments->get( $row->remote_id ) )
				: null;
			if ( $payment === null || ! $payment->remaining->is_zero() ) {
				return false;
			}
			$left = $left->minus( $payment->amount );
		}
		return $left->is_zero()
			&& ! in_array( $old->remote_id, $this->credit_notes->linked_invoices( $credit->remote_id ), true );
	}

	/** @return list<Task> what this plugin recorded on that invoice. */
	private function recorded( Task $invoice ): array {
		return self::recorded_on( $invoice, $this->ledger->for_order( $invoice->key->order_id ) );
	}

	/**
	 * @param list<Task> $rows of the order.
	 * @return list<Task> what this plugin recorded on that invoice, and may move.
	 */
	public static function recorded_on( Task $invoice, array $rows ): array {
		$is_ours = static fn ( Task $task ): bool => $task->is_payment_on( $invoice ) && $task->sent_at !== null;
		return array_values( array_filter( $rows, $is_ours ) );
	}

	private function take_off( Task $old, int $payment_id ): void {
		$this->answers->forget_due( DocumentKind::Invoice, $old->remote_id );
		RemoteFailure::null_when_gone(
			fn () => $this->payments->unlink( DocumentKind::Invoice, $old->remote_id, $payment_id )
		);
	}

	private function pay_off( Task $credit, Task $old ): void {
		if ( in_array( $old->remote_id, $this->credit_notes->linked_invoices( $credit->remote_id ), true ) ) {
			return;
		}
		$of_note    = $this->payments->remaining_due( DocumentKind::CreditNote, $credit->remote_id );
		$of_invoice = $this->payments->remaining_due( DocumentKind::Invoice, $old->remote_id );
		$amount     = $of_note->compare( $of_invoice ) < 0 ? $of_note : $of_invoice;
		$this->answers->forget_due( DocumentKind::CreditNote, $credit->remote_id );
		$this->answers->forget_due( DocumentKind::Invoice, $old->remote_id );
		if ( $amount->is_positive() ) {
			$this->credit_notes->link( $credit->remote_id, $old->remote_id, $amount );
		}
	}

	private function decimals( int $order_id ): int {
		return $this->orders->snapshot( $order_id )->currency->decimals ?? self::DECIMALS;
	}

	private static function key( Task $recorded, Task $new ): TaskKey {
		return new TaskKey(
			order_id: $new->key->order_id,
			effect: Effect::RecordPayment,
			refund_id: 0,
			part: $recorded->key->part,
			revision: $new->key->revision
		);
	}
}
