<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Order;

defined( 'ABSPATH' ) || exit;

/** What ties an order to others, by its own words. */
final class Kinship {

	/**
	 * @param int    $parent_id of the order that it was made of; 0 for most.
	 * @param string $split_by  the marketplace plugin that says that it splits this order among sellers; empty: none.
	 * @param string $part_by   the one that says that this is such a part.
	 * @param bool   $is_own    a sale of its own whatever its parent is, such as a renewal.
	 */
	public function __construct(
		public readonly int $parent_id = 0,
		public readonly string $split_by = '',
		public readonly string $part_by = '',
		public readonly bool $is_own = false,
	) {}
}
