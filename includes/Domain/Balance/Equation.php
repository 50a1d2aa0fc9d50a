<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Balance;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Currency;

/** What stands in Sellsy, and what the order says should. Minor units of the order's currency. */
final class Equation {

	public function __construct(
		public readonly int $stands,
		public readonly int $should,
	) {}

	public function holds(): bool {
		return $this->stands === $this->should;
	}

	/** @return array{string, string} both sums, for a sentence. */
	public function sums( Currency $currency ): array {
		return [ $currency->minor_text( $this->stands ), $currency->minor_text( $this->should ) ];
	}
}
