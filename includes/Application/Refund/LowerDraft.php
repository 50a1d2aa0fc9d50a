<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application\Refund;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Application\BringDraftUpToDate;
use OrderInvoicer\Application\FinishDocument;
use OrderInvoicer\Application\LeaseLost;
use OrderInvoicer\Application\Ports\Ledger;
use OrderInvoicer\Application\TakeDraft;
use OrderInvoicer\Application\Wait;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Refund\RefundSnapshot;
use OrderInvoicer\Domain\Sync\Problem;
use OrderInvoicer\Domain\Sync\ProblemCode;
use OrderInvoicer\Domain\Sync\Sync;

/**
 * A refund is taken off an invoice that is still a draft. The invoice's own row is taken over for it, so that nobody makes
 * the draft final meanwhile; the refund's row is left out only once Sellsy has the lower draft.
 */
final class LowerDraft {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly WhatIsBilled $billed,
		private readonly BringDraftUpToDate $update,
		private readonly FinishDocument $finish,
		private readonly TakeDraft $take,
	) {}

	/**
	 * @param Sync $sync    the refund's row.
	 * @param Sync $invoice the invoice's.
	 * @throws Wait while another runner has the invoice.
	 */
	public function by( Sync $sync, Sync $invoice, OrderSnapshot $order, RefundSnapshot $refund ): void {
		$held     = $this->take->of( $invoice );
		$left     = $this->billed->invoice( $invoice->id, $order, [ $refund ] );
		$document = $left->total->is_positive() ? $this->update->to( $held, $order, $left ) : $this->update->cancel( $held, $order );
		$decimals = $order->currency->decimals;
		$problem  = new Problem( ProblemCode::RefundInDraft, [ 'refund' => $refund->amount->round( $decimals, Rounding::HalfUp )->to_scale( $decimals ) ] );
		if ( ! $this->ledger->mark_skipped( $sync->id, $sync->lock_token, $problem ) ) {
			throw new LeaseLost();
		}
		$this->finish->done( $held, $document, $left->total->is_positive() ? null : BringDraftUpToDate::to_delete( $held ) );
	}
}
