<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application;

use OrderInvoicer\Application\Ports\Customers;
use OrderInvoicer\Application\Refund\WhatIsBilled;
use OrderInvoicer\Domain\Customer\CustomerRef;
use OrderInvoicer\Domain\Customer\RemoteAddress;
use OrderInvoicer\Domain\Customer\RemoteCustomer;
use OrderInvoicer\Domain\Document\CannotInvoice;
use OrderInvoicer\Domain\Document\DocumentParties;
use OrderInvoicer\Domain\Document\RemoteDocument;
use OrderInvoicer\Domain\Order\Address;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Sync\ProblemCode;
use OrderInvoicer\Domain\Sync\Sync;

/**
 * Before an invoice becomes final it names the customer that was resolved for its order: not archived, under the name
 * of then, with the order's addresses. A draft may stand for days, and people work in Sellsy. Whatever differs, the
 * customer is resolved afresh and the draft corrected, twice at most; then a person looks at it.
 */
final class SettleBuyer {

	private const TRIES = 2;

	public function __construct(
		private readonly Customers $customers,
		private readonly ReconcileDocument $sent,
		private readonly ResolveAddresses $addresses,
		private readonly TakeDraft $take,
		private readonly BringDraftUpToDate $update,
		private readonly WhatIsBilled $billed,
		private readonly FinishDocument $finish,
	) {}

	/**
	 * An order whose buyer was erased can be compared with nobody: its draft stays as it was made.
	 *
	 * @param Sync $row the draft's own row.
	 * @return RemoteDocument the draft as it stands after.
	 * @throws CannotInvoice when a person must choose the customer, or look at the draft.
	 * @throws Wait
	 * @throws RemoteFailure
	 */
	public function settle( Sync $row, OrderSnapshot $order, RemoteDocument $draft ): RemoteDocument {
		if ( $order->buyer->is_erased ) {
			return $draft;
		}
		$tries = 0;
		while ( ! $this->is_right( $row, $order, $draft->parties ) ) {
			if ( $tries === self::TRIES ) {
				throw CannotInvoice::because( ProblemCode::BuyerDiffers, [ 'id' => $draft->id ] );
			}
			++$tries;
			$draft = $this->corrected( $row, $order );
		}
		return $draft;
	}

	/** Somebody made it final in Sellsy. */
	public function is_final( Sync $row, RemoteDocument $document ): void {
		$this->sent->is_for( $row, $document );
	}

	private function is_right( Sync $row, OrderSnapshot $order, ?DocumentParties $parties ): bool {
		$ref      = $parties->ref ?? $this->sent->sent_for( $row );
		$customer = $parties->customer ?? ( $ref === null ? null : $this->customer( $ref ) );
		return $customer !== null
			&& ! $customer->archived
			&& $this->sent->was_sent_for( $row, $customer )
			&& ( $parties === null || $this->are_addresses_right( $order, $parties, $customer ) );
	}

	/** Sellsy chooses where the order has none. */
	private function are_addresses_right( OrderSnapshot $order, DocumentParties $parties, RemoteCustomer $customer ): bool {
		$invoicing = $parties->invoicing_address ?? $this->address( $customer, $parties->invoicing_address_id );
		$is_right  = $order->billing->is_empty() || $this->serves( $invoicing, $order->billing, $customer );
		if ( ! $is_right || $order->shipping === null || $order->shipping->is_empty() ) {
			return $is_right;
		}
		$delivery = $parties->delivery_address ?? $this->address( $customer, $parties->delivery_address_id );
		return $this->serves( $delivery, $order->shipping, $customer );
	}

	private function serves( ?RemoteAddress $theirs, Address $ours, RemoteCustomer $customer ): bool {
		return $theirs !== null && $this->addresses->serves( $theirs, $ours, $customer );
	}

	private function address( RemoteCustomer $customer, ?int $id ): ?RemoteAddress {
		$theirs = $id === null ? [] : $this->customers->addresses( $customer->ref );
		return array_column( $theirs, null, 'id' )[ $id ?? 0 ] ?? null;
	}

	private function customer( CustomerRef $ref ): ?RemoteCustomer {
		try {
			return $this->customers->get( $ref );
		} catch ( RemoteFailure $failure ) {
			return $failure->kind === FailureKind::NotFound ? null : throw $failure;
		}
	}

	/** The draft's own row has the last word where this runner gets no further. */
	private function corrected( Sync $row, OrderSnapshot $order ): RemoteDocument {
		$held = $this->take->of( $row );
		try {
			$draft = $this->update->to( $held, $order, $this->billed->of( $held, $order ) );
		} catch ( CannotInvoice | Wait | RemoteFailure $stop ) {
			$this->take->give_back( $held );
			throw $stop;
		}
		$this->finish->done( $held, $draft );
		return $draft;
	}
}
