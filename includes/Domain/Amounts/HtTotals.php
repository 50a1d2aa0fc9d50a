<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Amounts;

defined( 'ABSPATH' ) || exit;

/** HT per tax when prices were entered HT: each line's rounded HT is kept. */
final class HtTotals {

	/**
	 * @param non-empty-list<TaxGroup> $groups
	 * @return non-empty-list<TaxGroup>
	 */
	public function totals( array $groups ): array {
		return array_map(
			static fn ( TaxGroup $group ): TaxGroup =>
				$group->with_ht( max( 0, array_sum( array_column( $group->parts, 'ht' ) ) ) ),
			$groups
		);
	}
}
