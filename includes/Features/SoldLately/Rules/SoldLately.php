<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\SoldLately\Rules;

defined( 'ABSPATH' ) || exit;

/** What the shop's recent orders sold, and to whom. */
interface SoldLately {

	/** @return list<string> references that Sellsy can find a product by, each once. */
	public function references(): array;

	/**
	 * @return array<string, non-empty-list<string>> e-mail addresses of the buyers, as they were typed, by the same in
	 *         small letters; only those that can be right.
	 */
	public function emails(): array;
}
