<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Sales;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundLine;
use OrderInvoicer\Domain\Order\RefundSnapshot;

/** A refund that was entered on one order of a sale, or the end of a child, which gives back what it still holds. */
final class Claim {

	/** As a whole, it was entered on the other side too. */
	public bool $is_paired = false;

	/** It may be the same as one of the other side, and nobody has said so. */
	public bool $is_doubtful = false;

	/** Nothing of it was told by the other side before. */
	public bool $is_entire = true;

	/** @var list<array{SharedLine, RefundLine}> what it gives back that no other has. */
	public array $taken = [];

	/** Its money left, there or where it was entered once more. */
	public bool $is_paid_back;

	/** @param bool $is_end all that the order holds: it was cancelled. */
	private function __construct(
		public readonly int $order_id,
		public readonly RefundSnapshot $refund,
		public readonly bool $is_end,
	) {
		$this->is_paid_back = $refund->is_paid_back;
	}

	public static function refund( int $order_id, RefundSnapshot $refund ): self {
		return new self( $order_id, $refund, false );
	}

	/** The child's own id serves as that of a refund: the shop gives each number once. */
	public static function end_of( OrderSnapshot $child ): self {
		return new self(
			$child->id,
			new RefundSnapshot(
				id: $child->id,
				amount: $child->total,
				lines: [],
				reason: '',
				created_at: $child->created_at,
				is_paid_back: false
			),
			true
		);
	}

	public function is_beside( self $other, int $seconds ): bool {
		$apart = $this->refund->created_at->getTimestamp() - $other->refund->created_at->getTimestamp();
		return ! $this->is_end && ! $other->is_end && abs( $apart ) <= $seconds;
	}
}
