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
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Failures\SkipTask;
use OrderInvoicer\Domain\Ledger\CompleteTask;
use OrderInvoicer\Domain\Ledger\DocumentOfTask;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskHandler;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\OrderBook\MoneyReceived;
use OrderInvoicer\Domain\OrderBook\OrderOfTask;
use OrderInvoicer\Domain\OrderBook\UncoveredRefund;
use OrderInvoicer\Domain\Payments\LinkPayment;
use OrderInvoicer\Domain\Payments\LostPayments;
use OrderInvoicer\Domain\Payments\OthersMoney;
use OrderInvoicer\Domain\Payments\PaymentDraft;
use OrderInvoicer\Domain\Payments\PayOnce;
use OrderInvoicer\Domain\Payments\StandingPayment;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;

/**
 * Money that went back to the customer: a payment out, set against the credit note of its refund. What a dispute took
 * of an invoice that is due again has none: it stands with the customer alone (`UnpaidInvoice`).
 */
final class PayBack implements TaskHandler {

	private const WAIT = 30;

	/** Seconds until a payment that is pending is looked at again. */
	private const WAIT_PENDING = 21600;

	public function __construct(
		private readonly Orders $orders,
		private readonly SettingsStore $settings,
		private readonly Ledger $ledger,
		private readonly LostDocumentFinder $lost_document_finder,
		private readonly PayOnce $once,
		private readonly LinkPayment $link,
		private readonly CompleteTask $complete_task,
		private readonly ToldPayBack $told,
		private readonly UnpaidInvoice $unpaid,
		private readonly Clock $clock,
		private readonly OthersMoney $others,
		private readonly LostPayments $lost,
	) {}

	public function run( Task $task ): void {
		$order    = OrderOfTask::read( $this->orders, $task );
		$refund   = $this->refund( $task, $order ) ?? throw new SkipTask( new Problem( ProblemCode::RefundGone ) );
		$credit   = DocumentOfTask::row( $this->ledger, $task );
		$is_owed  = $credit->key->effect === Effect::CreateInvoice;
		$link     = $is_owed ? null : $this->after_the_link( $credit );
		$customer = $this->lost_document_finder->sent_for( $credit )
			?? throw NeedsAttention::because( ProblemCode::DocumentGone, [ 'id' => $credit->remote_id ] );
		$key      = fn (): string => $this->key( $order, $refund );
		$payments = $this->once->standing( $task, $customer, $credit, $key );
		$task     = $this->ledger->find( $task->id ) ?? $task;
		$are_set  = true;
		foreach ( $is_owed ? [] : $payments as $payment ) {
			$are_set = $this->link->link( $payment, DocumentKind::CreditNote, $credit->remote_id ) && $are_set;
		}
		if ( $payments === [] ) {
			$draft = $this->draft( $order, $refund, $is_owed );
			if ( $is_owed ) {
				$this->unpaid->check( $credit, $draft->amount, $order );
			}
			$theirs = $is_owed ? [] : $this->others->paid_back( $credit );
			if ( $theirs !== [] && $this->adopt( $task, $credit, $draft, $theirs ) ) {
				return;
			}
			$payments = [ $this->once->make( $task, $customer, $draft ) ];
			$are_set  = $is_owed || $this->link->link_new( $payments[0], DocumentKind::CreditNote, $credit->remote_id );
		}
		if ( ! $are_set && $link?->state === TaskState::Done && ! $link->was_at_sellsy() ) {
			throw $this->elsewhere( $order->currency->text( $payments[0]->amount ), '', $credit->remote_number );
		}
		if ( $is_owed ) {
			$this->unpaid->free( $credit, $payments[0]->amount, $order );
		}
		if ( $is_owed || ! $are_set ) {
			$this->lost->note_deleted( $order->id );
		}
		$this->complete_task->done( $task, PayOnce::TYPE, $payments[0]->id );
	}

	private function refund( Task $task, OrderSnapshot $order ): ?RefundSnapshot {
		$refunds = $this->orders->refunds( $order->id );
		$gone    = UncoveredRefund::with_disputed( $order, $refunds, $this->clock->now() );
		return array_column( $gone, null, 'id' )[ $task->key->refund_id ] ?? null;
	}

	/**
	 * Somebody recorded it in Sellsy, or another sum: then a person puts it right there. What is on its way is waited
	 * for.
	 *
	 * @param list<StandingPayment> $theirs
	 * @return bool false: all of theirs was taken for other refunds.
	 * @throws NeedsAttention
	 * @throws RetryLater
	 */
	private function adopt( Task $task, Task $credit, PaymentDraft $draft, array $theirs ): bool {
		$place  = [ StandingPayment::place( DocumentKind::CreditNote, $credit->remote_id ) ];
		$rows   = $this->ledger->for_order( $credit->key->order_id );
		$sum    = $this->taken( $credit, $rows, $theirs, $place )->negated();
		$counts = array_filter( $theirs, static fn ( StandingPayment $one ): bool => $one->is_confirmed );
		$due    = $draft->currency->text( $draft->amount );
		foreach ( $counts as $one ) {
			if ( $one->currency !== $draft->currency->code ) {
				throw $this->elsewhere( $due, "{$one->on( $place )->to_string()} $one->currency" );
			}
			$sum = $sum->plus( $one->on( $place ) );
		}
		$sum = $sum->compare( Decimal::zero() ) < 0 ? Decimal::zero() : $sum; // Some of what was taken is gone.
		if ( $counts !== [] && $sum->equals( $draft->amount ) ) {
			$ids = StandingPayment::making( $sum, $counts, $place, $rows );
			$this->once->adopt( $task, $ids, $draft->currency->text( $sum ) );
			$this->complete_task->done( $task, PayOnce::TYPE, $ids[0] );
			return true;
		}
		if ( ! $sum->is_zero() ) {
			throw $this->elsewhere( $due, $draft->currency->text( $sum ) );
		}
		return count( $counts ) === count( $theirs )
			? false
			: throw RetryLater::until_there_is( 'pending_payment', self::WAIT_PENDING );
	}

	/**
	 * What rows of other refunds have of what people paid back on that credit note. Of several, some may be gone.
	 *
	 * @param list<Task>            $rows
	 * @param list<StandingPayment> $theirs
	 * @param list<string>          $place
	 */
	private function taken( Task $credit, array $rows, array $theirs, array $place ): Decimal {
		$taken = Decimal::zero();
		foreach ( $rows as $row ) {
			$its = array_filter(
				$theirs,
				static fn ( StandingPayment $one ): bool => in_array( $one->id, $row->payment_ids(), true )
			);
			if ( $row->key->effect === Effect::PayBack && $row->parent_id === $credit->id && $row->sent_at === null ) {
				$stands = StandingPayment::sum( $its, $place );
				$worth  = $its === [] ? Decimal::zero() : $row->intent->worth();
				$less   = $row->intent->others() !== [] && $stands->compare( $worth ) < 0;
				$taken  = $taken->plus( $less ? $stands : $worth );
			}
		}
		return $taken;
	}

	/** @param string $note of a credit note on which nothing is left for it. */
	private function elsewhere( string $paid, string $found, string $note = '' ): NeedsAttention {
		$facts = [
			'paid'   => $paid,
			'found'  => $found,
			'amount' => '',
			'back'   => 'yes',
			...( $note === '' ? [] : [ 'note' => $note ] ),
		];
		return NeedsAttention::because( ProblemCode::PaymentElsewhere, $facts );
	}

	/** The invoice takes what it needs of the credit note first: then as much of what came is free, as of this. */
	private function after_the_link( Task $credit ): Task {
		$link = $this->ledger->find_by_key( $credit->key->beside( Effect::LinkCreditNote ) );
		return $link?->is_settled() === true ? $link : throw RetryLater::until_there_is( 'setting_off', self::WAIT );
	}

	/** A person may have said when it left, and how. */
	private function draft( OrderSnapshot $order, RefundSnapshot $refund, bool $is_owed ): PaymentDraft {
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
			amount: $told === null ? $this->standing( $refund, $order, $is_owed ) : $refund->amount,
			currency: $order->currency,
			paid_at: $told['paid_at'] ?? $refund->created_at,
			number: '',
			note: $this->key( $order, $refund )
		);
	}

	/**
	 * Never beyond what stands as received. What a person said has left has. Who looks after what came looks after what
	 * goes back of it.
	 *
	 * @throws SkipTask where nothing stands.
	 */
	private function standing( RefundSnapshot $refund, OrderSnapshot $order, bool $is_owed ): Decimal {
		$money = new MoneyReceived( $order, $this->ledger->for_order( $order->id ) );
		if ( ! $is_owed && $money->is_left_to_people() ) {
			throw SkipTask::not_wanted();
		}
		$received = $money->sum( Effect::RecordPayment );
		$returned = $money->sum( Effect::PayBack );
		if ( $received === null || $returned === null ) {
			return $refund->amount;
		}
		$stands = $received->minus( $returned );
		return match ( true ) {
			! $stands->is_positive() => throw SkipTask::not_wanted(),
			$stands->compare( $refund->amount ) < 0 => $stands,
			default => $refund->amount,
		};
	}

	private function key( OrderSnapshot $order, RefundSnapshot $refund ): string {
		return DocumentKey::of_credit_note( $this->settings->get()->shop_code, $order->number, $refund->id, 0 );
	}
}
