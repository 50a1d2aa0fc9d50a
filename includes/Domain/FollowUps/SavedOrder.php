<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\FollowUps;

defined( 'ABSPATH' ) || exit;

/**
 * An order or one of its refunds, with the second of its last save. As a position in that sequence: the last one that
 * was looked at.
 */
final class SavedOrder {

	public readonly int $order_id;

	/**
	 * @param int $id       of the order, or of its refund.
	 * @param int $order_id  0: it is the order itself.
	 * @param int $parent_id of the order that it was made of; 0 for most.
	 */
	public function __construct(
		public readonly \DateTimeImmutable $at,
		public readonly int $id,
		int $order_id = 0,
		public readonly int $parent_id = 0,
	) {
		$this->order_id = $order_id > 0 ? $order_id : $id;
	}
}
