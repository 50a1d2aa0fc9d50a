<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Bulk\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;

/** One row of the ledger that is to be opened, or due again. */
final class BulkStep {

	/**
	 * @param int          $draft_id of Finalise: the row that made the draft.
	 * @param bool         $is_final the document becomes final by it, at once or later.
	 * @param Decimal|null $total    TTC; null where nobody knows.
	 */
	public function __construct(
		public readonly TaskKey $key,
		public readonly int $draft_id = 0,
		public readonly bool $is_final = false,
		public readonly ?Decimal $total = null,
		public readonly ?Currency $currency = null,
	) {}
}
