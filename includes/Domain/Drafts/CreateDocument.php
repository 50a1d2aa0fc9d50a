<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Drafts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\CannotInvoice;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\Skip;
use OrderInvoicer\Domain\Ledger\EffectWork;
use OrderInvoicer\Domain\Ledger\Sync;
use OrderInvoicer\Domain\Order\OrderMark;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\OrderBook\WhatIsBilled;
use OrderInvoicer\Domain\Settings\SettingsStore;

/** Rows 6 to 14 of the straight line: one claimed row becomes one document of the order, or brings its draft up to date. */
final class CreateDocument implements EffectWork {

	public function __construct(
		private readonly Orders $orders,
		private readonly SettingsStore $settings,
		private readonly DecideAgain $decide,
		private readonly CreditBefore $credit,
		private readonly WhatIsBilled $billed,
		private readonly DraftDocument $drafts,
		private readonly CreateOnce $once,
		private readonly BringDraftUpToDate $update,
		private readonly FinishDocument $finish,
	) {}

	public function run( Sync $sync ): void {
		$settings = $this->settings->get();
		$order    = $this->order( $sync );
		$kind     = $sync->key->effect->creates() ?? throw new \LogicException( 'Creates no document.' );
		if ( $sync->remote_id > 0 && $sync->problem?->code === ProblemCode::DocumentGone ) {
			$this->once->forget_gone( $sync );
		} elseif ( $sync->remote_id > 0 ) {
			$this->update->run( $sync, $kind, $order );
			return;
		}
		$existing = $this->once->already_made( $sync );
		if ( $existing !== null ) {
			$this->finish->done( $sync, $existing, $this->billed->problem( $sync, $order, $existing->amounts ) );
			return;
		}
		$this->decide->check( $sync, $kind, $order, $settings );
		$this->credit->check( $sync );
		$billed = $this->billed->of( $sync, $order );
		if ( $order->total->is_positive() && ! $billed->total->is_positive() ) {
			throw new Skip( new Problem( ProblemCode::NothingCharged ) );
		}
		$draft  = $this->drafts->of( $sync, $kind, $order, $billed, $settings );
		$made   = $this->once->create( $sync, $draft, OrderMark::of( $billed )->text() );
		$this->finish->done( $sync, $made, $this->billed->problem_of_made( $draft, $made->amounts ) );
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
}
