<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Workflow;

use OrderInvoicer\Domain\Document\DocumentKind;
use OrderInvoicer\Domain\Order\OrderMark;
use OrderInvoicer\Domain\Sync\Effect;
use OrderInvoicer\Domain\Sync\ProblemCode;
use OrderInvoicer\Domain\Sync\Sync;

/**
 * What is billed of the order has changed since its document was made: that row runs again, and sees whether the document
 * may follow. One that could not follow is looked at again once the order is what the document says.
 */
final class Updating implements FollowRule {

	public function of( OrderStanding $standing ): array {
		$follow_ups = [];
		foreach ( DocumentKind::cases() as $kind ) {
			$row = $kind === DocumentKind::CreditNote ? null : $standing->row( Effect::create( $kind ) );
			if ( $row !== null && $row->intent->snapshot_hash !== '' && $this->has_news( $standing, $row ) ) {
				$follow_ups[] = new FollowUp( $row->key, $row->parent_id, null, true );
			}
		}
		return $follow_ups;
	}

	private function has_news( OrderStanding $standing, Sync $row ): bool {
		$differs = $row->problem?->code === ProblemCode::DiffersFromOrder;
		return ( $differs || $standing->stands( $row ) ) && OrderMark::of( $standing->billed( $row ) )->is_like( OrderMark::read( $row->intent->snapshot_hash ) ) === $differs;
	}
}
