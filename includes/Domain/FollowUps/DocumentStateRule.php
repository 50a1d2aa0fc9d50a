<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\FollowUps;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\DocumentState;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\OrderBook\OrderStanding;

/**
 * Documents follow the order's status as the owner mapped it, forward and back, when the order comes into that status:
 * what a person changes at Sellsy afterwards stays. A document is made as a draft, so "draft" asks for nothing until
 * the document has left that state. What somebody made and a person linked is left as it is.
 */
final class DocumentStateRule implements FollowRule {

	/** Part of the row that has an invoice of 0.00 count as paid. */
	public const FREE = 'invoice:paid';

	public function follow_ups( OrderStanding $standing ): array {
		$follow_ups = [];
		foreach ( DocumentKind::cases() as $kind ) {
			$document = $kind->is_validated() ? null : $standing->document( $kind );
			$wanted   = $document === null || $document->is_linked()
				? null
				: WantedState::state( $kind, $standing->order, $standing->settings );
			if ( $document !== null && $wanted !== null && $wanted !== $this->last( $kind, $standing ) ) {
				$key          = new TaskKey(
					order_id: $standing->order->id,
					effect: Effect::ChangeState,
					part: "{$kind->value}:{$wanted->value}"
				);
				$follow_ups[] = new FollowUp( key: $key, parent_id: $document->id, due_at: null, again: true );
			}
		}
		return [ ...$follow_ups, ...$this->free( $standing ) ];
	}

	/**
	 * A final invoice of 0.00 is not left due, where the owner wants that. Where it stayed due once, a person tries
	 * again.
	 *
	 * @return list<FollowUp>
	 */
	private function free( OrderStanding $standing ): array {
		$invoice = $standing->settings->free_orders_paid ? $standing->document( DocumentKind::Invoice ) : null;
		if (
			$invoice === null
			|| $invoice->remote_number === ''
			|| $invoice->is_linked()
			|| ! $standing->billed( $invoice )->total->is_zero()
		) {
			return [];
		}
		$key = new TaskKey(
			order_id: $standing->order->id,
			effect: Effect::ChangeState,
			part: self::FREE,
			revision: $invoice->key->revision
		);
		foreach ( $standing->rows as $row ) {
			if ( $row->key->is( $key ) && $row->outcome === Outcome::FreeLeftDue ) {
				return [];
			}
		}
		return [ new FollowUp( $key, $invoice->id ) ];
	}

	/** The state that was asked for last. */
	private function last( DocumentKind $kind, OrderStanding $standing ): DocumentState {
		$last = null;
		foreach ( $standing->rows as $row ) {
			$is_of_kind = $row->key->effect === Effect::ChangeState
				&& str_starts_with( $row->key->part, "{$kind->value}:" );
			if (
				$is_of_kind
				&& $row->state !== TaskState::Skipped
				&& ( $last === null || $row->updated_at >= $last->updated_at )
			) {
				$last = $row;
			}
		}
		return $last === null ? DocumentState::Draft : DocumentState::from( explode( ':', $last->key->part )[1] );
	}
}
