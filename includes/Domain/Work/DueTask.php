<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Work;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Effect;

/** What a runner knows of a due row before it claims it. */
final class DueTask {

	/**
	 * @param Effect|null $effect null of one that this release does not know: whoever claims the row finds that out.
	 */
	public function __construct(
		public readonly int $id,
		public readonly int $order_id,
		public readonly ?Effect $effect,
		public readonly bool $is_backfill,
	) {}

	/** Documents become final one at a time. */
	public function makes_final(): bool {
		return $this->effect?->makes_final() === true;
	}
}
