<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Actions;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Buyers\RememberedCustomer;
use OrderInvoicer\Domain\Buyers\RemoteCustomer;
use OrderInvoicer\Domain\Customers\BuyerFacts;
use OrderInvoicer\Domain\Customers\CustomerKey;
use OrderInvoicer\Domain\Customers\Customers;
use OrderInvoicer\Domain\Customers\RememberCustomer;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Ledger\AttemptLog;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Work\DueTaskRunner;

/** Several customers, or one of the other kind, may be the buyer: a person chooses, and the choice is remembered. */
final class ChooseCustomer {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly Orders $orders,
		private readonly Customers $customers,
		private readonly RememberCustomer $remember,
		private readonly RetryTask $retry,
		private readonly FreshOffers $fresh_offers,
		private readonly AttemptLog $attempts,
		private readonly DueTaskRunner $due,
		private readonly Clock $clock,
	) {}

	/**
	 * @return list<RemoteCustomer> those that still exist.
	 * @throws RemoteFailure
	 */
	public function candidates( int $task_id ): array {
		$task       = $this->ledger->find( $task_id );
		$candidates = $task === null ? [] : array_map( $this->candidate( ... ), self::offered( $task ) );
		return array_values( array_filter( $candidates ) );
	}

	/** What the order itself says, to compare with; null when it is gone. */
	public function buyer( int $task_id, string $shop_code ): ?BuyerFacts {
		$order = $this->orders->snapshot( $this->ledger->find( $task_id )->key->order_id ?? 0 );
		return $order === null
			? null
			: BuyerFacts::from_buyer( $order->buyer, CustomerKey::for_buyer( $order->buyer, $order->id ), $shop_code );
	}

	/**
	 * @param ?CustomerRef $ref null for "none of these": the order's buyer becomes a customer of its own.
	 * @return bool false where the row does not ask, or not about this customer: nothing is remembered then.
	 */
	public function choose( int $task_id, ?CustomerRef $ref ): bool {
		$task  = $this->fresh_offers->row( RowAct::ChooseCustomer, $task_id );
		$order = $task === null || ! self::is_offered( $task, $ref )
			? null
			: $this->orders->snapshot( $task->key->order_id );
		if ( $task === null || $order === null ) {
			return false;
		}
		if ( $ref === null ) {
			$this->remember->none_of( $order, self::offered( $task ) );
		} else {
			$this->remember->remember( $order, $ref, RememberedCustomer::CHOSEN );
		}
		$this->attempts->add( $task_id, $task->attempts, $this->clock->now(), RememberedCustomer::CHOSEN, null );
		$this->retry->retry( $task_id );
		$this->due->of_order( $order->id ); // The person waits for the outcome.
		return true;
	}

	/** A customer of somebody else must never get into the memory, whoever asks for it. */
	private static function is_offered( Task $task, ?CustomerRef $ref ): bool {
		return $ref === null || in_array( $ref->facts(), self::offered( $task ), true );
	}

	/** @return list<array{type: string, id: int}> */
	private static function offered( Task $task ): array {
		$facts   = json_decode( (string) ( $task->problem->facts['candidates'] ?? '' ), true );
		$offered = [];
		foreach ( is_array( $facts ) ? $facts : [] as $fact ) {
			if (
				is_array( $fact )
				&& is_string( $fact['type'] ?? null )
				&& is_int( $fact['id'] ?? null )
				&& $fact['id'] > 0
			) {
				$offered[] = [
					'type' => $fact['type'],
					'id'   => $fact['id'],
				];
			}
		}
		return $offered;
	}

	/** @param array{type: string, id: int} $offered */
	private function candidate( array $offered ): ?RemoteCustomer {
		$type = CustomerType::tryFrom( $offered['type'] );
		return $type === null ? null : $this->customers->get( new CustomerRef( $type, $offered['id'] ) );
	}
}
