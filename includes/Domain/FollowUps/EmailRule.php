<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\FollowUps;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\OrderBook\OrderStanding;

/**
 * Documents that Sellsy sends to the customer: invoices and credit notes once they are final, the others as soon as
 * they are made. Only documents that were made, or became final, within the last days: an owner who switches e-mails on
 * does not mean last year's documents, and it is not stored when a setting was switched on. Documents of a back-fill
 * are not sent.
 */
final class EmailRule implements FollowRule {

	private const FRESH = '-7 days';

	public function follow_ups( OrderStanding $standing ): array {
		$newest = [];
		foreach ( $standing->rows as $row ) {
			$kind = $row->key->effect->creates();
			if ( $kind !== null && $standing->settings->workflow( $kind )->email ) {
				$newest[ $kind->value . $row->key->refund_id ] = [ $kind, $row ];
			}
		}
		$follow_ups = [];
		foreach ( $newest as [ $kind, $row ] ) {
			if (
				$standing->stands( $row )
				&& ! $row->origin->is_backfill()
				&& $this->is_ready( $kind, $row, $standing )
			) {
				$key          = new TaskKey(
					order_id: $standing->order->id,
					effect: Effect::SendDocument,
					refund_id: $row->key->refund_id,
					part: $kind->value,
					revision: $row->key->revision
				);
				$follow_ups[] = new FollowUp( $key, $row->id );
			}
		}
		return $follow_ups;
	}

	private function is_ready( DocumentKind $kind, Task $row, OrderStanding $standing ): bool {
		$since = $standing->now->modify( self::FRESH );
		if ( ! $kind->is_validated() ) {
			return $row->document_since() >= $since;
		}
		return $row->remote_number !== '' && $this->final_since( $kind, $row, $standing ) >= $since;
	}

	/** One that was made final at Sellsy by hand has no row for it: its own was changed last when that was noticed. */
	private function final_since( DocumentKind $kind, Task $row, OrderStanding $standing ): \DateTimeImmutable {
		foreach ( $standing->rows as $validated ) {
			if (
				$validated->key->effect === Effect::validate( $kind )
				&& $validated->parent_id === $row->id
				&& $standing->stands( $validated )
			) {
				return $validated->updated_at;
			}
		}
		return $row->updated_at;
	}
}
