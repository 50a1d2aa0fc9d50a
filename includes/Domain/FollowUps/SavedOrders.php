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
	 * @param non-empty-list<int> $ids of refunds, and of orders whose end counts as one (`Claim`).
	 * @return list<int> those of them that stand in the shop.
	 */
	public function are_there( array $ids ): array;
}
