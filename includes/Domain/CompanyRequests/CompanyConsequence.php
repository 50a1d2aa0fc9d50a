<?php

declare( strict_types=1 );

namespace OrderInvoicer\Domain\CompanyRequests;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Currency;

/** What accepting a request would do: both totals, before anything is done. */
final class CompanyConsequence {

	/**
	 * @param string   $number  of the final invoice, which would be credited; empty where none is final.
	 * @param bool     $is_made whether an invoice stands at all, a draft too.
	 * @param int|null $before  TTC of what stands, minor units; null where it is not known.
	 * @param int      $after   TTC of the invoice in the company's name, minor units.
	 */
	public function __construct(
		public readonly CompanyData $data,
		public readonly string $number,
		public readonly bool $is_made,
		public readonly ?int $before,
		public readonly int $after,
		public readonly Currency $currency,
	) {}
}
