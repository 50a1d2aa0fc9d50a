<?php

declare( strict_types=1 );

namespace OrderInvoicer\Domain\Actions;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Account\RemoteTax;
use OrderInvoicer\Domain\Account\ShopCodeConflicts;
use OrderInvoicer\Domain\Failures\Refused;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Order\Day;
use OrderInvoicer\Domain\Order\ExemptSituation;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Taxes\ExemptionTable;

/**
 * The owner changes settings. Nothing goes on by that: it could become final. What stopped for one of them is shown
 * with what would come of it (`Features/Bulk/Rules/PlanRetryAll`).
 */
final class ChangeSettings {

	public function __construct(
		private readonly SettingsStore $settings,
		private readonly SettingsArray $arrays,
		private readonly Ledger $ledger,
		private readonly Clock $clock,
		private readonly ShopCodeConflicts $shop_code_conflicts,
		private readonly Account $account,
	) {}

	/**
	 * @param array<mixed> $changes what is left out stays as it is.
	 * @throws Refused for the shop code, a start date, or a tax that is chosen anew.
	 */
	public function change( array $changes ): Settings {
		$now    = $this->clock->now();
		$before = $this->settings->get();
		$after  = $this->arrays->merged( $before, $changes )->saved_after( $before, $now );
		if ( $after->shop_code !== $before->shop_code && $this->shop_code_is_fixed() ) {
			throw new Refused( Refused::SHOP_CODE_FIXED );
		}
		$this->refuse_strange_days( $before, $after );
		$this->refuse_unfit_exemptions( $before, $after );
		$this->settings->save( $after );
		if ( $after->awaited() !== $before->awaited() ) {
			$this->settings->mended( $now );
		}
		return $after;
	}

	/** What stands there already is not asked again: it must not keep the owner from changing anything else. */
	private function refuse_strange_days( Settings $before, Settings $after ): void {
		foreach ( $after->workflows as $kind => $workflow ) {
			$day     = $workflow->start_date;
			$changed = $day !== ( $before->workflows[ $kind ]->start_date ?? '' );
			if ( $changed && $day !== '' && ! Day::exists( $day ) ) {
				throw new Refused( Refused::NO_SUCH_DAY, [ 'day' => $day ] );
			}
		}
	}

	/** Where Sellsy cannot be asked which tax it is, the order asks that meets it. */
	private function refuse_unfit_exemptions( Settings $before, Settings $after ): void {
		$given_up = array_diff_key( $before->exempt_reasons, $after->exempt_reasons );
		$chosen   = array_diff_assoc( $after->exempt_taxes, $before->exempt_taxes )
			+ array_intersect_key( $after->exempt_taxes, $given_up );
		$chosen   = array_diff_key( $chosen, $after->exempt_reasons );
		$taxes    = $chosen === [] ? [] : $this->taxes();
		foreach ( $chosen as $value => $id ) {
			$situation = ExemptSituation::from( $value );
			if ( isset( $taxes[ $id ] ) && ! ExemptionTable::fits( $taxes[ $id ], $situation ) ) {
				throw new Refused(
					Refused::UNFIT_EXEMPTION,
					[
						'situation' => $value,
						'tax'       => $taxes[ $id ]->label,
					]
				);
			}
		}
	}

	/** @return array<int, RemoteTax> by id; none while they cannot be read. */
	private function taxes(): array {
		try {
			return $this->account->is_configured() ? array_column( $this->account->taxes(), null, 'id' ) : [];
		} catch ( RemoteFailure ) {
			return [];
		}
	}

	/**
	 * References at Sellsy begin with it: from the first order on it stays, so that the owner finds all of them by it.
	 * Only a clash with another shop is worse than two codes. What was made and what was sent is found by its own
	 * reference, which is kept with it.
	 */
	public function shop_code_is_fixed(): bool {
		return $this->ledger->page( new TaskFilter(), 1, 0 ) !== [] && $this->shop_code_conflicts->standing() === null;
	}
}
