<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\CompanyRequests\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\OpenReissue;
use OrderInvoicer\Domain\Customers\ResolveCustomer;
use OrderInvoicer\Domain\Emails\OwnerIsTold;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Failures\SkipTask;
use OrderInvoicer\Domain\Ledger\CompleteTask;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskHandler;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;

/**
 * The row of a request. Until the owner has accepted, it asks them. Then the company is entered into the order, and the
 * documents follow: a draft as after any edit, a final invoice by a credit note and another invoice. All of it can be
 * done twice.
 */
final class ChangeCompany implements TaskHandler {

	public function __construct(
		private readonly CompanyRequests $requests,
		private readonly WeighCompany $weigh,
		private readonly OpenReissue $reissue,
		private readonly Orders $orders,
		private readonly SettingsStore $settings,
		private readonly ResolveCustomer $customer,
		private readonly Ledger $ledger,
		private readonly CompleteTask $complete_task,
		private readonly OwnerIsTold $owner_is_told,
		private readonly Clock $clock,
	) {}

	public function run( Task $task ): void {
		$order_id = $task->key->order_id;
		$request  = $this->requests->find( $order_id );
		if ( $request === null || (string) $request->number !== $task->key->part ) {
			// Erased with the buyer's other data, or with the order.
			throw SkipTask::not_wanted();
		}
		if ( ! $task->asked || $request->invoice === null ) {
			$question = $this->weigh->question( $order_id );
			if ( $task->problem === null ) {
				$this->owner_is_told->at_once( $order_id, $question ); // A buyer waits for the answer.
			}
			throw new NeedsAttention( $question );
		}
		if ( ! $this->reissue->is_open( $request->invoice ) ) {
			$this->change( $order_id, $request, $request->invoice );
		}
		$this->ledger->follow( $order_id, $this->clock->now() );
		$this->complete_task->done( $task );
	}

	/**
	 * A final invoice is credited only once the company is known to be a customer: otherwise a credit note would stand
	 * alone, and the order have no invoice.
	 *
	 * @throws NeedsAttention when a person must choose the customer, or the invoice is another by now.
	 * @throws SkipTask when the buyer was erased: nobody is invoiced anew.
	 * @throws RetryLater
	 * @throws RemoteFailure
	 */
	private function change( int $order_id, CompanyRequest $request, int $invoice ): void {
		$this->order( $order_id );
		$this->requests->enter( $order_id, $request->data );
		if ( $invoice === 0 ) {
			return;
		}
		$this->customer->resolve( $this->order( $order_id ), $this->settings->get()->shop_code );
		if ( $this->reissue->open( $order_id, $invoice ) === null ) {
			$this->requests->save( $order_id, $request->asked(), $request->number );
			throw new NeedsAttention( $this->weigh->question( $order_id ) );
		}
	}

	private function order( int $order_id ): OrderSnapshot {
		$order = $this->orders->snapshot( $order_id );
		return $order === null || $order->buyer->is_erased
			? throw SkipTask::not_wanted()
			: $order;
	}
}
