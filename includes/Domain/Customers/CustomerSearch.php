<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Customers;

defined( 'ABSPATH' ) || exit;

/** Finds customers that match any of these; none where all are empty. */
final class CustomerSearch {

	/**
	 * @param list<int> $user_ids
	 * @param list<int> $order_ids
	 * @param int       $remote_id number at Sellsy; 0 for none.
	 * @param string    $guest     hash that stands for a guest's e-mail; empty for none.
	 */
	public function __construct(
		public readonly array $user_ids,
		public readonly array $order_ids,
		public readonly int $remote_id,
		public readonly string $guest,
	) {}
}
