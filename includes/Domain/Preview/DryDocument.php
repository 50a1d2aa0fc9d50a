<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Preview;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\OrderSheet\SheetRule;

/** One document that an order would become, or why it would not. */
final class DryDocument {

	/**
	 * @param DryTotals|null $totals        of one that would be made.
	 * @param bool           $sellsy_agrees Sellsy's own arithmetic was asked; only where its customer is known already.
	 * @param int            $rule_id       of the rule that takes the order.
	 * @param SheetRule|null $rule          the same, to be told; null where the kind has no rules.
	 */
	public function __construct(
		public readonly DocumentKind $kind,
		public readonly DryOutcome $outcome,
		public readonly ?DryTotals $totals = null,
		public readonly bool $sellsy_agrees = false,
		public readonly ?Problem $problem = null,
		public readonly int $rule_id = 0,
		public readonly ?SheetRule $rule = null,
	) {}

	public function by( int $rule_id, ?SheetRule $rule ): self {
		$own = [
			'rule_id' => $rule_id,
			'rule'    => $rule,
		];
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return new self( ...[ ...get_object_vars( $this ), ...$own ] );
	}
}
