<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Payments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Content\Invoicing;
use OrderInvoicer\Domain\Documents\DocumentKey;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RecentAnswers;
use OrderInvoicer\Domain\Drafts\LostDocumentFinder;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\SkipTask;
use OrderInvoicer\Domain\Ledger\CompleteTask;
use OrderInvoicer\Domain\Ledger\DocumentOfTask;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskHandler;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\PaidPart;
use OrderInvoicer\Domain\OrderBook\MoneyReceived;
use OrderInvoicer\Domain\OrderBook\OrderOfTask;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Watching\LostDocument;

/**
 * Records what the customer paid for an order, and sets it against the invoice. Two calls: a runner that dies between
 * them leaves the payment's id in the row, and the next one only links it. A row with a revision is of a payment that
 * goes over to the customer of another invoice.
 */
final class RecordPayment implements TaskHandler {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly Orders $orders,
		private readonly SettingsStore $settings,
		private readonly LostDocumentFinder $lost_document_finder,
		private readonly PayOnce $once,
		private readonly WeighPayment $weigh,
		private readonly LinkPayment $link,
		private readonly CompleteTask $complete_task,
		private readonly MovedPayment $moved,
		private readonly Invoicing $invoicing,
		private readonly RecentAnswers $answers,
		private readonly LostDocument $lost,
		private readonly OpenEarlier $earlier,
		private readonly Clock $clock,
	) {}

	public function run( Task $task ): void {
		$invoice = DocumentOfTask::row( $this->ledger, $task );
		$this->once->expect( $invoice );
		$customer = $this->lost_document_finder->sent_for( $invoice )
			?? throw NeedsAttention::because( ProblemCode::DocumentGone, [ 'id' => $invoice->remote_id ] );
		$this->check_that_it_stands( $invoice );
		$key      = fn (): string => $this->key( $task, $this->order( $task ) );
		$payments = $this->once->standing( $task, $customer, $invoice, $key );
		$this->put_on( $invoice, $task, $payments );
		if ( $payments === [] ) {
			$task    = $this->ledger->find( $task->id ) ?? $task;
			$payment = $task->key->revision > 0
				? $this->make_moved( $task, $invoice, $customer )
				: $this->recorded( $task, $invoice, $customer );
			if ( $payment === null ) {
				return;
			}
			$payments = $this->less_freed( $task, [ $payment ] );
			$free     = $payments[0]->less( $this->moved->pay_parts_before( $task, $invoice, $payment->id ) );
			$this->link->link_new( $free, DocumentKind::Invoice, $invoice->remote_id );
		}
		$this->complete_task->done( $task, PayOnce::TYPE, $payments[0]->id );
		if ( $task->asked ) { // Late: the other parts, and what went back of it, follow.
			$this->ledger->follow( $task->key->order_id, $this->clock->now() );
		}
	}

	/**
	 * @param list<RemotePayment> $payments of an earlier try, or what people recorded: that is never moved.
	 * @throws NeedsAttention
	 * @throws RemoteFailure
	 */
	private function put_on( Task $invoice, Task $task, array $payments ): void {
		foreach ( $this->less_freed( $task, $payments ) as $at => $free ) {
			$payment = $payments[ $at ];
			$rest    = $free->less( $this->moved->pay_parts_before( $task, $invoice, $payment->id ) );
			if ( $task->sent_at === null && ! $payment->is_free() ) {
				$is_there = $this->weigh->stands( $payment->id, $invoice );
			} else {
				$this->moved->look_at_cancelled( $task, $invoice, $payment );
				$is_there = $this->link->link( $rest, DocumentKind::Invoice, $invoice->remote_id )
					|| ! $payment->remaining->is_zero();
			}
			if ( ! $is_there ) {
				throw $this->moved->stands_elsewhere( $invoice );
			}
		}
	}

	/**
	 * What a dispute took of them, once of them all, stands on no invoice any more.
	 *
	 * @param list<RemotePayment> $payments
	 * @return list<RemotePayment>
	 */
	private function less_freed( Task $task, array $payments ): array {
		$freed = ( new FreedByDispute( $this->ledger->for_order( $task->key->order_id ) ) )->of( $task );
		$less  = [];
		foreach ( $payments as $payment ) {
			$less[] = $payment->less( $freed );
			$freed  = $freed->minus( $payment->remaining->minus( end( $less )->remaining ) );
		}
		return $less;
	}

	/** @return RemotePayment|null null: somebody recorded it, and the row has that one. */
	private function recorded( Task $task, Task $invoice, CustomerRef $customer ): ?RemotePayment {
		$order = $this->order( $task );
		$part  = PaidPart::find( $order, $task->key->part );
		if ( $order->paid_at === null || ! $this->settings->get()->payments->enabled ) {
			throw SkipTask::not_wanted();
		}
		if ( $part === null ) {
			if ( $task->asked ) {
				$this->earlier->open_parts( $order, $invoice->id );
			}
			throw SkipTask::not_wanted();
		}
		$method  = $this->method_id( $order, $part );
		$weighed = $this->weigh->weigh( $task, $part, $order, $invoice, $customer );
		foreach ( $weighed->carried() as $id ) {
			$this->link->link_free( $id, DocumentKind::Invoice, $invoice->remote_id );
		}
		$mark = $weighed->came_at < $order->paid_at ? MoneyReceived::mark( $weighed->came_at ) : '';
		if ( $this->adopt( $task, $weighed, $weighed->amount->to_scale( $order->currency->decimals ), $mark ) ) {
			return null;
		}
		$draft = new PaymentDraft(
			pays_back: false,
			method_id: $method,
			amount: $weighed->amount,
			currency: $order->currency,
			paid_at: $order->paid_at,
			number: $part->transaction_id,
			note: $this->key( $task, $order )
		);
		return $this->once->make( $task, $customer, $draft, $mark );
	}

	/** What is paid back of it follows: the money may have come before the order was marked paid. */
	private function adopt( Task $task, PaymentToMake $weighed, string $worth, string $mark ): bool {
		if ( $weighed->adopted === [] ) {
			return false;
		}
		$this->once->adopt( $task, $weighed->adopted, $worth, $mark );
		$this->complete_task->done( $task, PayOnce::TYPE, $weighed->adopted[0] );
		$this->ledger->follow( $task->key->order_id, $this->clock->now() );
		return true;
	}

	/** Once the payment before is deleted, a person must hear of what is not recorded again. */
	private function make_moved( Task $task, Task $invoice, CustomerRef $customer ): RemotePayment {
		$draft = $this->moved( $task, $invoice );
		try {
			return $this->once->make( $task, $customer, $draft );
		} catch ( RemoteFailure $failure ) {
			$amount = $draft->amount->to_scale( $draft->currency->decimals );
			throw in_array( $failure->kind, [ FailureKind::Rejected, FailureKind::NotFound ], true )
				? $this->moved->refused( $task, $invoice, $amount, $failure )
				: $failure;
		}
	}

	/** Whatever the settings say by now: the money is there. All else is known before anything is deleted. */
	private function moved( Task $task, Task $invoice ): PaymentDraft {
		$order = $this->order( $task );
		$part  = PaidPart::find( $order, $task->key->part );
		if ( $part === null || $order->paid_at === null ) {
			throw $this->moved->without_part( $task, $invoice, $order->currency );
		}
		$method_id = $this->method_id( $order, $part );
		$note      = $this->key( $task, $order );
		return new PaymentDraft(
			pays_back: false,
			method_id: $method_id,
			amount: $this->moved->take( $task, $invoice, $note, $order->currency ),
			currency: $order->currency,
			paid_at: $order->paid_at,
			number: $part->transaction_id,
			note: $note
		);
	}

	private function method_id( OrderSnapshot $order, PaidPart $part ): int {
		return $this->settings->get()->payments->method_of( $part->method )
			?? throw NeedsAttention::because(
				ProblemCode::PaymentMethodUnset,
				[ 'gateway' => $this->gateway( $order, $part ) ]
			);
	}

	private function order( Task $task ): OrderSnapshot {
		return OrderOfTask::read( $this->orders, $task );
	}

	/** By its name where it is known, so that the owner finds it in the settings. */
	private function gateway( OrderSnapshot $order, PaidPart $part ): string {
		return $part->key === '' && $order->payment->title !== '' ? $order->payment->title : $part->method;
	}

	private function key( Task $task, OrderSnapshot $order ): string {
		$key = DocumentKey::text( $this->settings->get()->shop_code, $order->number, 0 );
		$key = $task->key->part === '' ? $key : "$key/{$task->key->part}";
		return $task->key->revision === 0 ? $key : "$key/{$task->key->revision}";
	}

	/**
	 * Before something is set against a document: somebody may have cancelled it, and nobody has looked yet. Costs
	 * nothing where this process was told of it just now; what is left of it is known afterwards.
	 *
	 * @param Task $task that made it.
	 * @throws SkipTask when it stands no more: its own row says so, and opens what goes with it again.
	 * @throws RemoteFailure
	 */
	private function check_that_it_stands( Task $task ): void {
		$kind = $task->key->effect->creates() ?? DocumentKind::Invoice;
		if ( $this->answers->due( $kind, $task->remote_id ) !== null ) {
			return;
		}
		$document = $this->invoicing->get( $kind, $task->remote_id );
		if ( $document !== null && ! $document->is_cancelled() ) {
			$this->answers->tell( $document );
			return;
		}
		$document === null ? $this->lost->gone( $task ) : $this->lost->cancelled( $task, $document );
		throw SkipTask::not_wanted();
	}
}
