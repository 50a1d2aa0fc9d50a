<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Taxes;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\RemoteTax;
use OrderInvoicer\Domain\Order\ExemptSituation;

/** The owner's mapping together with what Sellsy says of the taxes it names. */
final class TaxMap {

	/**
	 * @param array<int, RemoteTax>    $rates     by WooCommerce rate id.
	 * @param array<string, RemoteTax> $exempt    by ExemptSituation value.
	 * @param RemoteTax|null           $rounding  exempt tax of category E for the "Arrondi" row.
	 * @param array<string, string>    $reasons   why the owner uses one that does not fit, by ExemptSituation value.
	 */
	public function __construct(
		public readonly array $rates,
		public readonly array $exempt,
		public readonly ?RemoteTax $rounding,
		private readonly array $reasons = [],
	) {}

	/** The owner said why the tax of that situation is right, whatever the table says. */
	public function is_insisted( ?ExemptSituation $situation ): bool {
		return $situation?->chosen( $this->reasons ) !== null;
	}
}
