<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Account;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;

/** Once a day: whether another shop writes with this one's code, and what the account is called now. */
final class DailyLook {

	public function __construct(
		private readonly Account $account,
		private readonly ShopCodeCheck $clash,
	) {}

	public function run(): void {
		if ( ! $this->clash->is_due() ) {
			return;
		}
		$this->clash->look();
		try {
			$this->account->read_name();
		} catch ( RemoteFailure ) {
			return; // The name of before stays until tomorrow: nothing depends on it.
		}
	}
}
