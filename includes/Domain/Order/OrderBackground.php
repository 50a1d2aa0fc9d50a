<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Order;

defined( 'ABSPATH' ) || exit;

/**
 * What an order does not say itself, and rules may ask for: what its products and its buyer are today. Read when it is
 * asked for, which most shops never do; a read that the database refuses throws.
 */
final class OrderBackground {

	/**
	 * @param \Closure(): ?list<string>          $roles
	 * @param \Closure(): list<list<int>|null>   $categories
	 */
	public function __construct(
		private readonly \Closure $roles,
		private readonly \Closure $categories,
	) {}

	/** @return list<string>|null roles of the buyer's account, `guest` without one; null: nobody knows any more. */
	public function roles(): ?array {
		return ( $this->roles )();
	}

	/** @return list<list<int>|null> categories of each product, with those above; null: it was deleted. */
	public function categories(): array {
		return ( $this->categories )();
	}
}
