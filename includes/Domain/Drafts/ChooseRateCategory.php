<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Drafts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Settings\Settings;

/**
 * At Sellsy the rate category decides the document's currency and whether prices include taxes. It is the owner's
 * choice if that has the order's currency; otherwise the account's only category in that currency.
 */
final class ChooseRateCategory {

	public function __construct( private readonly Account $account ) {}

	/**
	 * A credit note without a category of its own stands in its invoice's.
	 *
	 * @throws NeedsAttention
	 * @throws RemoteFailure
	 */
	public function for_kind( DocumentKind $kind, Settings $settings, Currency $currency ): int {
		$own = $settings->workflow( $kind )->rate_category_id;
		return $this->choose(
			$kind === DocumentKind::CreditNote
				? $own ?? $settings->workflow( DocumentKind::Invoice )->rate_category_id
				: $own,
			$currency
		);
	}

	/**
	 * @throws NeedsAttention
	 * @throws RemoteFailure
	 */
	public function choose( ?int $chosen, Currency $currency ): int {
		if ( $chosen === null ) {
			throw NeedsAttention::because( ProblemCode::RateCategoryUnset );
		}
		$fitting = $this->fitting( $currency );
		if ( ! in_array( $chosen, $fitting, true ) && count( $fitting ) !== 1 ) {
			$this->account->refresh();
			$fitting = $this->fitting( $currency );
		}
		if ( in_array( $chosen, $fitting, true ) ) {
			return $chosen;
		}
		if ( count( $fitting ) === 1 && $this->is_usable( $chosen ) ) {
			return $fitting[0];
		}
		throw NeedsAttention::because( ProblemCode::RateCategoryUnfit, [ 'currency' => $currency->code ] );
	}

	/** @return list<int> */
	private function fitting( Currency $currency ): array {
		$fitting = [];
		foreach ( $this->account->rate_categories() as $category ) {
			if ( strtoupper( $category['currency'] ) === $currency->code ) {
				$fitting[] = $category['id'];
			}
		}
		return $fitting;
	}

	/** One that is gone, or has taxes included by now, was never the owner's word for another. */
	private function is_usable( int $id ): bool {
		return in_array( $id, array_column( $this->account->rate_categories(), 'id' ), true );
	}
}
