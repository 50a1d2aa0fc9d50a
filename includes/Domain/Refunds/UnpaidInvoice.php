<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Refunds;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Domain\Assumptions\Observations;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RecentAnswers;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Payments\FreedByDispute;
use OrderInvoicer\Domain\Payments\Payments;
use OrderInvoicer\Domain\Payments\RemotePayment;

/**
 * An invoice whose payment a dispute took becomes due again. No call of Sellsy rejects a payment: as much of ours as
 * was taken stands free with the customer then, beside the payment out that tells where it went. What somebody else
 * recorded is never moved.
 *
 * @assumes dispute
 */
final class UnpaidInvoice {

	public function __construct(
		private readonly Payments $payments,
		private readonly Ledger $ledger,
		private readonly RecentAnswers $answers,
		private readonly Observations $observations,
	) {}

	/**
	 * @param Decimal $amount that is to be freed.
	 * @throws NeedsAttention where it was paid with what this plugin did not record, or what it recorded stands
	 *         elsewhere, such as on the invoice before.
	 */
	public function check( Task $invoice, Decimal $amount, OrderSnapshot $order ): void {
		$freed = new FreedByDispute( $this->ledger->for_order( $order->id ) );
		$left  = Decimal::zero();
		foreach ( $this->recorded( $invoice ) as $row ) {
			if ( $row->sent_at === null || $row->intent->excl_tax === '' ) {
				throw $this->by_hand( $invoice, $amount, $order );
			}
			$left = $left->plus( $row->intent->worth() )->minus( $freed->of( $row ) );
		}
		if ( $left->compare( $amount ) < 0 ) {
			throw $this->by_hand( $invoice, $amount, $order );
		}
	}

	/**
	 * Done twice, it frees no more.
	 *
	 * @throws NeedsAttention
	 * @throws RemoteFailure
	 */
	public function free( Task $invoice, Decimal $amount, OrderSnapshot $order ): void {
		$rows   = $this->recorded( $invoice );
		$linked = $rows === [] ? [] : $this->payments->linked( DocumentKind::Invoice, $invoice->remote_id );
		$freed  = new FreedByDispute( $this->ledger->for_order( $order->id ) );
		foreach ( $rows as $row ) {
			$payment = RemoteFailure::null_when_gone( fn (): RemotePayment => $this->payments->get( $row->remote_id ) );
			if ( $payment === null ) {
				continue;
			}
			$is_on = in_array( $payment->id, $linked, true );
			$free  = $freed->of( $row ); // By this dispute and by those before.
			if ( $is_on && $payment->remaining->compare( $free ) < 0 ) {
				$payment = $this->taken_off( $invoice, $payment, $amount, $order );
				$is_on   = false;
			}
			$more = $payment->remaining->minus( $free );
			if ( ! $is_on && $more->is_positive() ) {
				$this->put_back( $invoice, $payment, $more );
			}
		}
	}

	private function taken_off(
		Task $invoice,
		RemotePayment $payment,
		Decimal $amount,
		OrderSnapshot $order,
	): RemotePayment {
		$this->answers->forget_due( DocumentKind::Invoice, $invoice->remote_id );
		try {
			$this->payments->unlink( DocumentKind::Invoice, $invoice->remote_id, $payment->id );
		} catch ( RemoteFailure $failure ) {
			if ( $failure->kind !== FailureKind::Rejected ) {
				throw $failure;
			}
			$this->observations->saw( Assumption::Dispute, false, 'refused' );
			throw $this->by_hand( $invoice, $amount, $order );
		}
		$off     = $this->payments->get( $payment->id );
		$is_free = $off->remaining->compare( $payment->remaining ) > 0;
		$this->observations->saw( Assumption::Dispute, $is_free, $is_free ? 'free' : 'not-free' );
		return $off;
	}

	/** The dispute was about a part of it. */
	private function put_back( Task $invoice, RemotePayment $payment, Decimal $more ): void {
		$due  = $this->payments->remaining_due( DocumentKind::Invoice, $invoice->remote_id );
		$more = $due->compare( $more ) < 0 ? $due : $more;
		if ( $more->is_positive() ) {
			$this->answers->forget_due( DocumentKind::Invoice, $invoice->remote_id );
			$this->payments->link( DocumentKind::Invoice, $invoice->remote_id, $payment->id, $more );
		}
	}

	/** @return list<Task> payments of that invoice. */
	private function recorded( Task $invoice ): array {
		$is_it = static fn ( Task $task ): bool => $task->is_payment_on( $invoice );
		return array_values( array_filter( $this->ledger->for_order( $invoice->key->order_id ), $is_it ) );
	}

	private function by_hand( Task $invoice, Decimal $amount, OrderSnapshot $order ): NeedsAttention {
		$facts = [
			'amount'  => $amount->to_scale( $order->currency->decimals ) . " {$order->currency->code}",
			'invoice' => $invoice->remote_number,
		];
		return NeedsAttention::because( ProblemCode::DisputeByHand, $facts );
	}
}
