<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Stock\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Money\Decimal;

/** Stock at Sellsy, which only API v1 knows. */
interface Stock {

	/**
	 * Begins to count the stock of an item, with that much in that warehouse. Whether doing it twice adds up is not
	 * known.
	 *
	 * @throws RemoteFailure
	 */
	public function open( int $item_id, int $warehouse_id, Decimal $quantity ): void;
}
