<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Stock\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\AccountListener;

/** With the connection: what was compared, and the consent, were about its account. What was done stays listed. */
final class ForgetStock implements AccountListener {

	public function __construct(
		private readonly StockRows $rows,
		private readonly StockLooks $looks,
	) {}

	public function has_moved(): void {}

	/** What was compared says of which account it is. */
	public function before_keys_go( bool $disconnects ): void {
		if ( $disconnects ) {
			$this->rows->clear();
			$this->looks->forget();
		}
	}
}
