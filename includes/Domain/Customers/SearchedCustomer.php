<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Customers;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\Recognition;

/** The result of a search for an order's buyer. */
final class SearchedCustomer {

	/**
	 * @param int  $turn      that a further customer of this shopper has.
	 * @param bool $is_shared three customers or more have the guest's e-mail address.
	 * @param bool $no_contact Sellsy has just said that nobody there is a contact with the e-mail address.
	 */
	public function __construct(
		public readonly Recognition $recognition,
		public readonly int $turn,
		public readonly bool $is_shared,
		public readonly bool $no_contact = false,
	) {}
}
