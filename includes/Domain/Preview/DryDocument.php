<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Preview;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Problem;

/** One document that an order would become, or why it would not. */
final class DryDocument {

	/**
	 * @param DryTotals|null $totals        of one that would be made.
	 * @param bool           $sellsy_agrees Sellsy's own arithmetic was asked; only where its customer is known already.
	 */
	public function __construct(
		public readonly DocumentKind $kind,
		public readonly DryOutcome $outcome,
		public readonly ?DryTotals $totals = null,
		public readonly bool $sellsy_agrees = false,
		public readonly ?Problem $problem = null,
	) {}
}
