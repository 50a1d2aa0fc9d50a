<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Taxes;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Order\ExemptSituation;
use OrderInvoicer\Domain\Settings\SettingsStore;

/**
 * Once after the update: which chosen exemptions are no longer accepted. The owner reads so in wp-admin before the
 * first order stops for it. Choices of later are refused as they are made (`Actions/ChangeSettings`).
 */
final class LookAtExemptions {

	public function __construct(
		private readonly EarlierExemptions $earlier,
		private readonly SettingsStore $settings,
		private readonly Account $account,
	) {}

	/** Where Sellsy does not say which taxes they are, the next pass asks again. */
	public function run(): void {
		if ( $this->earlier->are_looked_at() ) {
			return;
		}
		$settings = $this->settings->get();
		$chosen   = array_filter(
			ExemptSituation::cases(),
			static fn ( ExemptSituation $situation ): bool => isset( $settings->exempt_taxes[ $situation->value ] )
				&& $situation->chosen( $settings->exempt_reasons ) === null
		);
		try {
			$taxes = $chosen === [] ? [] : array_column( $this->account->taxes(), null, 'id' );
		} catch ( RemoteFailure ) {
			return;
		}
		$this->earlier->keep_unfit(
			array_values(
				array_filter(
					$chosen,
					static function ( ExemptSituation $situation ) use ( $settings, $taxes ): bool {
						$tax = $taxes[ $settings->exempt_taxes[ $situation->value ] ] ?? null;
						return $tax !== null && ! ExemptionTable::fits( $tax, $situation );
					}
				)
			)
		);
	}
}
