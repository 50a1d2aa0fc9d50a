<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Customers;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Order\Buyer;

/** A company or individual to create as a client (`POST /companies`, `POST /individuals`). */
final class CustomerDraft {

	/**
	 * @param string $reference our key, unique per shop and shopper.
	 * @param bool   $with_email false when Sellsy refused the address because one of its staff has it.
	 */
	public function __construct(
		public readonly CustomerType $type,
		public readonly string $reference,
		public readonly Buyer $buyer,
		public readonly bool $with_email = true,
	) {}
}
