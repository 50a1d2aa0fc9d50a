<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\FollowUps;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\OrderBook\OrderStanding;

/** One reason to do more for an order that has documents. Pure: the same standing always asks for the same rows. */
interface FollowRule {

	/** @return list<FollowUp> */
	public function follow_ups( OrderStanding $standing ): array;
}
