<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\FollowUps;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\TaskKey;

/** A row that an order's standing asks for. Asking twice is harmless: the ledger holds each key once. */
final class FollowUp {

	/**
	 * @param int                     $parent_id the row whose document it is about.
	 * @param \DateTimeImmutable|null $due_at    null: now.
	 * @param bool                    $again     the row is opened again although it is done (a draft to bring up to
	 *                                           date).
	 * @param bool                    $asked     a person asked for what leads to it: settings that leave it to a person
	 *                                           no longer matter.
	 */
	public function __construct(
		public readonly TaskKey $key,
		public readonly int $parent_id = 0,
		public readonly ?\DateTimeImmutable $due_at = null,
		public readonly bool $again = false,
		public readonly bool $asked = false,
	) {}
}
