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
		public readonly int $done = 0,
		public readonly int $failed = 0,
		public readonly int $left_out = 0,
		public readonly int $waiting = 0,
		public readonly int $busy = 0,
	) {}
}
