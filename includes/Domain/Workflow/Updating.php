<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Workflow;

use OrderInvoicer\Domain\Document\DocumentKind;
use OrderInvoicer\Domain\Order\OrderMark;

/** What is billed of the order has changed since its document was made: that row runs again, and sees whether the document may follow. */
final class Updating implements FollowRule {

	public function of( OrderStanding $standing ): array {
		$follow_ups = [];
		foreach ( DocumentKind::cases() as $kind ) {
			$row  = $kind === DocumentKind::CreditNote ? null : $standing->document( $kind );
			$hash = $row?->intent->snapshot_hash ?? '';
			if ( $row !== null && $hash !== '' && ! OrderMark::of( $standing->billed( $row ) )->is_like( OrderMark::read( $hash ) ) ) {
				$follow_ups[] = new FollowUp( $row->key, $row->parent_id, null, true );
			}
		}
		return $follow_ups;
	}
}
