<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\StockLevels;

defined( 'ABSPATH' ) || exit;

/** With the connection: what was compared, and the consent, were about its account. What was done stays listed. */
final class ForgetStock {

	public function __construct(
		private readonly StockRows $rows,
		private readonly StockLooks $looks,
	) {}

	public function forget(): void {
		$this->rows->clear();
		$this->looks->forget();
	}
}
