<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Content;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;

/** What comparing a draft with Sellsy's arithmetic says: it agrees, some rows must be split, or it must stop. */
final class TotalsVerdict {

	/**
	 * @param Problem|null $problem       why nothing may be created.
	 * @param list<int>    $rows_to_split indexes of the draft's rows for `RowSplitter`.
	 */
	public function __construct(
		public readonly ?Problem $problem = null,
		public readonly array $rows_to_split = [],
	) {}

	public function agrees(): bool {
		return $this->problem === null && $this->rows_to_split === [];
	}
}
