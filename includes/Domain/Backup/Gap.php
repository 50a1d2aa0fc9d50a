<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Backup;

defined( 'ABSPATH' ) || exit;

/**
 * A time in which this shop was not awake. The documents of one kind that Sellsy got since then are still to be listed.
 */
final class Gap {

	/** @param string $position where the list goes on; empty at its beginning. Means something to the list alone. */
	public function __construct(
		public readonly \DateTimeImmutable $since,
		public readonly string $position = '',
	) {}
}
