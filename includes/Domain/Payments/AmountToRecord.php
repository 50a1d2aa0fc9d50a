<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Payments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RecentAnswers;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\SkipTask;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\PaidPart;

/**
 * How much of a payment is recorded when less than that is due on the invoice. A credit note may have lowered what is
 * due: the money came in all the same, and what exceeds the invoice stays with the customer for the money to be paid
 * back. A refund may have lowered the draft before it became final: then the invoice and the payment are both the rest.
 * Otherwise somebody has recorded the payment at Sellsy, and must not find it there twice. Somebody else looks after an
 * invoice that a person linked: of it only what is still due is recorded, whatever lowered it.
 */
final class AmountToRecord {

	public function __construct(
		private readonly Payments $payments,
		private readonly Ledger $ledger,
		private readonly Orders $orders,
		private readonly RecentAnswers $answers,
	) {}

	/**
	 * @return Decimal TTC, in the order's currency, above zero.
	 * @throws NeedsAttention
	 * @throws SkipTask
	 * @throws RemoteFailure
	 */
	public function amount( PaidPart $part, OrderSnapshot $order, Task $invoice ): Decimal {
		$due       = $this->due( $invoice->remote_id );
		$is_linked = $invoice->is_linked();
		if ( $part->amount->compare( $due ) <= 0 || ( ! $is_linked && $this->is_credited( $order->id ) ) ) {
			return $part->amount;
		}
		if ( ! $is_linked && $this->orders->refunds( $order->id ) === [] ) {
			$facts = [
				'paid' => $part->amount->to_scale( $order->currency->decimals ),
				'due'  => $due->to_scale( $order->currency->decimals ),
			];
			throw NeedsAttention::because( ProblemCode::PaymentOverDue, $facts );
		}
		return $due->is_positive() ? $due : throw new SkipTask( new Problem( ProblemCode::StepNotWanted ) );
	}

	private function due( int $invoice_id ): Decimal {
		$told = $this->answers->due( DocumentKind::Invoice, $invoice_id );
		$due  = $told ?? $this->payments->remaining_due( DocumentKind::Invoice, $invoice_id );
		if ( $told === null ) {
			$this->answers->tell_due( DocumentKind::Invoice, $invoice_id, $due );
		}
		return $due;
	}

	private function is_credited( int $order_id ): bool {
		foreach ( $this->ledger->for_order( $order_id ) as $row ) {
			if ( $row->key->effect === Effect::CreateCreditNote && ( $row->remote_id > 0 || $row->is_by_hand() ) ) {
				return true;
			}
		}
		return false;
	}
}
