<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Ledger;

defined( 'ABSPATH' ) || exit;

/** Rows that a back-fill opened, by what became of them. */
final class BackfillCounts {

	/**
	 * @param int $failed  a person must act.
	 * @param int $waiting queued or in work; `$busy` of them are due now or in work.
	 */
	public function __construct(
		public readonly int $done,
		public readonly int $failed,
		public readonly int $left_out,
		public readonly int $waiting,
		public readonly int $busy,
	) {}
}
