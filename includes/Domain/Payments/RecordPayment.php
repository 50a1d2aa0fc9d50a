<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Payments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKey;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Drafts\LostDocumentFinder;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\SkipTask;
use OrderInvoicer\Domain\Ledger\TaskHandler;
use OrderInvoicer\Domain\Ledger\CompleteTask;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\PaidPart;
use OrderInvoicer\Domain\Settings\SettingsStore;

/**
 * Records what the customer paid for an order, and sets it against the invoice. Two calls: a runner that dies between
 * them leaves the payment's id in the row, and the next one only links it.
 */
final class RecordPayment implements TaskHandler {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly Orders $orders,
		private readonly SettingsStore $settings,
		private readonly LostDocumentFinder $reconcile,
		private readonly PayOnce $once,
		private readonly AmountToRecord $amount,
		private readonly LinkPayment $link,
		private readonly CompleteTask $finish,
	) {}

	public function run( Task $task ): void {
		$invoice  = $this->ledger->find( $task->parent_id );
		$customer = $invoice === null ? null : $this->reconcile->sent_for( $invoice );
		if ( $invoice === null || $invoice->remote_id === 0 || $invoice->has_lost_its_document() ) {
			// Its own row says what became of it, and opens this one again.
			throw new SkipTask( new Problem( ProblemCode::StepNotWanted ) );
		}
		if ( $customer === null ) {
			throw NeedsAttention::because( ProblemCode::DocumentGone, [ 'id' => $invoice->remote_id ] );
		}
		$key     = fn (): string => $this->key( $task, $this->order( $task ) );
		$payment = $this->once->already_made( $task, $customer, $invoice, $key );
		if ( $payment !== null ) {
			$this->link->link( $payment, DocumentKind::Invoice, $invoice->remote_id );
		} else {
			$payment = $this->once->make( $task, $customer, $this->draft( $task, $invoice ) );
			$this->link->link_new( $payment, DocumentKind::Invoice, $invoice->remote_id );
		}
		$this->finish->done( $task, PayOnce::TYPE, $payment->id );
	}

	private function draft( Task $task, Task $invoice ): PaymentDraft {
		$settings = $this->settings->get();
		$order    = $this->order( $task );
		$part     = PaidPart::find( $order, $task->key->part );
		if ( $part === null || $order->paid_at === null || ! $settings->payments->enabled ) {
			throw new SkipTask( new Problem( ProblemCode::StepNotWanted ) );
		}
		$method_id = $settings->payments->method_of( $part->method )
			?? throw NeedsAttention::because(
				ProblemCode::PaymentMethodUnset,
				[ 'gateway' => $this->gateway( $order, $part ) ]
			);
		return new PaymentDraft(
			pays_back: false,
			method_id: $method_id,
			amount: $this->amount->amount( $part, $order, $invoice ),
			currency: $order->currency,
			paid_at: $order->paid_at,
			number: $part->transaction_id,
			note: $this->key( $task, $order )
		);
	}

	private function order( Task $task ): OrderSnapshot {
		return $this->orders->snapshot( $task->key->order_id )
			?? throw new SkipTask( new Problem( ProblemCode::OrderGone ) );
	}

	/** By its name where it is known, so that the owner finds it in the settings. */
	private function gateway( OrderSnapshot $order, PaidPart $part ): string {
		return $part->key === '' && $order->payment->title !== '' ? $order->payment->title : $part->method;
	}

	private function key( Task $task, OrderSnapshot $order ): string {
		$key = DocumentKey::text( $this->settings->get()->shop_code, $order->number, 0 );
		return $task->key->part === '' ? $key : "$key/{$task->key->part}";
	}
}
