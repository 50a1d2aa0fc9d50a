<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Counts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Report\FillPace;

/** The whole ledger as it was counted at some moment of the last hours. */
final class Counted {

	/**
	 * @param int                               $last_id newest row that was counted.
	 * @param list<CountedRows>                 $rows
	 * @param string                            $zone    in which `$days` are days, such as `Europe/Paris`.
	 * @param array<string, array<string, int>> $days    documents made before `$at`, by day, then by kind.
	 * @param MoneyCount                        $money   of that month and the one before.
	 * @param bool                              $is_known false: nobody has counted yet, and days and money are missing.
	 * @param FillPace|null                     $filling  of old documents; null where an earlier release counted.
	 */
	public function __construct(
		public readonly \DateTimeImmutable $at,
		public readonly int $last_id,
		public readonly array $rows,
		public readonly string $zone,
		public readonly array $days,
		public readonly MoneyCount $money,
		public readonly bool $is_known = true,
		public readonly ?FillPace $filling = null,
	) {}
}
