<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Refunds;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\CannotInvoice;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\Skip;
use OrderInvoicer\Domain\Failures\Wait;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Sync;
use OrderInvoicer\Domain\Ledger\SyncState;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\OrderBook\CreditNotesOf;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\System\Clock;

/** The refund of a credit note's row, if it may be credited now. */
final class RefundToCredit {

	private const WAIT         = 10;
	private const WAIT_STOPPED = 900;
	private const STOPPED      = 'stopped_refund';

	public function __construct(
		private readonly Orders $orders,
		private readonly Ledger $ledger,
		private readonly Clock $clock,
	) {}

	/** Null: all that is left of the invoice, or a refund that is gone. */
	public function find( Sync $sync ): ?RefundSnapshot {
		foreach ( $this->orders->refunds( $sync->key->order_id ) as $refund ) {
			if ( $refund->id === $sync->key->refund_id ) {
				return $refund;
			}
		}
		return null;
	}

	/**
	 * @throws Skip
	 * @throws Wait while an earlier refund has no credit note: what is left per tax depends on it.
	 */
	public function of( Sync $sync, Settings $settings ): ?RefundSnapshot {
		$refund = $this->find( $sync );
		if ( $sync->key->refund_id > 0 && $refund === null ) {
			throw $this->left_alone( $sync, new Problem( ProblemCode::RefundGone ) );
		}
		$left_out = $sync->asked ? null : $this->left_out( $refund, $settings );
		if ( $left_out !== null ) {
			throw $this->left_alone( $sync, $left_out );
		}
		foreach ( $this->ledger->for_order( $sync->key->order_id ) as $row ) {
			if ( $row->key->effect === Effect::CreateCreditNote && $row->id !== $sync->id && ! $this->is_pointless( $row ) ) {
				$this->check_turn( $sync, $row );
			}
		}
		return $refund;
	}

	/**
	 * Where a credit note of that invoice was made by hand the others are too: what it left per tax is not known here.
	 *
	 * @throws CannotInvoice
	 * @throws Skip
	 */
	public function check_by_hand( Sync $sync ): void {
		if ( CreditNotesOf::has_by_hand( $sync->parent_id, $this->ledger->for_order( $sync->key->order_id ) ) ) {
			throw $sync->problem?->code === ProblemCode::DoneByHand ? new Skip( $sync->problem ) : CannotInvoice::because( ProblemCode::CreditedByHand );
		}
	}

	/** What somebody did by hand stays so where asking for it all the same makes nothing. */
	private function left_alone( Sync $sync, Problem $problem ): Skip {
		return new Skip( $sync->problem?->code === ProblemCode::DoneByHand ? $sync->problem : $problem );
	}

	/** Its refund was deleted in the shop, which a person has to know. */
	public function is_undone( Sync $sync ): bool {
		return CreditNotesOf::is_undone( $sync, $this->ledger->for_order( $sync->key->order_id ), $this->orders->refunds( $sync->key->order_id ) );
	}

	/** Why the settings leave it out; null when they do not. */
	public function left_out( ?RefundSnapshot $refund, Settings $settings ): ?Problem {
		$workflow = $settings->workflow( DocumentKind::CreditNote );
		$document = [ 'document' => DocumentKind::CreditNote->value ];
		if ( ! $workflow->enabled ) {
			return new Problem( ProblemCode::WorkflowDisabled, $document );
		}
		$day = $this->clock->day_of( $refund->created_at ?? $this->clock->now() );
		return $workflow->start_date === '' || $day < $workflow->start_date ? new Problem( ProblemCode::BeforeStartDate, $document + [ 'start_date' => $workflow->start_date ] ) : null;
	}

	/** Its refund was deleted before anything was sent: no credit note comes of it, unless it is being made right now. */
	private function is_pointless( Sync $row ): bool {
		return $row->key->refund_id > 0 && $row->state !== SyncState::Working && $row->remote_id === 0 && $row->sent_at === null && $this->find( $row ) === null;
	}

	private function check_turn( Sync $sync, Sync $row ): void {
		$is_all = $row->key->refund_id === 0 && $row->parent_id === $sync->parent_id;
		if ( CreditNotesOf::takes_all( $row, $sync->parent_id ) ) {
			throw $this->left_alone( $sync, new Problem( ProblemCode::AlreadyCredited ) );
		}
		if ( $is_all && $row->state === SyncState::Working ) {
			throw new Wait( new Problem( ProblemCode::WaitsForDocument, [ 'for' => 'refund' ] ), self::WAIT ); // It may be reading what is left right now.
		}
		$is_earlier = $row->key->refund_id > 0 && ( $sync->key->refund_id === 0 || $row->key->refund_id < $sync->key->refund_id );
		if ( ! $is_earlier || $row->remote_id > 0 ) {
			return;
		}
		$is_held = $row->state === SyncState::Queued && $row->problem?->fact( 'for' ) === self::STOPPED;
		if ( $row->state === SyncState::Working || ( $row->state === SyncState::Queued && ! ( $is_held && $sync->key->refund_id === 0 ) ) ) {
			throw new Wait( new Problem( ProblemCode::WaitsForDocument, [ 'for' => 'refund' ] ), self::WAIT );
		}
		if ( $row->state === SyncState::Attention && $sync->key->refund_id > 0 ) {
			throw new Wait( new Problem( ProblemCode::WaitsForDocument, [ 'for' => self::STOPPED ] ), self::WAIT_STOPPED );
		}
	}
}
