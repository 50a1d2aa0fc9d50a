<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application;

use OrderInvoicer\Application\Ports\Clock;
use OrderInvoicer\Application\Ports\Invoicing;
use OrderInvoicer\Application\Ports\Ledger;
use OrderInvoicer\Application\Ports\Orders;
use OrderInvoicer\Application\Ports\SettingsStore;
use OrderInvoicer\Domain\Document\CannotInvoice;
use OrderInvoicer\Domain\Document\DocumentDraft;
use OrderInvoicer\Domain\Document\DocumentKey;
use OrderInvoicer\Domain\Document\RemoteDocument;
use OrderInvoicer\Domain\Document\StandingAmounts;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Sync\Intent;
use OrderInvoicer\Domain\Sync\ProblemCode;
use OrderInvoicer\Domain\Sync\Sync;

/** Rows 6 to 14 of the straight line: one claimed row becomes one invoice. */
final class CreateInvoice {

	public function __construct(
		private readonly Orders $orders,
		private readonly SettingsStore $settings,
		private readonly DecideAgain $decide,
		private readonly ResolveCustomer $customer,
		private readonly BuildInvoice $build,
		private readonly ReconcileDocument $reconcile,
		private readonly FinishDocument $finish,
		private readonly StandingAmounts $amounts,
		private readonly Invoicing $invoicing,
		private readonly Ledger $ledger,
		private readonly Clock $clock,
	) {}

	/**
	 * @throws CannotInvoice when a person must act.
	 * @throws Skip when there is nothing to do after all.
	 * @throws Wait when another runner or Sellsy needs a moment.
	 * @throws LeaseLost
	 * @throws RemoteFailure
	 */
	public function run( Sync $sync ): void {
		$settings = $this->settings->get();
		$order    = $this->order( $sync );

		$existing = $sync->sent_at === null ? null : $this->reconcile->find( $sync );
		if ( $existing !== null ) {
			$this->finish->done( $sync, $existing, $this->amounts->problem( $order, $sync->intent->excl_tax, $existing->amounts ) );
			return;
		}
		$this->decide->check( $sync, $order, $settings );
		$parties = $this->customer->resolve( $order, $settings->shop_code );
		$draft   = $this->build->build( $order, $settings, $parties, DocumentKey::of( $settings->shop_code, $order->number, $sync->key->revision ) );
		$this->finish->done( $sync, $this->send( $sync, $draft, $order ) );
	}

	/** An order that is gone after something was sent for it may have left a document behind: a person must look. */
	private function order( Sync $sync ): OrderSnapshot {
		$order = $this->orders->snapshot( $sync->key->order_id );
		if ( $order !== null ) {
			return $order;
		}
		$problem = CannotInvoice::because( ProblemCode::OrderGone );
		throw $sync->sent_at === null ? new Skip( $problem->problem ) : $problem;
	}

	/** Intent first. A clear no takes it back, so that the next try need not search for what cannot be there. */
	private function send( Sync $sync, DocumentDraft $draft, OrderSnapshot $order ): RemoteDocument {
		$now      = $this->clock->now();
		$excl_tax = Decimal::of_minor( $draft->totals->excl_tax, $draft->currency->decimals )->to_string();
		$intent   = new Intent( $draft->key, $excl_tax, SnapshotHash::of( $order ) );
		$this->reconcile->will_send( $sync, $draft->customer );
		if ( ! $this->ledger->mark_sent( $sync->id, $sync->lock_token, $intent, $now, $now->add( new \DateInterval( ProcessSync::LEASE ) ) ) ) {
			throw new LeaseLost();
		}
		try {
			return $this->invoicing->create( $draft );
		} catch ( RemoteFailure $failure ) {
			if ( $failure->kind !== FailureKind::OutcomeUnknown ) {
				$this->ledger->clear_sent( $sync->id, $sync->lock_token );
			}
			throw $failure;
		}
	}
}
