<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\TaxDoctor\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\RemoteTax;
use OrderInvoicer\Domain\Order\ExemptSituation;
use OrderInvoicer\Domain\Taxes\ShopRate;

/** One thing that is wrong or worth knowing, what it is about, and what would mend it. */
final class Finding {

	/**
	 * @param list<ShopRate>  $rates
	 * @param list<RemoteTax> $taxes    of Sellsy.
	 * @param int|null        $tax_id   a tax that Sellsy no longer has.
	 * @param int             $orders   recent ones that it touches.
	 * @param TaxChoices      $fix      choices that mend it; empty where a person must decide.
	 */
	public function __construct(
		public readonly FindingCode $code,
		public readonly array $rates = [],
		public readonly array $taxes = [],
		public readonly ?ExemptSituation $situation = null,
		public readonly ?int $tax_id = null,
		public readonly int $orders = 0,
		public readonly TaxChoices $fix = new TaxChoices(),
	) {}
}
