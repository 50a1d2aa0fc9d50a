<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Refunds;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKey;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Drafts\LostDocumentFinder;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\SkipTask;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskHandler;
use OrderInvoicer\Domain\Ledger\CompleteTask;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\OrderBook\MoneyReceived;
use OrderInvoicer\Domain\OrderBook\OrderOfTask;
use OrderInvoicer\Domain\OrderBook\UncoveredRefund;
use OrderInvoicer\Domain\Payments\LinkPayment;
use OrderInvoicer\Domain\Payments\OthersMoney;
use OrderInvoicer\Domain\Payments\PaymentDraft;
use OrderInvoicer\Domain\Payments\PayOnce;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;

/**
 * Money that went back to the customer: a payment out, set against the credit note of its refund. What a dispute took
 * of an invoice that is due again has none: it stands with the customer alone (`UnpaidInvoice`).
 */
final class PayBack implements TaskHandler {

	private const WAIT = 30;

	public function __construct(
		private readonly Orders $orders,
		private readonly SettingsStore $settings,
		private readonly Ledger $ledger,
		private readonly LostDocumentFinder $sent,
		private readonly PayOnce $once,
		private readonly LinkPayment $link,
		private readonly CompleteTask $finish,
		private readonly ToldPayBack $told,
		private readonly UnpaidInvoice $unpaid,
		private readonly Clock $clock,
		private readonly OthersMoney $others,
	) {}

	public function run( Task $task ): void {
		$order  = OrderOfTask::read( $this->orders, $task );
		$refund = $this->refund( $task, $order ) ?? throw new SkipTask( new Problem( ProblemCode::RefundGone ) );
		$credit = $this->ledger->find( $task->parent_id );
		if ( $credit?->has_document() !== true ) {
			// Its own row says what became of it, and opens this one again.
			throw new SkipTask( new Problem( ProblemCode::StepNotWanted ) );
		}
		$is_owed = $credit->key->effect === Effect::CreateInvoice;
		$is_owed ? $this->unpaid->check( $credit, $refund, $order ) : $this->after_the_link( $credit );
		$customer = $this->sent->sent_for( $credit )
			?? throw NeedsAttention::because( ProblemCode::DocumentGone, [ 'id' => $credit->remote_id ] );
		$key      = fn (): string => $this->key( $order, $refund );
		$payment  = $this->once->already_made( $task, $customer, $credit, $key );
		if ( $payment !== null && ! $is_owed ) {
			$this->link->link( $payment, DocumentKind::CreditNote, $credit->remote_id );
		} elseif ( $payment === null ) {
			$draft  = $this->draft( $task, $order, $refund );
			$theirs = $is_owed ? [] : $this->others->paid_back( $credit );
			if ( $theirs !== [] ) {
				$this->adopt( $task, $draft, $theirs );
				return;
			}
			$payment = $this->once->make( $task, $customer, $draft );
			if ( ! $is_owed ) {
				$this->link->link_new( $payment, DocumentKind::CreditNote, $credit->remote_id );
			}
		}
		if ( $is_owed ) {
			$this->unpaid->free( $credit, $payment->amount, $order );
		}
		$this->finish->done( $task, PayOnce::TYPE, $payment->id );
	}

	private function refund( Task $task, OrderSnapshot $order ): ?RefundSnapshot {
		$refunds = $this->orders->refunds( $order->id );
		$gone    = UncoveredRefund::with_disputed( $order, $refunds, $this->clock->now() );
		return array_column( $gone, null, 'id' )[ $task->key->refund_id ] ?? null;
	}

	/**
	 * Somebody recorded it in Sellsy, or another sum: then a person puts it right there.
	 *
	 * @param non-empty-array<int, Decimal> $theirs by payment.
	 */
	private function adopt( Task $task, PaymentDraft $draft, array $theirs ): void {
		$sum  = array_reduce(
			$theirs,
			static fn ( Decimal $sum, Decimal $amount ): Decimal => $sum->plus( $amount ),
			Decimal::zero()
		);
		$text = static fn ( Decimal $amount ): string =>
			$amount->to_scale( max( $draft->currency->decimals, $amount->scale() ) );
		if ( ! $sum->equals( $draft->amount ) ) {
			$facts = [
				'paid'   => $text( $draft->amount ),
				'found'  => $text( $sum ),
				'amount' => '',
				'back'   => 'yes',
			];
			throw NeedsAttention::because( ProblemCode::PaymentElsewhere, $facts );
		}
		$this->once->adopt( $task, array_key_first( $theirs ), new Intent( '', $text( $sum ) ) );
		$this->finish->done( $task, PayOnce::TYPE, array_key_first( $theirs ) );
	}

	/** The invoice takes what it needs of the credit note first. */
	private function after_the_link( Task $credit ): void {
		$link = $this->ledger->find_by_key(
			new TaskKey(
				order_id: $credit->key->order_id,
				effect: Effect::LinkCreditNote,
				refund_id: $credit->key->refund_id,
				part: '',
				revision: $credit->key->revision
			)
		);
		if ( $link?->is_settled() !== true ) {
			throw new RetryLater(
				new Problem( ProblemCode::WaitsForDocument, [ 'for' => 'setting_off' ] ),
				self::WAIT
			);
		}
	}

	/** A person may have said when it left, and how. */
	private function draft( Task $task, OrderSnapshot $order, RefundSnapshot $refund ): PaymentDraft {
		$settings = $this->settings->get();
		$told     = $this->told->of( $refund->id );
		$method   = $told['method_id']
			?? $settings->payments->method_of( $order->payment->gateway )
			?? throw NeedsAttention::because(
				ProblemCode::PaymentMethodUnset,
				// By its name where it is known, so that the owner finds it in the settings.
				[ 'gateway' => $order->payment->title !== '' ? $order->payment->title : $order->payment->gateway ]
			);
		return new PaymentDraft(
			pays_back: true,
			method_id: $method,
			amount: $told === null ? $this->standing( $refund, $order ) : $refund->amount,
			currency: $order->currency,
			paid_at: $told['paid_at'] ?? $refund->created_at,
			number: '',
			note: $this->key( $order, $refund )
		);
	}

	/**
	 * Never beyond what stands as received. What a person said has left has.
	 *
	 * @throws SkipTask where nothing stands.
	 */
	private function standing( RefundSnapshot $refund, OrderSnapshot $order ): Decimal {
		$money    = new MoneyReceived( $order, $this->ledger->for_order( $order->id ) );
		$received = $money->sum( Effect::RecordPayment );
		$returned = $money->sum( Effect::PayBack );
		if ( $received === null || $returned === null ) {
			return $refund->amount;
		}
		$stands = $received->minus( $returned );
		return match ( true ) {
			! $stands->is_positive() => throw new SkipTask( new Problem( ProblemCode::StepNotWanted ) ),
			$stands->compare( $refund->amount ) < 0 => $stands,
			default => $refund->amount,
		};
	}

	private function key( OrderSnapshot $order, RefundSnapshot $refund ): string {
		return DocumentKey::of_credit_note( $this->settings->get()->shop_code, $order->number, $refund->id, 0 );
	}
}
