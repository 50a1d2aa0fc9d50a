<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Stock\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;

/** What orders have taken from the shop's stock and their documents have not yet taken at Sellsy. */
final class OnTheWay {

	/**
	 * @param bool    $is_busy  a document is being made, or may come and move stock: nobody can tell by how much now.
	 * @param Decimal $quantity sold in the shop, and still counted at Sellsy until its document is there.
	 */
	public function __construct(
		public readonly bool $is_busy,
		public readonly Decimal $quantity,
	) {}
}
