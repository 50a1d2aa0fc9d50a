<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Finalising;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Backup\Unrecorded;
use OrderInvoicer\Domain\Content\Invoicing;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Drafts\DecideAgain;
use OrderInvoicer\Domain\Drafts\FinishDocument;
use OrderInvoicer\Domain\Failures\CannotInvoice;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\Skip;
use OrderInvoicer\Domain\Failures\Wait;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\EffectWork;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Sync;
use OrderInvoicer\Domain\Ledger\SyncState;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\OrderBook\WhatIsBilled;
use OrderInvoicer\Domain\RemoteIds\Once;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Watching\NoticeGone;

/**
 * Draft to final. Irreversible, so the draft is read again first and must still be worth what the order charged and what was sent. One at a
 * time and oldest first, with today's date: accounts that follow the rules refuse a date before their last invoice.
 */
final class ValidateDocument implements EffectWork {

	private const KIND = 'lock';
	private const WAIT = 5;
	/** While the draft's own row is at work. */
	private const WAIT_LONG   = 900;
	private const WAIT_CHANGE = 30;

	public function __construct(
		private readonly Invoicing $invoicing,
		private readonly Ledger $ledger,
		private readonly Orders $orders,
		private readonly SettingsStore $settings,
		private readonly DecideAgain $decide,
		private readonly WhatIsBilled $billed,
		private readonly SettleBuyer $buyer,
		private readonly Once $once,
		private readonly NoticeGone $gone,
		private readonly FinishDocument $finish,
		private readonly Clock $clock,
		private readonly Unrecorded $unrecorded,
	) {}

	public function run( Sync $sync ): void {
		if ( $this->ledger->has_older_due( $sync->key->effect, $sync->id, $this->clock->now() ) ) {
			$facts = [
				'for'  => 'numbering',
				'kind' => $this->kind( $sync )->value,
			];
			throw new Wait( new Problem( ProblemCode::WaitsForDocument, $facts ), self::WAIT );
		}
		$this->once->make(
			self::KIND,
			$sync->key->effect->value,
			ProblemCode::WaitsForDocument,
			function () use ( $sync ): ?array {
				$this->validate( $sync );
				return null;
			}
		);
	}

	private function validate( Sync $sync ): void {
		$parent   = $this->ledger->find( $sync->parent_id );
		$document = $parent === null || $parent->remote_id === 0 ? null : $this->draft( $this->kind( $sync ), $parent->remote_id );
		if ( $parent === null || $document === null ) {
			if ( $parent !== null && $parent->remote_id > 0 ) {
				$this->gone->of( $parent );
			}
			throw new Skip( new Problem( ProblemCode::WaitsForDocument, [ 'for' => 'own_row' ] ) ); // Its own row says what became of it, and opens this one again.
		}
		if ( $document->is_draft() ) {
			$document = $this->checked( $sync, $parent, $document );
			$document = $this->invoicing->validate( $document->kind, $document->id, $this->clock->today() );
		} else {
			$this->buyer->is_final( $parent, $document );
			$this->unrecorded->found_final( $parent, $document );
		}
		$this->finish->done( $sync, $document );
	}

	private function kind( Sync $sync ): DocumentKind {
		return $sync->key->effect === Effect::ValidateCreditNote ? DocumentKind::CreditNote : DocumentKind::Invoice;
	}

	private function draft( DocumentKind $kind, int $id ): ?RemoteDocument {
		try {
			return $this->invoicing->get( $kind, $id );
		} catch ( RemoteFailure $failure ) {
			if ( $failure->kind === FailureKind::NotFound ) {
				return null;
			}
			throw $failure;
		}
	}

	/**
	 * The order may have been cancelled or edited since, the draft edited by hand. A person has a draft to look after then.
	 * A credit note is for whom its invoice is for, whatever became of them.
	 *
	 * @return RemoteDocument the draft as it is made final.
	 */
	private function checked( Sync $sync, Sync $parent, RemoteDocument $document ): RemoteDocument {
		$settings = $this->settings->get();
		if ( ! $sync->asked && $settings->workflow( $document->kind )->finalise->value === Finalise::MANUAL ) {
			throw new Skip( new Problem( ProblemCode::FinalisedByHand ) );
		}
		$order = $this->orders->snapshot( $parent->key->order_id ) ?? throw CannotInvoice::because( ProblemCode::OrderGone );
		$this->check_settled( $parent, $order );
		if ( $document->kind === DocumentKind::Invoice ) {
			$this->decide_again( $parent, $order, $settings );
		}
		$this->check_amounts( $parent, $order, $document );
		if ( $document->kind !== DocumentKind::Invoice ) {
			return $document;
		}
		$settled = $this->buyer->settle( $parent, $order, $document );
		if ( $settled !== $document ) {
			$this->check_amounts( $this->ledger->find( $parent->id ) ?? $parent, $order, $settled );
		}
		return $settled;
	}

	private function check_amounts( Sync $parent, OrderSnapshot $order, RemoteDocument $document ): void {
		$problem = $this->billed->problem( $parent, $order, $document->amounts );
		if ( $problem !== null ) {
			throw new CannotInvoice( $problem );
		}
	}

	/**
	 * The end of the draft's own row opens this one again.
	 *
	 * @throws Skip while a person has to look at the draft.
	 * @throws Wait while it is at work, or behind its order and changed first.
	 */
	private function check_settled( Sync $parent, OrderSnapshot $order ): void {
		if ( $parent->state === SyncState::Attention ) {
			throw new Skip( new Problem( ProblemCode::WaitsForDocument, [ 'for' => 'own_row' ] ) );
		}
		if ( $parent->state !== SyncState::Done ) {
			throw new Wait( new Problem( ProblemCode::WaitsForDocument, [ 'for' => 'draft' ] ), self::WAIT_LONG );
		}
		if ( $parent->key->effect === Effect::CreateInvoice && $parent->intent->is_behind( $this->billed->of( $parent, $order ) ) ) {
			$this->ledger->follow( $order->id, $this->clock->now() );
			throw new Wait( new Problem( ProblemCode::WaitsForDocument, [ 'for' => 'draft' ] ), self::WAIT_CHANGE );
		}
	}

	/** A credit note needs no such question: what was refunded is to be credited whatever became of the order. */
	private function decide_again( Sync $parent, OrderSnapshot $order, Settings $settings ): void {
		try {
			$this->decide->check( $parent, DocumentKind::Invoice, $order, $settings );
		} catch ( Skip $left_out ) {
			throw new CannotInvoice( $left_out->problem );
		}
	}
}
