<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Items;

defined( 'ABSPATH' ) || exit;

/** The shop's catalogue. It is read only when an item at Sellsy is to be made or changed. */
interface Products {

	/**
	 * The product that this line sold, or its parent where a variation has no reference of its own; null when it is
	 * gone.
	 */
	public function of_line( int $line_id ): ?ShopProduct;
}
