<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Actions;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\RememberedCustomer;
use OrderInvoicer\Domain\Buyers\RemoteCustomer;
use OrderInvoicer\Domain\Customers\Customers;
use OrderInvoicer\Domain\Customers\RecallCustomer;
use OrderInvoicer\Domain\Customers\RememberCustomer;
use OrderInvoicer\Domain\Customers\Spellings;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Drafts\TakeDraft;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Failures\StepCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\OrderBook\BillableOrder;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Work\DueTaskRunner;

/**
 * An order got a customer of its own although its e-mail address is that of a client: a person says that both are one.
 * Later orders of this buyer go to that client, and so do the drafts of this one. What is final keeps its customer.
 */
final class SameClient {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly Orders $orders,
		private readonly Customers $customers,
		private readonly Spellings $spellings,
		private readonly RecallCustomer $recall,
		private readonly RememberCustomer $remember,
		private readonly TakeDraft $take,
		private readonly DueTaskRunner $due,
		private readonly BillableOrder $billable_order,
		private readonly Clock $clock,
	) {}

	/** This shop made a customer for the buyer of this order. Asks Sellsy nothing. */
	public function is_offered( int $order_id ): bool {
		$order = $this->orders->snapshot( $order_id );
		return $order !== null && $this->made_for( $order ) !== null;
	}

	/**
	 * Clients with the order's e-mail address, but the one that was made for it.
	 *
	 * @return list<RemoteCustomer>
	 * @throws RemoteFailure
	 */
	public function candidates( int $order_id ): array {
		$order = $this->orders->snapshot( $order_id );
		$own   = $order === null ? null : $this->made_for( $order );
		if ( $order === null || $own === null ) {
			return [];
		}
		$email = $order->buyer->email;
		$found = [];
		foreach ( $this->spellings->of( $email ) as $typed ) {
			foreach ( $this->customers->find_by_email( $typed ) as $customer ) {
				$is_another = $customer->ref->key() !== $own->key() && ! $customer->archived;
				if ( $is_another && mb_strtolower( $customer->email ) === mb_strtolower( $email ) ) {
					$found[ $customer->ref->key() ] = $customer;
				}
			}
		}
		return array_values( $found );
	}

	/** TTC that the order's invoice bills, or would; empty where the order is gone. */
	public function total( int $order_id ): string {
		$order   = $this->orders->snapshot( $order_id );
		$invoice = null;
		foreach ( $this->ledger->for_order( $order_id ) as $row ) {
			$invoice = $row->key->effect === Effect::CreateInvoice ? $row : $invoice;
		}
		$billed = $order === null ? null : $this->billable_order->invoice( $invoice->id ?? 0, $order );
		return $billed === null ? '' : $billed->total->to_scale( $billed->currency->decimals );
	}

	/**
	 * @return bool false for a customer that is not (any more) among the candidates: nothing is changed.
	 * @throws RemoteFailure
	 */
	public function say( int $order_id, CustomerRef $ref ): bool {
		$order   = $this->orders->snapshot( $order_id );
		$is_one  = static fn ( RemoteCustomer $one ): bool => $one->ref->key() === $ref->key();
		$offered = array_filter( $this->candidates( $order_id ), $is_one ) !== [];
		if ( $order === null || ! $offered ) {
			return false;
		}
		$this->remember->remember( $order, $ref, RememberedCustomer::CHOSEN );
		foreach ( $this->ledger->for_order( $order_id ) as $row ) {
			if ( self::is_draft( $row ) ) {
				$this->bring_up_to_date( $row );
			}
		}
		$this->due->of_order( $order_id );
		return true;
	}

	/** The order's e-mail address may lead to another client only where there is one. */
	private function made_for( OrderSnapshot $order ): ?CustomerRef {
		$known = $order->buyer->email === '' || $order->buyer->is_erased ? null : $this->recall->exact( $order );
		return $known?->origin === StepCode::Created->value ? $known->ref : null;
	}

	/** An invoice that may still be given to another customer. */
	private static function is_draft( Task $task ): bool {
		return $task->key->effect === Effect::create( DocumentKind::Invoice )
			&& $task->state === TaskState::Done
			&& $task->was_at_sellsy()
			&& $task->remote_number === ''
			&& ! $task->is_linked();
	}

	/** It no longer says what it should: its own row changes it, with all its tries. */
	private function bring_up_to_date( Task $task ): void {
		try {
			$held = $this->take->take( $task );
		} catch ( RetryLater ) {
			return; // Its runner reads the memory itself, or the customer is compared before it becomes final.
		}
		$unsaid = new Intent( $held->intent->key, $held->intent->excl_tax );
		$this->ledger->save( TaskTransitions::sent( $held, $unsaid, $this->clock->now() ) );
		$this->take->give_back( $held );
	}
}
