<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\TaxDoctor\Rules;

defined( 'ABSPATH' ) || exit;

/** What the owner chose, saved or not; also what a finding proposes to choose instead. */
final class TaxChoices {

	/**
	 * @param array<int, int>    $rates    WooCommerce rate id => Sellsy tax id.
	 * @param array<string, int> $exempt   ExemptSituation value => Sellsy tax id.
	 * @param int|null           $rounding Sellsy tax id.
	 * @param array<string, string> $reasons why the owner chose one that does not fit, by ExemptSituation value.
	 */
	public function __construct(
		public readonly array $rates = [],
		public readonly array $exempt = [],
		public readonly ?int $rounding = null,
		public readonly array $reasons = [],
	) {}

	public function is_empty(): bool {
		return $this->rates === [] && $this->exempt === [] && $this->rounding === null;
	}
}
