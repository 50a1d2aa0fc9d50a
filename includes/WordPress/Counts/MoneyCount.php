<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Counts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Report\MonthMoney;

/** This month and the one before, as they were counted. */
final class MoneyCount {

	/**
	 * @param list<MonthMoney> $months  one for each month and currency in which there was anything.
	 * @param int              $unknown invoices and credit notes of which nobody knows what they are worth, or whether
	 *                                  their order is paid.
	 */
	public function __construct(
		public readonly array $months,
		public readonly int $unknown,
	) {}
}
