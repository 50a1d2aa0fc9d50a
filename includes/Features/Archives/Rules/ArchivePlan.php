<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Archives\Rules;

defined( 'ABSPATH' ) || exit;

/**
 * What an archive would hold.
 *
 * @phpstan-import-type ArchiveRow from Archive
 */
final class ArchivePlan {

	/**
	 * @param list<ArchiveRow> $rows
	 * @param int              $seconds roughly.
	 */
	public function __construct(
		public readonly array $rows,
		public readonly int $documents,
		public readonly int $seconds,
	) {}
}
