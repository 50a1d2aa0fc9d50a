<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Customers;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\RememberedCustomer;
use OrderInvoicer\Domain\Buyers\RemoteCustomer;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\StepCode;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\RemoteIds\Creation;
use OrderInvoicer\Domain\RemoteIds\RemoteIds;

/**
 * Creates one more customer of a shopper. Its turn, and with it the reference, is taken before anything is sent. If a
 * try ends without an answer, the next one goes on under the same reference, and nobody else gets that reference.
 */
final class CreateFurther {

	private const KIND = 'new_customer';

	public function __construct(
		private readonly RemoteIds $remote_ids,
		private readonly RememberCustomer $remember,
		private readonly RecallCustomer $recall,
		private readonly CustomersByReference $by_reference,
		private readonly CreateCustomer $create,
	) {}

	/**
	 * Called after every search was answered and found nobody, or because a person wants it.
	 *
	 * @param ?RememberedCustomer $before what a person said of this order's buyer.
	 * @throws NeedsAttention when the buyer has no name.
	 * @throws RemoteFailure
	 * @throws RetryLater
	 */
	public function begin(
		OrderSnapshot $order,
		string $shop_code,
		SearchedCustomer $search,
		?RememberedCustomer $before,
	): RemoteCustomer {
		CreateCustomer::check_name( $order->buyer );
		// A person's answer is kept with the postcode or without, and so is what comes of it.
		$is_shared = $before === null ? $search->is_shared : $this->is_with_postcode( $before, $order );
		$this->remember->remember( $order, null, RememberedCustomer::CREATING, $search->turn, $is_shared );
		try {
			$made = $this->make( $order, $shop_code, $search->turn, $is_shared, false );
			return $made->as_new( is_first: $search->no_contact );
		} catch ( RemoteFailure $failure ) {
			if ( $failure->kind !== FailureKind::OutcomeUnknown ) {
				// A clear no: the turn is free again.
				$this->remember->remember( $order, null, $before->origin ?? '', $search->turn - 1, $is_shared );
			}
			throw $failure;
		}
	}

	/**
	 * An earlier try began it and never heard how it ended.
	 *
	 * @throws RemoteFailure
	 * @throws RetryLater
	 */
	public function go_on( OrderSnapshot $order, string $shop_code, RememberedCustomer $begun ): RemoteCustomer {
		return $this->make( $order, $shop_code, $begun->turn, $this->is_with_postcode( $begun, $order ), true );
	}

	private function is_with_postcode( RememberedCustomer $memory, OrderSnapshot $order ): bool {
		return $memory->spelling === $this->recall->spelling( $order, true );
	}

	/** @param bool $may_be_there it is looked for first. */
	private function make(
		OrderSnapshot $order,
		string $shop_code,
		int $turn,
		bool $is_shared,
		bool $may_be_there,
	): RemoteCustomer {
		$key       = CustomerKey::for_buyer( $order->buyer, $order->id );
		$reference = $key->reference( $shop_code, $turn );
		$create    = fn (): RemoteCustomer =>
			$this->create->create( $key->type(), $reference, $order->buyer, $order->id );
		$customer  = null;
		$make      = function (
			Creation $creation
		) use ( $order, $shop_code, $turn, $is_shared, $may_be_there, $create, &$customer ): ?array {
			$customer = $may_be_there ? $this->by_reference->of_turn( $order, $shop_code, $turn ) : null;
			$customer = $customer ?? $creation->run( $create );
			$this->remember->remember( $order, $customer->ref, StepCode::Created->value, $turn, $is_shared );
			return null;
		};
		// By its turn, so that another order of the same buyer may go on with it.
		$this->remote_ids->make( self::KIND, "{$key->who()}:$turn", ProblemCode::WaitsForCustomer, $make );
		return $customer ?? throw new \LogicException( 'A customer that was not created.' );
	}
}
