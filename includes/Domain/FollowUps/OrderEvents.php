<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\FollowUps;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\BrokenFilter;

/** What a hook would say about an order as it stands now. */
interface OrderEvents {

	/**
	 * False where other code of the site leaves the order out.
	 *
	 * @throws BrokenFilter when it does not say.
	 */
	public function is_followed( int $order_id ): bool;

	/**
	 * Null when the order is gone, or is not to be followed.
	 *
	 * @throws \Throwable when it cannot be read: other code of the site may throw anything.
	 */
	public function standing( int $order_id ): ?OrderEvent;

	/**
	 * Dates the payment of an order whose request died before it was dated.
	 *
	 * @return bool whether it had.
	 * @throws \Throwable when it cannot be read or saved.
	 */
	public function finish_payment( int $order_id ): bool;
}
