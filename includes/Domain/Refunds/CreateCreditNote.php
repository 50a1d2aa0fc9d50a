<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Refunds;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Content\CreditedInvoices;
use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Content\Invoicing;
use OrderInvoicer\Domain\Customers\Parties;
use OrderInvoicer\Domain\Documents\DocumentKey;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Drafts\BuildDocument;
use OrderInvoicer\Domain\Drafts\CreateOnce;
use OrderInvoicer\Domain\Drafts\FinishDocument;
use OrderInvoicer\Domain\Drafts\LowerDraft;
use OrderInvoicer\Domain\Drafts\ReconcileDocument;
use OrderInvoicer\Domain\Failures\CannotInvoice;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\Skip;
use OrderInvoicer\Domain\Ledger\EffectWork;
use OrderInvoicer\Domain\Ledger\Sync;
use OrderInvoicer\Domain\Order\OrderMark;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\OrderBook\WhatIsBilled;
use OrderInvoicer\Domain\Settings\RefundSettings;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\Settings\SettingsStore;

/** One refund becomes one credit note; refund 0 is everything that is left of the invoice. */
final class CreateCreditNote implements EffectWork {

	public function __construct(
		private readonly Orders $orders,
		private readonly SettingsStore $settings,
		private readonly RefundToCredit $refunds,
		private readonly InvoiceToCredit $invoices,
		private readonly CreditFor $credit,
		private readonly DraftWholeCredit $whole,
		private readonly LowerDraft $lower,
		private readonly BuildDocument $build,
		private readonly CreateOnce $once,
		private readonly ReconcileDocument $sent,
		private readonly FinishDocument $finish,
		private readonly WhatIsBilled $billed,
		private readonly Invoicing $invoicing,
		private readonly LeftOfInvoice $left,
	) {}

	public function run( Sync $sync ): void {
		$order = $this->order( $sync );
		if ( $sync->remote_id > 0 && $sync->problem?->code === ProblemCode::DocumentGone ) {
			$this->once->forget_gone( $sync );
		} elseif ( $sync->remote_id > 0 ) {
			$this->look_again( $sync );
			return;
		}
		$existing = $this->once->already_made( $sync );
		if ( $existing !== null ) {
			$is_undone = $sync->key->refund_id > 0 && $this->refunds->find( $sync ) === null;
			$this->finish->done( $sync, $existing, $is_undone ? self::undone( $existing ) : $this->billed->problem( $sync, $order, $existing->amounts ) );
			return;
		}
		$this->make( $sync, $order );
	}

	private function order( Sync $sync ): OrderSnapshot {
		$order = $this->orders->snapshot( $sync->key->order_id );
		if ( $order !== null ) {
			return $order;
		}
		$problem = CannotInvoice::because( ProblemCode::OrderGone );
		throw $sync->sent_at === null ? new Skip( $problem->problem ) : $problem;
	}

	private function make( Sync $sync, OrderSnapshot $order ): void {
		if ( $sync->problem?->code === ProblemCode::RefundInDraft ) {
			throw new Skip( $sync->problem ); // A person retries what the invoice has taken in already.
		}
		if ( $sync->key->refund_id === 0 && ! $sync->asked && ! $order->is_cancelled() && ! $this->invoices->is_replaced( $sync ) ) {
			throw new Skip( new Problem( ProblemCode::NoLongerTriggered, [ 'status' => $order->status ] ), true );
		}
		$settings = $this->settings->get();
		$refund   = $this->refunds->of( $sync, $settings );
		$invoice  = $this->invoices->row( $sync );
		if ( $this->invoices->is_draft( $invoice ) ) {
			$this->of_draft( $sync, $invoice, $order, $refund, $settings );
			return;
		}
		$note = $refund === null ? null : $this->left->credit_note_for( $refund, $invoice, $order );
		if ( $note !== null ) {
			throw new Skip( self::has_already( $note ), true ); // The note's row, and an invoice that differed for want of this refund.
		}
		$this->refunds->check_by_hand( $sync );
		if ( $refund === null ) {
			$this->left->check_no_drafts( $invoice );
		}
		$draft = $this->draft( $sync, $invoice, $order, $refund, $settings );
		$this->finish->done( $sync, $this->once->create( $sync, $draft, OrderMark::of( $order )->text() ) );
	}

	/** A refund that was deleted and entered again. */
	public static function has_already( RemoteDocument $note ): Problem {
		$facts = [
			'number' => $note->number,
			'id'     => $note->id,
		];
		return new Problem( ProblemCode::AlreadyCredited, $facts );
	}

	private function of_draft( Sync $sync, Sync $invoice, OrderSnapshot $order, ?RefundSnapshot $refund, Settings $settings ): void {
		if ( $refund === null || $settings->refunds->of_draft !== RefundSettings::UPDATE ) {
			throw InvoiceToCredit::not_yet();
		}
		$this->lower->by( $sync, $invoice, $order, $refund );
	}

	/** Its invoice may name a contact or an address that was deleted since: the credit note then does without. */
	private function draft( Sync $sync, Sync $invoice, OrderSnapshot $order, ?RefundSnapshot $refund, Settings $settings ): DocumentDraft {
		$parties = $this->parties( $invoice );
		$draft   = fn ( Parties $for ): DocumentDraft => $this->draft_for( $for, $sync, $invoice, $order, $refund, $settings );
		try {
			return $draft( $parties );
		} catch ( RemoteFailure $refused ) {
			if ( ! $refused->is_about( 'related', 'contact', 'invoicing_address', 'delivery_address' ) ) {
				throw $refused;
			}
			return $draft( new Parties( $parties->customer, null, null, null ) );
		}
	}

	private function draft_for( Parties $parties, Sync $sync, Sync $invoice, OrderSnapshot $order, ?RefundSnapshot $refund, Settings $settings ): DocumentDraft {
		$key = DocumentKey::of_credit_note( $settings->shop_code, $order->number, $sync->key->refund_id, $sync->key->revision );
		if ( $refund === null ) {
			return $this->whole->of( $sync, $invoice, $order, $settings, $parties, $key );
		}
		$credit   = $this->credit->of( $sync, $invoice, $order, $refund, $settings );
		$invoices = new CreditedInvoices( [ $this->invoicing->get( DocumentKind::Invoice, $invoice->remote_id ) ] );
		return $this->build->build( DocumentKind::CreditNote, $credit->order, $settings, $parties, $key, null, $credit->known_rest, $invoices );
	}

	/** Whom its invoice names at Sellsy, archived or not: Sellsy sets nothing of one customer against another's. */
	private function parties( Sync $invoice ): Parties {
		$document = $this->invoicing->get( DocumentKind::Invoice, $invoice->remote_id );
		$this->sent->is_for( $invoice, $document );
		$named    = $document->parties;
		$customer = $this->sent->sent_for( $invoice ) ?? throw CannotInvoice::because( ProblemCode::InvoiceMissing );
		return new Parties( $customer, $named?->contact_id, $named?->invoicing_address_id, $named?->delivery_address_id );
	}

	/** The row was opened again: its refund may have been deleted since. A credit note that is made stays, unless somebody deletes its draft too. */
	private function look_again( Sync $sync ): void {
		try {
			$document = $this->invoicing->get( DocumentKind::CreditNote, $sync->remote_id );
		} catch ( RemoteFailure $failure ) {
			throw $failure->kind === FailureKind::NotFound ? $this->gone( $sync ) : $failure;
		}
		$this->finish->done( $sync, $document, $this->refunds->is_undone( $sync ) ? self::undone( $document ) : null );
	}

	private static function undone( RemoteDocument $note ): Problem {
		return new Problem( ProblemCode::RefundUndone, [ 'number' => $note->number ] );
	}

	private function gone( Sync $sync ): CannotInvoice|Skip {
		if ( $sync->remote_number !== '' || $sync->key->refund_id === 0 || $this->refunds->find( $sync ) !== null ) {
			return CannotInvoice::because( ProblemCode::DocumentGone, [ 'id' => $sync->remote_id ] );
		}
		$this->once->forget_gone( $sync );
		return new Skip( new Problem( ProblemCode::RefundGone ) );
	}
}
