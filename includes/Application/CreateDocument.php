<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application;

use OrderInvoicer\Application\Ports\Invoicing;
use OrderInvoicer\Application\Ports\Orders;
use OrderInvoicer\Application\Ports\SettingsStore;
use OrderInvoicer\Domain\Document\CannotInvoice;
use OrderInvoicer\Domain\Document\DocumentDraft;
use OrderInvoicer\Domain\Document\DocumentKey;
use OrderInvoicer\Domain\Document\DocumentKind;
use OrderInvoicer\Domain\Document\RemoteDocument;
use OrderInvoicer\Domain\Document\StandingAmounts;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\Sync\Problem;
use OrderInvoicer\Domain\Sync\ProblemCode;
use OrderInvoicer\Domain\Sync\Sync;

/** Rows 6 to 14 of the straight line: one claimed row becomes one document of the order, or brings its draft up to date. */
final class CreateDocument implements EffectWork {

	public function __construct(
		private readonly Orders $orders,
		private readonly SettingsStore $settings,
		private readonly DecideAgain $decide,
		private readonly ChooseParent $parent,
		private readonly ResolveCustomer $customer,
		private readonly BuildDocument $build,
		private readonly CreateOnce $once,
		private readonly FinishDocument $finish,
		private readonly StandingAmounts $amounts,
		private readonly Invoicing $invoicing,
	) {}

	public function run( Sync $sync ): void {
		$settings = $this->settings->get();
		$order    = $this->order( $sync );
		$kind     = $sync->key->effect->creates() ?? throw new \LogicException( 'Creates no document.' );
		if ( $sync->remote_id > 0 && $sync->problem?->code === ProblemCode::DocumentGone ) {
			$this->once->forget_gone( $sync );
		} elseif ( $sync->remote_id > 0 ) {
			$this->bring_up_to_date( $sync, $kind, $order, $settings );
			return;
		}
		$existing = $this->once->already_made( $sync );
		if ( $existing !== null ) {
			$this->finish->done( $sync, $existing, $this->amounts->problem( $order, $sync->intent->excl_tax, $existing->amounts ) );
			return;
		}
		$this->decide->check( $sync, $kind, $order, $settings );
		$draft = $this->draft( $sync, $kind, $order, $settings );
		$this->finish->done( $sync, $this->once->create( $sync, $draft, SnapshotHash::of( $order ) ) );
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

	private function draft( Sync $sync, DocumentKind $kind, OrderSnapshot $order, Settings $settings ): DocumentDraft {
		$parent  = $this->parent->of( $sync, $kind );
		$parties = $this->customer->resolve( $order, $settings->shop_code );
		$key     = DocumentKey::of( $settings->shop_code, $order->number, $sync->key->revision );
		return $this->build->build( $kind, $order, $settings, $parties, $key, $parent );
	}

	/** The order was edited since. Only a draft may follow it; of what is final, a person decides. */
	private function bring_up_to_date( Sync $sync, DocumentKind $kind, OrderSnapshot $order, Settings $settings ): void {
		$document = $this->standing( $sync, $kind );
		if ( SnapshotHash::of( $order ) === $sync->intent->snapshot_hash ) {
			$this->finish->done( $sync, $document );
			return;
		}
		if ( ! $document->is_draft() || $kind->needs_v1() ) {
			$this->finish->done( $sync, $document, $this->differs( $order, $document ) );
			return;
		}
		$draft = $this->draft( $sync, $kind, $order, $settings );
		$this->finish->done( $sync, $this->once->update( $sync, $draft, SnapshotHash::of( $order ) ) );
	}

	private function standing( Sync $sync, DocumentKind $kind ): RemoteDocument {
		try {
			return $this->invoicing->get( $kind, $sync->remote_id );
		} catch ( RemoteFailure $failure ) {
			throw $failure->kind === FailureKind::NotFound ? CannotInvoice::because( ProblemCode::DocumentGone, [ 'id' => $sync->remote_id ] ) : $failure;
		}
	}

	private function differs( OrderSnapshot $order, RemoteDocument $document ): Problem {
		return new Problem(
			ProblemCode::DiffersFromOrder,
			[
				'order_total'    => $order->total->round( $order->currency->decimals, Rounding::HalfUp )->to_scale( $order->currency->decimals ),
				'document_total' => $document->amounts->incl_tax->to_string(),
				'number'         => $document->number,
			]
		);
	}
}
