<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\FollowUps;

defined( 'ABSPATH' ) || exit;

/** The shop's orders and refunds in the sequence of their last save, and by id within a second. */
interface SavedOrders {

	/**
	 * @param SavedOrder         $last  the one before.
	 * @param \DateTimeImmutable $until the last second, included.
	 * @return list<SavedOrder> the next ones; fewer than the limit where these are all.
	 */
	public function after( SavedOrder $last, \DateTimeImmutable $until, int $limit ): array;

	/**
	 * @param non-empty-list<int> $refund_ids
	 * @return list<int> those of them that stand in the shop.
	 */
	public function refunds_there( array $refund_ids ): array;
}
