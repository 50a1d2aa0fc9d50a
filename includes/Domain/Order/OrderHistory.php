<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Order;

defined( 'ABSPATH' ) || exit;

/** The shop's old orders, a few at a time. */
interface OrderHistory {

	public function count( OrderFilter $filter ): int;

	/** @return list<PastOrder> the next ones, oldest first. */
	public function after( OrderFilter $filter, Cursor $cursor, int $limit ): array;

	/** @return list<int> ids of orders that were sold (not those never paid or cancelled), newest first. */
	public function latest( int $limit, int $offset ): array;
}
