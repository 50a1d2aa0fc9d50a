<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Taxes;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\RemoteTax;

/** `is_new` is false where Sellsy had such a tax already. */
final class CreatedTax {

	public function __construct(
		public readonly RemoteTax $tax,
		public readonly bool $is_new,
	) {}
}
