<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Payments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\LeaseLost;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\System\Clock;

/**
 * A payment goes over to another customer. Sellsy documents no way to give it to one, so it is deleted and recorded
 * again. It is deleted first: the same money never stands there twice. What it was worth is written down before.
 */
final class MovedPayment {

	public function __construct(
		private readonly MovePayments $moves,
		private readonly Payments $payments,
		private readonly Ledger $ledger,
		private readonly Clock $clock,
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
		$source = $this->moves->source( $task, $invoice );
		$before = $source === null
			? null
			: RemoteFailure::null_when_gone( fn (): RemotePayment => $this->payments->get( $source->remote_id ) );
		$known  = $task->intent->excl_tax;
		if ( $before === null ) {
			return $known === '' ? throw self::stuck( $invoice, $known ) : Decimal::from_string( $known );
		}
		$amount = $before->amount->to_scale( $currency->decimals );
		if ( ! $before->remaining->equals( $before->amount ) ) {
			throw self::stuck( $invoice, $amount );
		}
		$intent = new Intent( $note, $amount );
		if ( ! $this->ledger->save( TaskTransitions::sent( $task, $intent, $this->clock->now() ) ) ) {
			throw new LeaseLost();
		}
		$this->delete( $task, $invoice, $before->id, $amount );
		return $before->amount;
	}

	/**
	 * A person does it.
	 *
	 * @param string $amount TTC; empty where it is not known.
	 */
	public static function stuck( Task $invoice, string $amount ): NeedsAttention {
		$facts = [
			'invoice' => $invoice->remote_number,
			'amount'  => $amount,
		];
		return NeedsAttention::because( ProblemCode::PaymentToMove, $facts );
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
			throw $failure->kind === FailureKind::Rejected ? self::stuck( $invoice, $amount ) : $failure;
		}
	}
}
