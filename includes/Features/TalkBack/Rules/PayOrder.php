<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\TalkBack\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\TryAgain;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\PaidPart;
use OrderInvoicer\Domain\Payments\PayOnce;
use OrderInvoicer\Domain\RemoteIds\Turn;
use OrderInvoicer\Domain\Seen\DocumentPayments;
use OrderInvoicer\Domain\Seen\PaidOrders;
use OrderInvoicer\Domain\Seen\SeenPayment;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\Logger;

/**
 * An order whose document carries its whole total in confirmed payments becomes paid, where the owner wants that; one
 * that followed its proforma always. First
 * the ledger holds the payment as this order's own, so that nobody records it at Sellsy again. A process that dies in
 * between does the rest at the next look.
 */
final class PayOrder {

	public function __construct(
		private readonly SettingsStore $settings,
		private readonly Orders $orders,
		private readonly PaidOrders $paid,
		private readonly Ledger $ledger,
		private readonly HoldRow $hold,
		private readonly Turn $turn,
		private readonly Clock $clock,
		private readonly Logger $logger,
	) {}

	/**
	 * @param Task              $task      that made the document.
	 * @param list<SeenPayment> $payments of the document.
	 * @return bool false: another process holds the order's payment; this is to be done again.
	 * @throws \InvalidArgumentException where the order cannot be read.
	 * @throws TryAgain where WooCommerce or other code of the site refuses it.
	 */
	public function pay( Task $task, RemoteDocument $document, array $payments ): bool {
		$order = $this->may_become_paid( $task->key->order_id ) ? $this->order( $task->key->order_id ) : null;
		if (
			$order === null
			|| ! $this->covers( $order, $document, $payments )
			|| ! $this->paid->awaits_payment( $order->id )
		) {
			return true;
		}
		$counted = array_filter( $payments, static fn ( SeenPayment $payment ): bool => $payment->counts );
		$ids     = array_column( $counted, 'id' );
		rsort( $ids );
		foreach ( PaidPart::all_of( $order ) as $part ) {
			$key = new TaskKey( order_id: $order->id, effect: Effect::RecordPayment, part: $part->key );
			if ( $this->is_the_shops( $this->ledger->find_by_key( $key ), $ids ) ) {
				return true;
			}
			$worth = Intent::of_payments( $ids, $part->amount->to_scale( $order->currency->decimals ) );
			if (
				count( $ids ) <= Intent::MOST // Otherwise the payment's own row asks a person.
				&& ! $this->hold->hold( $key, $task, PayOnce::TYPE, $ids[0] ?? 0, worth: $worth )
			) {
				return false;
			}
		}
		$dates = array_filter( array_column( $counted, 'paid_at' ) );
		$paid_at = $dates === [] ? $this->clock->now() : max( $dates );
		$is_paid = true;
		$pay     = function () use ( $order, $paid_at, $document, &$is_paid ): void {
			$is_paid = $this->paid->pay( $order->id, $paid_at, $document );
		};
		if ( ! $this->turn->take( "order:$order->id", $pay ) ) {
			return false;
		}
		return $is_paid ? true : throw MoveOrder::refused( $order, [ 'paid' => 'yes' ] );
	}

	/** One that followed its proforma may count as paid in WooCommerce since, and waits for its money all the same. */
	private function may_become_paid( int $order_id ): bool {
		if ( $this->settings->get()->talk_back->pays_orders ) {
			return true;
		}
		foreach ( $this->ledger->for_order( $order_id ) as $row ) {
			if ( $row->key->effect === Effect::FollowDocument ) {
				return true;
			}
		}
		return false;
	}

	private function order( int $order_id ): ?OrderSnapshot {
		$order = $this->orders->snapshot( $order_id );
		if ( $order === null ) {
			$this->logger->info( 'An order that may have become paid is gone.', [ 'order_id' => $order_id ] );
		}
		return $order;
	}

	/** @param list<SeenPayment> $payments */
	private function covers( OrderSnapshot $order, RemoteDocument $document, array $payments ): bool {
		$paid    = DocumentPayments::sum( $payments );
		$foreign = static fn ( SeenPayment $payment ): bool =>
			$payment->counts && $payment->currency !== $order->currency->code;
		return $order->total->is_positive()
			&& $document->currency === $order->currency->code
			&& $document->due?->is_positive() !== true
			&& array_filter( $payments, $foreign ) === []
			&& $paid !== null
			&& $paid->compare( $order->total ) >= 0;
	}

	/**
	 * The shop has recorded a payment of its own, or is about to.
	 *
	 * @param list<int> $payment_ids
	 */
	private function is_the_shops( ?Task $task, array $payment_ids ): bool {
		return $task !== null && (
			$task->sent_at !== null
			|| $task->state === TaskState::Attention
			|| $task->is_left_to_people()
			|| ( $task->state === TaskState::Done && ! in_array( $task->remote_id, $payment_ids, true ) )
		);
	}
}
