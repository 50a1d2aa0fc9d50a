<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Workflow;

use OrderInvoicer\Domain\Document\DocumentKind;
use OrderInvoicer\Domain\Refund\CreditNotesOf;
use OrderInvoicer\Domain\Refund\RefundSnapshot;
use OrderInvoicer\Domain\Sync\Effect;
use OrderInvoicer\Domain\Sync\ProblemCode;
use OrderInvoicer\Domain\Sync\Sync;
use OrderInvoicer\Domain\Sync\SyncKey;
use OrderInvoicer\Domain\Sync\SyncState;

/** A credit note for each refund of an order that has an invoice of ours, and what a cancelled order's invoice asks for. */
final class Crediting implements FollowRule {

	public const CANCELLED = 'cancelled';

	public function of( OrderStanding $standing ): array {
		$invoice = $standing->document( DocumentKind::Invoice );
		$rows    = $this->undone( $standing );
		if ( $invoice === null ) {
			return $rows;
		}
		if ( $standing->settings->workflow( DocumentKind::CreditNote )->enabled ) {
			array_push( $rows, ...$this->refunds( $standing, $invoice ) );
		}
		return [ ...$rows, ...$this->cancelled( $standing, $invoice ) ];
	}

	/** @return list<FollowUp> */
	private function refunds( OrderStanding $standing, Sync $invoice ): array {
		$rows = [];
		foreach ( $standing->refunds as $refund ) {
			if ( $refund->amount->is_positive() && $this->is_wanted( $standing->row( Effect::CreateCreditNote, $refund->id ), $invoice ) ) {
				$rows[] = new FollowUp( new SyncKey( $standing->order->id, Effect::CreateCreditNote, $refund->id ), $invoice->id );
			}
		}
		return $rows;
	}

	/** What was left out stays left out, unless the reason was one of settings or belonged to an earlier invoice. */
	private function is_wanted( ?Sync $row, Sync $invoice ): bool {
		if ( $row === null || $row->state === SyncState::Queued || $row->state === SyncState::Attention ) {
			return $row === null || $row->remote_id === 0;
		}
		return $row->state === SyncState::Skipped && match ( $row->problem?->code ) {
			ProblemCode::WorkflowDisabled => true,
			ProblemCode::AlreadyCredited  => $row->parent_id !== $invoice->id,
			default                       => false,
		};
	}

	/**
	 * A refund was deleted in the shop: its row says so.
	 *
	 * @return list<FollowUp>
	 */
	private function undone( OrderStanding $standing ): array {
		$there = array_map( static fn ( RefundSnapshot $refund ): int => $refund->id, $standing->refunds );
		$rows  = [];
		foreach ( $standing->rows as $row ) {
			$is_gone = $row->key->effect === Effect::CreateCreditNote && $row->key->refund_id > 0 && ! in_array( $row->key->refund_id, $there, true );
			if ( $is_gone && $row->state === SyncState::Done && ! CreditNotesOf::is_taken_over( $row, $standing->rows, $standing->refunds ) ) {
				$rows[] = new FollowUp( $row->key, $row->parent_id, null, true );
			}
		}
		return $rows;
	}

	/** @return list<FollowUp> */
	private function cancelled( OrderStanding $standing, Sync $invoice ): array {
		if ( $standing->order->status !== self::CANCELLED ) {
			return [];
		}
		if ( $invoice->remote_number === '' ) {
			return [ new FollowUp( $invoice->key, $invoice->parent_id, null, true ) ];
		}
		$key = new SyncKey( $standing->order->id, Effect::CreateCreditNote, 0, '', $invoice->key->revision );
		return $standing->settings->refunds->credit_cancelled && $standing->settings->workflow( DocumentKind::CreditNote )->enabled ? [ new FollowUp( $key, $invoice->id ) ] : [];
	}
}
