<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Preview;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Money\Currency;

/** What a credit note would say, or why there would be none. */
final class CreditPreview {

	/**
	 * @param DryTotals|null $totals        of the credit note.
	 * @param int|null       $left          what the invoice holds afterwards, TTC, minor units.
	 * @param bool           $sellsy_agrees Sellsy's own arithmetic was asked; otherwise it is the plugin's.
	 * @param Problem|null   $problem       what stops or holds it.
	 */
	public function __construct(
		public readonly Currency $currency,
		public readonly PreviewOutcome $outcome,
		public readonly ?DryTotals $totals = null,
		public readonly ?int $left = null,
		public readonly bool $sellsy_agrees = false,
		public readonly ?Problem $problem = null,
	) {}
}
