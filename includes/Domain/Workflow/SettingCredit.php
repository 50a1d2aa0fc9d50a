<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Workflow;

use OrderInvoicer\Domain\Refund\RefundSnapshot;
use OrderInvoicer\Domain\Sync\Effect;
use OrderInvoicer\Domain\Sync\Sync;
use OrderInvoicer\Domain\Sync\SyncKey;
use OrderInvoicer\Domain\Sync\SyncState;

/** Credit notes that are final are set against their invoice, then what was paid back is recorded on them. */
final class SettingCredit implements FollowRule {

	public function of( OrderStanding $standing ): array {
		$rows = [];
		foreach ( $standing->rows as $row ) {
			if ( $row->key->effect === Effect::CreateCreditNote && $standing->stands( $row ) ) {
				array_push( $rows, ...$this->of_credit_note( $standing, $row ) );
			}
		}
		return $rows;
	}

	/** @return list<FollowUp> */
	private function of_credit_note( OrderStanding $standing, Sync $row ): array {
		$order_id = $standing->order->id;
		if ( $row->remote_number === '' ) {
			// "Credit and re-issue": the person who asked wants both, one after the other.
			return $row->asked && $row->key->refund_id === 0 ? [ new FollowUp( new SyncKey( $order_id, Effect::ValidateCreditNote, 0, '', $row->key->revision ), $row->id, null, false, true ) ] : [];
		}
		$rows = [];
		$link = $standing->row( Effect::LinkCreditNote, $row->key->refund_id );
		if ( $link === null || $link->state !== SyncState::Done || $link->key->revision !== $row->key->revision ) {
			$rows[] = new FollowUp( new SyncKey( $order_id, Effect::LinkCreditNote, $row->key->refund_id, '', $row->key->revision ), $row->id );
		}
		if ( $standing->settings->payments->pay_back && $this->is_paid_back( $standing, $row->key->refund_id ) ) {
			$rows[] = new FollowUp( new SyncKey( $order_id, Effect::PayBack, $row->key->refund_id ), $row->id );
		}
		return $rows;
	}

	private function is_paid_back( OrderStanding $standing, int $refund_id ): bool {
		return array_filter( $standing->refunds, static fn ( RefundSnapshot $refund ): bool => $refund->id === $refund_id && $refund->is_paid_back ) !== [];
	}
}
