<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Work;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Effect;

/** What a runner knows of a due row before it claims it. */
final class DueTask {

	/**
	 * @param Effect|null $effect    null of one that this release does not know: whoever claims the row finds that out.
	 * @param int         $refund_id 0 where it is about none.
	 * @param bool        $is_alone  nothing else of its order was due; false where nobody looked.
	 */
	public function __construct(
		public readonly int $id,
		public readonly int $order_id,
		public readonly ?Effect $effect,
		public readonly bool $is_backfill,
		public readonly int $refund_id,
		public readonly bool $is_alone,
	) {}

	/** A refund that was heard is somebody's work. */
	public function only_looks(): bool {
		return $this->effect?->only_looks() === true && $this->refund_id === 0;
	}

	/** Documents become final one at a time. */
	public function makes_final(): bool {
		return $this->effect?->makes_final() === true;
	}
}
