<?php

declare( strict_types=1 );

namespace OrderInvoicer\Reports\Shop;

defined( 'ABSPATH' ) || exit;

/** What the shop's orders show about its taxes. */
final class OrderFacts {

	/** @param array<string, int> $situations orders by ExemptSituation value. */
	public function __construct(
		public readonly RateUse $use,
		public readonly array $situations,
	) {}
}
