<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Workflow;

use OrderInvoicer\Domain\Document\DocumentKind;
use OrderInvoicer\Domain\Order\OrderMark;
use OrderInvoicer\Domain\Sync\ProblemCode;
use OrderInvoicer\Domain\Sync\Sync;

/**
 * What is billed of the order has changed since its document was made: that row runs again, and sees whether the document
 * may follow. One that could not follow is looked at again once the order is edited again: it may be what the document says.
 */
final class Updating implements FollowRule {

	public function of( OrderStanding $standing ): array {
		$rows = array_filter( $standing->rows, static fn ( Sync $row ): bool => ! in_array( $row->key->effect->creates(), [ null, DocumentKind::CreditNote ], true ) && $row->intent->snapshot_hash !== '' );
		$news = array_filter( $rows, fn ( Sync $row ): bool => $this->has_news( $standing, $row ) );
		return array_values( array_map( static fn ( Sync $row ): FollowUp => new FollowUp( $row->key, $row->parent_id, null, true ), $news ) );
	}

	private function has_news( OrderStanding $standing, Sync $row ): bool {
		$differs   = $row->problem?->code === ProblemCode::DiffersFromOrder;
		$is_newest = $standing->row( $row->key->effect )?->id === $row->id;
		if ( ! $is_newest ) {
			return $differs; // It was issued anew.
		}
		$is = OrderMark::of( $standing->billed( $row ) );
		if ( $differs ) {
			return $is->fingerprint() !== $row->problem->fact( 'order' );
		}
		return $standing->stands( $row ) && ! $is->is_like( OrderMark::read( $row->intent->snapshot_hash ) );
	}
}
