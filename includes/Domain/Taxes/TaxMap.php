<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Taxes;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\RemoteTax;

/** The owner's mapping together with what Sellsy says of the taxes it names. */
final class TaxMap {

	/**
	 * @param array<int, RemoteTax>    $rates     by WooCommerce rate id.
	 * @param array<string, RemoteTax> $exempt    by ExemptSituation value.
	 * @param RemoteTax|null           $rounding  exempt tax of category E for the "Arrondi" row.
	 */
	public function __construct(
		public readonly array $rates,
		public readonly array $exempt,
		public readonly ?RemoteTax $rounding,
	) {}
}
