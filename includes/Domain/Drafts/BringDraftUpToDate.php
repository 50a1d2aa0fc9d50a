<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Drafts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Content\DocumentTexts;
use OrderInvoicer\Domain\Content\Invoicing;
use OrderInvoicer\Domain\Customers\KeepCustomer;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\CannotInvoice;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\Skip;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Sync;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Domain\Order\OrderMark;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\OrderTax;
use OrderInvoicer\Domain\OrderBook\CreditNotesOf;
use OrderInvoicer\Domain\OrderBook\WhatIsBilled;
use OrderInvoicer\Domain\Settings\SettingsStore;

/** A document that stands while its order was edited, refunded or cancelled. Only a draft may follow; of what is final, a person decides. */
final class BringDraftUpToDate {

	public function __construct(
		private readonly Invoicing $invoicing,
		private readonly Ledger $ledger,
		private readonly SettingsStore $settings,
		private readonly WhatIsBilled $billed,
		private readonly DraftDocument $drafts,
		private readonly KeepCustomer $customer,
		private readonly CreateOnce $once,
		private readonly FinishDocument $finish,
		private readonly DocumentTexts $texts,
	) {}

	/** Leaves the row done. */
	public function run( Sync $sync, DocumentKind $kind, OrderSnapshot $order ): void {
		$was      = OrderMark::read( $sync->intent->snapshot_hash );
		$billed   = $this->billed->of( $sync, $order );
		$document = $this->standing( $sync, $kind ) ?? throw $this->gone( $sync, $sync->remote_number === '' && $this->is_void( $order, $billed ) );
		if ( $document->is_draft() && $kind === DocumentKind::Invoice && $this->is_void( $order, $billed ) ) {
			$this->finish->done( $sync, $order->buyer->is_erased ? $document : $this->cancel( $sync, $order ), self::to_delete( $sync ) );
		} elseif ( OrderMark::of( $billed )->is_like( $was ) || $this->is_replaced( $sync ) ) {
			$this->finish->done( $sync, $document );
		} elseif ( $document->is_draft() && ! $kind->needs_v1() ) {
			$this->finish->done( $sync, $this->to( $sync, $order, $billed ) );
		} else {
			$this->stays( $sync, $order, $billed, $document );
		}
	}

	/**
	 * The order is taken note of as it is where only the e-mail address is new, and where somebody made a cancelled order's
	 * draft final after all.
	 */
	private function stays( Sync $sync, OrderSnapshot $order, OrderSnapshot $billed, RemoteDocument $document ): void {
		$is      = OrderMark::of( $billed );
		$differs = $this->differs( $billed, $document );
		if ( $is->says_the_same( OrderMark::read( $sync->intent->snapshot_hash ) ) || ( $order->is_cancelled() && $sync->intent->snapshot_hash === '' && $differs->is_of_the_same_amounts() ) ) {
			$this->once->still_says( $sync, $is->text() );
			$this->finish->done( $sync, $document );
			return;
		}
		$this->finish->done( $sync, $document, $differs );
	}

	/** Nothing of the order is charged any more. One that was free from the start is another matter. */
	private function is_void( OrderSnapshot $order, OrderSnapshot $billed ): bool {
		return $order->is_cancelled() || ( $order->total->is_positive() && ! $billed->total->is_positive() );
	}

	/**
	 * @param Sync          $sync   held by this runner.
	 * @param OrderSnapshot $billed what of the order the document is to charge.
	 * @throws RemoteFailure
	 */
	public function to( Sync $sync, OrderSnapshot $order, OrderSnapshot $billed ): RemoteDocument {
		$draft = $this->drafts->of( $sync, $this->kind( $sync ), $order, $billed, $this->settings->get() );
		$this->customer->email( $draft->customer, $order->buyer, OrderMark::read( $sync->intent->snapshot_hash ) );
		return $this->once->update( $sync, $draft, OrderMark::of( $billed )->text() );
	}

	/**
	 * The API can neither cancel nor delete a draft: its subject says what it is. No mark of the order is kept, so that the
	 * draft becomes the order's again when it is reinstated.
	 *
	 * @param Sync $sync held by this runner.
	 * @throws RemoteFailure
	 */
	public function cancel( Sync $sync, OrderSnapshot $order ): RemoteDocument {
		$draft = $this->drafts->of( $sync, $this->kind( $sync ), $order, $this->billed->of( $sync, $order ), $this->settings->get() );
		return $this->once->update( $sync, $draft->with_subject( $this->texts->cancelled() . ' – ' . $draft->subject ), '' );
	}

	public static function to_delete( Sync $sync ): Problem {
		return new Problem( ProblemCode::DraftToDelete, [ 'id' => $sync->remote_id ] );
	}

	private function kind( Sync $sync ): DocumentKind {
		return $sync->key->effect->creates() ?? throw new \LogicException( 'Creates no document.' );
	}

	private function standing( Sync $sync, DocumentKind $kind ): ?RemoteDocument {
		try {
			return $this->invoicing->get( $kind, $sync->remote_id );
		} catch ( RemoteFailure $failure ) {
			return $failure->kind === FailureKind::NotFound ? null : throw $failure;
		}
	}

	/** Of an order that charges nothing any more somebody deleted the draft, as they were asked to. */
	private function gone( Sync $sync, bool $is_missed_by_nobody ): CannotInvoice|Skip {
		if ( ! $is_missed_by_nobody ) {
			return CannotInvoice::because( ProblemCode::DocumentGone, [ 'id' => $sync->remote_id ] );
		}
		$this->once->forget_gone( $sync );
		return new Skip( new Problem( ProblemCode::NothingCharged ) );
	}

	/** Credited in full, or issued anew: this one is history, and need not be like the order. It is not taken note of, for a credit note that is a draft may be deleted. */
	private function is_replaced( Sync $sync ): bool {
		$rows  = $this->ledger->for_order( $sync->key->order_id );
		$newer = array_filter( $rows, static fn ( Sync $row ): bool => $row->key->effect === $sync->key->effect && $row->key->revision > $sync->key->revision );
		return $newer !== [] || CreditNotesOf::is_all_credited( $sync->id, $rows );
	}

	private function differs( OrderSnapshot $billed, RemoteDocument $document ): Problem {
		$decimals = $billed->currency->decimals;
		$facts    = [
			'kind'           => $document->kind->value,
			'order_total'    => $billed->rounded_total()->to_scale( $decimals ),
			'document_total' => $document->amounts->incl_tax->to_scale( max( $decimals, $document->amounts->incl_tax->scale() ) ),
			'number'         => $document->number,
			'order'          => OrderMark::of( $billed )->fingerprint(),
		];
		$vat      = $document->amounts->incl_tax->minus( $document->amounts->excl_tax );
		$code     = $document->is_draft() && $document->kind->needs_v1() ? ProblemCode::DraftNotWritable : ProblemCode::DiffersFromOrder;
		return new Problem( $code, $facts + $this->vat( $billed, $vat ) );
	}

	/**
	 * VAT, where it differs by more than roundings: a minor unit per line.
	 *
	 * @return array<string, string>
	 */
	private function vat( OrderSnapshot $billed, Decimal $of_document ): array {
		$decimals = $billed->currency->decimals;
		$of_order = array_reduce( $billed->taxes, static fn ( Decimal $sum, OrderTax $tax ): Decimal => $sum->plus( $tax->total )->plus( $tax->shipping_total ), Decimal::zero() )->round( $decimals, Rounding::HalfUp );
		$is_same  = $of_order->minus( $of_document )->abs()->compare( Decimal::of_minor( count( $billed->lines ), $decimals ) ) <= 0;
		return $is_same ? [] : [
			'order_vat'    => $of_order->to_scale( $decimals ),
			'document_vat' => $of_document->to_scale( max( $decimals, $of_document->scale() ) ),
		];
	}
}
