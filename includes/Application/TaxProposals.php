<?php

declare( strict_types=1 );

namespace OrderInvoicer\Application;

final class TaxProposals {

	/**
	 * @param array<int, TaxProposal>    $rates           by WooCommerce rate id.
	 * @param array<string, TaxProposal> $exempt          by ExemptSituation value.
	 * @param int|null                   $rounding_tax_id for the "Arrondi" row.
	 */
	public function __construct(
		public readonly array $rates,
		public readonly array $exempt,
		public readonly ?int $rounding_tax_id,
	) {}
}
