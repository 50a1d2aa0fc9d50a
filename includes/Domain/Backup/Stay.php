<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Backup;

defined( 'ABSPATH' ) || exit;

/** A time in which this database stood on a copy of the shop, under another address. */
final class Stay {

	public function __construct(
		public readonly \DateTimeImmutable $from,
		public readonly \DateTimeImmutable $until,
	) {}

	public function holds( \DateTimeImmutable $moment ): bool {
		return $this->from <= $moment && $moment <= $this->until;
	}
}
