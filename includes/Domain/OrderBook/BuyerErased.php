<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\OrderBook;

defined( 'ABSPATH' ) || exit;

/** Whoever keeps something that tells of an order's buyer, beside the order itself. */
interface BuyerErased {

	/**
	 * The personal data of these orders' buyer is to go.
	 *
	 * @param list<int> $order_ids
	 * @return bool whether there was something.
	 * @throws \RuntimeException where something may still be there.
	 */
	public function erase( array $order_ids ): bool;
}
