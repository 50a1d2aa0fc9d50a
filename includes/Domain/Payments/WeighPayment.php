<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Payments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Failures\SkipTask;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\PaidPart;
use OrderInvoicer\Domain\OrderBook\MoneyReceived;

/**
 * How much of a part of what was paid is recorded: all of it, less the refunds that lower what came. Where people
 * recorded money for the order in Sellsy, that is taken for the part, if it is just as much as the part or as all parts
 * that are open, the gateway's first. What is on its way is waited for. Anything else is a person's affair, with the
 * numbers.
 */
final class WeighPayment {

	/** Seconds until a payment that is pending is looked at again: a direct debit takes days. */
	private const WAIT = 21600;

	public function __construct(
		private readonly OthersMoney $others,
		private readonly Ledger $ledger,
		private readonly Orders $orders,
	) {}

	/**
	 * @throws NeedsAttention
	 * @throws SkipTask
	 * @throws RetryLater
	 * @throws RemoteFailure
	 */
	public function weigh(
		Task $task,
		PaidPart $part,
		OrderSnapshot $order,
		Task $invoice,
		CustomerRef $customer,
	): PaymentToMake {
		$paid_at = $order->paid_at ?? throw SkipTask::not_wanted();
		if ( $invoice->is_linked() ) {
			return new PaymentToMake( $this->still_due( $part->amount, $invoice ), $paid_at );
		}
		$places  = $this->others->places( $order->id );
		$found   = $this->others->of( $invoice, $customer );
		$counted = array_filter( $found, static fn ( $one ): bool => $one->on( $places )->is_positive() );
		$rows    = $this->ledger->for_order( $order->id );
		$money   = new MoneyReceived( $order, $rows );
		$refunds = $this->orders->refunds( $order->id );
		$theirs  = $this->confirmed( $counted );
		$moments = array_filter( array_column( $theirs, 'paid_at' ) );
		$came_at = $money->moment( [ $paid_at, ...$moments ], $refunds, StandingPayment::sum( $theirs, $places ) );
		$parts   = $money->parts( $refunds, $came_at );
		$amount  = $parts[ $task->key->part ] ?? Decimal::zero();
		if ( ! $amount->is_positive() ) {
			throw $this->nothing_came();
		}
		$this->same_total( $task, $order, $amount, $order->taken ?? $this->billed( $invoice, $order, $rows ) );
		$sum  = $this->left( $theirs, $places, $rows, $parts, $order );
		$open = $this->open( $parts, $rows, $task );
		if ( $theirs !== [] && $this->is_for_these( $sum, $open, $task->key->part ) ) {
			return PaymentToMake::adopting( $amount, $came_at, $theirs, $places, $rows );
		}
		if ( $sum->is_zero() || $this->is_for_others( $sum, $open, $task->key->part ) ) {
			if ( count( $theirs ) < count( $counted ) ) {
				throw RetryLater::until_there_is( 'pending_payment', self::WAIT );
			}
			$this->none_free( $task, $amount, $order, $found, $invoice->intent->key, $rows );
			return new PaymentToMake( $amount, $came_at );
		}
		return new PaymentToMake( $this->missing( $task, $amount, $sum, $order ), $came_at, $theirs );
	}

	/** @throws RemoteFailure */
	public function is_due( Task $invoice ): bool {
		return $this->others->due( $invoice )->is_positive();
	}

	/** @throws RemoteFailure */
	public function stands( int $payment_id, Task $invoice ): bool {
		return $this->others->stand( $payment_id, $invoice ) || ! $this->is_due( $invoice );
	}

	/** What is recorded in Sellsy is another sum: a person says. */
	private function missing( Task $task, Decimal $amount, Decimal $sum, OrderSnapshot $order ): Decimal {
		$missing = $amount->minus( $sum );
		$facts   = [
			'paid'   => $order->currency->text( $amount ),
			'found'  => $order->currency->text( $sum ),
			'amount' => $missing->is_positive() ? $order->currency->text( $missing ) : '',
		];
		$this->ask( $task, ProblemCode::PaymentElsewhere, $facts );
		return $missing;
	}

	/** Somebody else looks after an invoice that a person linked: only what is due of it is recorded. */
	private function still_due( Decimal $amount, Task $invoice ): Decimal {
		$due = $this->others->due( $invoice );
		$due = $due->compare( $amount ) < 0 ? $due : $amount;
		return $due->is_positive() ? $due : throw $this->nothing_came();
	}

	/**
	 * What others recorded and no row has taken yet.
	 *
	 * @param list<StandingPayment>  $theirs
	 * @param list<string>           $places
	 * @param list<Task>             $rows
	 * @param array<string, Decimal> $parts
	 */
	private function left( array $theirs, array $places, array $rows, array $parts, OrderSnapshot $order ): Decimal {
		foreach ( $theirs as $payment ) {
			if ( $payment->currency !== $order->currency->code ) {
				$facts = [
					'paid'   => $order->currency->text( $order->total ),
					'found'  => "{$payment->on( $places )->to_string()} $payment->currency",
					'amount' => '',
				];
				throw NeedsAttention::because( ProblemCode::PaymentElsewhere, $facts );
			}
		}
		$sum = StandingPayment::sum( $theirs, $places );
		foreach ( $rows as $row ) {
			if ( $row->key->effect === Effect::RecordPayment && $row->sent_at === null ) {
				$worth = $row->was_at_sellsy() ? $row->intent->worth() : Decimal::zero();
				$worth = $row->is_by_hand() && $worth->is_zero() ? $parts[ $row->key->part ] ?? $worth : $worth;
				$sum   = $sum->compare( $worth ) < 0 ? Decimal::zero() : $sum->minus( $worth );
			}
		}
		return $sum;
	}

	/** The total that was taken is the one that the order has; otherwise no refund explains it away. */
	private function same_total( Task $task, OrderSnapshot $order, Decimal $amount, ?Decimal $taken ): void {
		if ( $taken === null || $taken->equals( $order->total ) ) {
			return;
		}
		$facts = [
			'paid'   => $order->currency->text( $taken ),
			'total'  => $order->currency->text( $order->total ),
			'amount' => $order->currency->text( $amount ),
		];
		$this->ask( $task, ProblemCode::PaidAnotherTotal, $facts );
	}

	/**
	 * Of an order that was paid before its total was kept: what its first invoice billed, if that was made since, with
	 * the refunds that were taken off its draft.
	 *
	 * @param list<Task> $rows
	 * @return Decimal|null null where that says nothing of the total.
	 */
	private function billed( Task $invoice, OrderSnapshot $order, array $rows ): ?Decimal {
		$is_since = $invoice->made_at !== null && $invoice->made_at >= $order->paid_at;
		$billed   = $is_since && $invoice->key->revision === 0 && $order->payment->parts === []
			? $this->others->worth( $invoice )
			: null;
		if ( $billed === null ) {
			return null;
		}
		foreach ( $this->orders->refunds( $order->id ) as $refund ) {
			$lowered = array_filter(
				$rows,
				static fn ( Task $task ): bool =>
					$task->key->refund_id === $refund->id && $task->rests( Outcome::Absorbed )
			);
			$billed  = $lowered === [] ? $billed : $billed->plus( $refund->amount );
		}
		$minor = static fn ( Decimal $amount ): int =>
			$amount->rounded_minor( $order->currency->decimals, Rounding::HalfUp );
		return $minor( $billed ) === $minor( $order->total ) ? null : $billed;
	}

	/**
	 * @param array<string, Decimal> $parts
	 * @param list<Task>             $rows
	 * @return array<string, Decimal> parts that stand nowhere yet, the gateway's first.
	 */
	private function open( array $parts, array $rows, Task $task ): array {
		foreach ( $rows as $row ) {
			$is_closed = $row->key->effect === Effect::RecordPayment
				&& $row->id !== $task->id
				&& ( $row->state === TaskState::Done || $row->is_left_to_people() || $row->was_at_sellsy() );
			if ( $is_closed ) {
				unset( $parts[ $row->key->part ] );
			}
		}
		return array_filter( $parts, static fn ( Decimal $amount ): bool => $amount->is_positive() );
	}

	/**
	 * What others recorded is this part, or all that are open.
	 *
	 * @param array<string, Decimal> $open
	 */
	private function is_for_these( Decimal $sum, array $open, string $part ): bool {
		$all = Decimal::sum( $open );
		return $sum->is_positive()
			&& ( $sum->equals( $all ) || ( $sum->equals( $open[ $part ] ) && array_key_first( $open ) === $part ) );
	}

	/**
	 * It is the part that comes first, whose own row takes it.
	 *
	 * @param array<string, Decimal> $open
	 */
	private function is_for_others( Decimal $sum, array $open, string $part ): bool {
		$first = array_key_first( $open );
		return $first !== null && $first !== $part && $sum->equals( $open[ $first ] );
	}

	/**
	 * None that may be it stands free with the customer, or is on its way to be so.
	 *
	 * @param list<StandingPayment> $found
	 * @param string                $key   of the invoice.
	 * @param list<Task>            $rows
	 */
	private function none_free(
		Task $task,
		Decimal $amount,
		OrderSnapshot $order,
		array $found,
		string $key,
		array $rows,
	): void {
		$is_any = OthersMoney::lost( $rows ) !== []; // Nobody may have seen what stood there.
		$places = $this->others->places( $order->id );
		foreach ( $found as $payment ) {
			$is_it = $payment->currency === $order->currency->code
				&& $payment->free->is_positive()
				&& ! $payment->is_of_another_order( $key )
				&& (
					$is_any
					|| $payment->free->equals( $amount )
					|| in_array( $payment->stood, $places, true )
					|| $this->was_here( $payment->id, $rows )
				);
			if ( $is_it ) {
				$facts = array_fill_keys( [ 'paid', 'amount' ], $order->currency->text( $amount ) );
				$this->ask( $task, ProblemCode::PaymentFree, $facts );
			}
		}
	}

	/** @param list<Task> $rows */
	private function was_here( int $payment_id, array $rows ): bool {
		foreach ( $rows as $row ) {
			$ids = [ ...$row->payment_ids(), ...$row->intent->others() ];
			if ( $row->key->effect === Effect::RecordPayment && in_array( $payment_id, $ids, true ) ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * A person read these numbers, and has it recorded; otherwise one is asked.
	 *
	 * @param array<string, string> $facts
	 * @throws NeedsAttention
	 */
	private function ask( Task $task, ProblemCode $code, array $facts ): void {
		$question = new Problem( $code, $facts );
		if ( $facts['amount'] === '' || ! $task->answers->want( $question ) ) {
			throw new NeedsAttention( $question );
		}
	}

	/**
	 * @param array<StandingPayment> $payments
	 * @return list<StandingPayment>
	 */
	private function confirmed( array $payments ): array {
		return array_values(
			array_filter( $payments, static fn ( StandingPayment $one ): bool => $one->is_confirmed )
		);
	}

	private function nothing_came(): SkipTask {
		return new SkipTask( new Problem( ProblemCode::NothingCame ) );
	}
}
