<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Payments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Domain\Assumptions\Observations;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\LeaseLost;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\System\Clock;

/**
 * A payment goes over to another customer. Sellsy documents no way to give it to one, so it is deleted and recorded
 * again. It is deleted first: the same money never stands there twice. What it was worth is written down before. A
 * person may have recorded it on the new invoice meanwhile, so what stands there is looked at before anything else.
 *
 * @assumes cancelling
 * @assumes payment-keeps-customer
 */
final class MovedPayment {

	/** Why a person is needed: a payment that this shop did not record stands on the new invoice. */
	public const RECORDED = 'recorded';

	/** It was deleted with the customer before, and stands nowhere. */
	public const GONE = 'gone';

	/** It stands with the customer before, and the order no longer says how it was paid. */
	public const UNSAID = 'unsaid';

	/** It is this customer's, and stands on another document. */
	public const STANDS = 'stands';

	public function __construct(
		private readonly MovePayments $moves,
		private readonly Payments $payments,
		private readonly Ledger $ledger,
		private readonly Clock $clock,
		private readonly Observations $observations,
		private readonly LinkPayment $link,
	) {}

	/**
	 * Takes the payment away from the customer before.
	 *
	 * @param Task   $task    the new payment's row.
	 * @param Task   $invoice the new invoice's.
	 * @param string $note    of the payment that is recorded then.
	 * @return Decimal what is to be recorded, TTC.
	 * @throws NeedsAttention
	 * @throws LeaseLost
	 * @throws RemoteFailure
	 */
	public function take( Task $task, Task $invoice, string $note, Currency $currency ): Decimal {
		$before = $this->before( $task, $invoice );
		$amount = $before === null ? $task->intent->excl_tax : $before->amount->to_scale( $currency->decimals );
		if ( $this->moves->has_others_payment( $invoice ) ) {
			throw $this->stuck( $task, $invoice, $amount, self::RECORDED );
		}
		if ( $before === null ) {
			return $amount === '' ? throw $this->stuck( $task, $invoice ) : Decimal::from_string( $amount );
		}
		if ( ! $before->remaining->equals( $before->amount ) ) {
			throw $this->stuck( $task, $invoice, $amount );
		}
		$this->write_down( $task, new Intent( $note, $amount ) );
		$this->delete( $task, $invoice, $before->id, $amount );
		return $before->amount;
	}

	/**
	 * The order no longer says how it was paid, so a person records it.
	 *
	 * @throws LeaseLost
	 * @throws RemoteFailure
	 */
	public function without_part( Task $task, Task $invoice, Currency $currency ): NeedsAttention {
		$before = $this->before( $task, $invoice );
		$amount = $before === null ? $task->intent->excl_tax : $before->amount->to_scale( $currency->decimals );
		return match ( true ) {
			$this->moves->has_others_payment( $invoice ) => $this->stuck( $task, $invoice, $amount, self::RECORDED ),
			$amount === '' => $this->stuck( $task, $invoice ),
			default => $this->stuck( $task, $invoice, $amount, $before === null ? self::GONE : self::UNSAID ),
		};
	}

	/**
	 * The payment before is deleted, and Sellsy refuses to record it again.
	 *
	 * @throws LeaseLost
	 */
	public function refused( Task $task, Task $invoice, string $amount, RemoteFailure $failure ): NeedsAttention {
		return $this->stuck( $task, $invoice, $amount, self::GONE, [ 'message' => $failure->detail ] );
	}

	/**
	 * The invoice before was cancelled: Sellsy left what was paid on it there, or not. What was recorded once there was
	 * another never stood on it.
	 *
	 * @param Task          $task    the payment's row.
	 * @param Task          $invoice the one in its place.
	 * @param RemotePayment $payment before it is set against that one.
	 */
	public function look_at_cancelled( Task $task, Task $invoice, RemotePayment $payment ): void {
		$is_free = $payment->remaining->is_positive();
		$is_old  = $task->sent_at !== null && $task->sent_at < $invoice->sent_at;
		$is_news = ! $is_free || $this->observations->is_open( Assumption::Cancelling );
		if ( ! $is_old || ! $is_news || $payment->invoices === null ) {
			return;
		}
		foreach ( $this->ledger->for_order( $invoice->key->order_id ) as $row ) {
			if ( $row->key->effect === Effect::CreateInvoice && $row->has_cancelled_document() ) {
				$stays = in_array( $row->remote_id, $payment->invoices, true );
				if ( $stays || $is_free ) {
					$this->observations->saw( Assumption::Cancelling, ! $stays, $stays ? 'payment-stays' : 'free' );
				}
			}
		}
	}

	/** Sellsy left it on an invoice that was cancelled, or a person set it against another document. */
	public function stands_elsewhere( Task $invoice ): NeedsAttention {
		$facts = [
			'invoice' => $invoice->remote_number,
			'why'     => self::STANDS,
		];
		return NeedsAttention::because( ProblemCode::PaymentToMove, $facts );
	}

	/**
	 * Its owner took it off an invoice before, of which a part was refunded: the new one does not bill that part, and
	 * the credit note of all the rest leaves it due. So it is with all of an invoice whose credit note pays another.
	 *
	 * @param Task $task    the payment's row.
	 * @param Task $invoice the new one, against which the rest of the payment is set.
	 * @param int  $id      of that payment.
	 * @return Decimal what of it was set against invoices before, TTC.
	 * @throws RemoteFailure
	 */
	public function pay_parts_before( Task $task, Task $invoice, int $id ): Decimal {
		$used    = Decimal::zero();
		$before  = [];
		$is_none = $invoice->key->revision === 0 || $task->key->revision > 0; // Money of another customer stays off.
		$rows    = $is_none ? [] : $this->ledger->for_order( $invoice->key->order_id );
		$freed   = ( new FreedByDispute( $rows ) )->of( $task );
		foreach ( $rows as $row ) {
			if ( $row->has_document() && $row->key->refund_id === 0 && $row->key->revision < $invoice->key->revision ) {
				$before[ $row->key->revision ][ $row->key->effect->value ] = $row->remote_id;
			}
		}
		$kind = DocumentKind::Invoice;
		foreach ( $before as $made ) {
			$old    = $made[ Effect::CreateInvoice->value ] ?? 0;
			$credit = $made[ Effect::CreateCreditNote->value ] ?? 0;
			$part   = $old === 0 || $credit === 0 ? Decimal::zero() : $this->payments->remaining_due( $kind, $old )
				->minus( $this->payments->remaining_due( DocumentKind::CreditNote, $credit ) );
			if ( $part->is_positive() && ! in_array( $id, $this->payments->linked( $kind, $old ), true ) ) {
				$free = $this->payments->get( $id )->less( $freed )->at_most( $part );
				$this->link->link( $free, $kind, $old );
				$used = $used->plus( $free->remaining );
			}
		}
		return $used;
	}

	/** The payment as it stands with the customer before; null where it is gone. */
	private function before( Task $task, Task $invoice ): ?RemotePayment {
		$source = $this->moves->source( $task, $invoice );
		return $source === null
			? null
			: RemoteFailure::null_when_gone( fn (): RemotePayment => $this->payments->get( $source->remote_id ) );
	}

	/**
	 * A person does it. What the payment is worth is kept for the next try, when it may be deleted.
	 *
	 * @param string                $amount TTC; empty where it is not known.
	 * @param string                $why   one of those above; empty where the payment before stands in the way.
	 * @param array<string, string> $facts more of them.
	 * @throws LeaseLost
	 */
	private function stuck(
		Task $task,
		Task $invoice,
		string $amount = '',
		string $why = '',
		array $facts = [],
	): NeedsAttention {
		if ( $amount !== '' ) {
			$this->write_down( $task, new Intent( $task->intent->key, $amount ) );
			$this->ledger->save( TaskTransitions::not_sent( $task ) );
		}
		$known = [
			'invoice' => $invoice->remote_number,
			'amount'  => $amount,
			...( $why === '' ? [] : [ 'why' => $why ] ),
		];
		return NeedsAttention::because( ProblemCode::PaymentToMove, $known + $facts );
	}

	/** @throws LeaseLost */
	private function write_down( Task $task, Intent $intent ): void {
		if ( ! $this->ledger->save( TaskTransitions::sent( $task, $intent, $this->clock->now() ) ) ) {
			throw new LeaseLost();
		}
	}

	private function delete( Task $task, Task $invoice, int $payment_id, string $amount ): void {
		try {
			$this->payments->delete( $payment_id );
		} catch ( RemoteFailure $failure ) {
			if ( $failure->kind === FailureKind::NotFound ) {
				return;
			}
			if ( $failure->kind !== FailureKind::OutcomeUnknown ) {
				$this->ledger->save( TaskTransitions::not_sent( $task ) );
			}
			throw $failure->kind === FailureKind::Rejected ? $this->stuck( $task, $invoice, $amount ) : $failure;
		}
	}
}
