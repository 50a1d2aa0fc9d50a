<?php
declare( strict_types=1 );

namespace OrderInvoicer\Application;

/** An order and the second of its last save; as a position: the last one that was looked at in that sequence. */
final class SavedOrder {

	public function __construct(
		public readonly \DateTimeImmutable $at,
		public readonly int $id,
	) {}
}
