<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Ledger;

defined( 'ABSPATH' ) || exit;

/** What makes an effect unique: the ledger holds each key once. `refund_id` 0 and `part` '' where they do not apply. */
final class TaskKey {

	public function __construct(
		public readonly int $order_id,
		public readonly Effect $effect,
		public readonly int $refund_id = 0,
		public readonly string $part = '',
		public readonly int $revision = 0,
	) {}

	public function is( self $other ): bool {
		return $this->order_id === $other->order_id && get_object_vars( $this ) === get_object_vars( $other );
	}

	/** Of another effect for the same document. */
	public function beside( Effect $effect, string $part = '' ): self {
		return new self(
			order_id: $this->order_id,
			effect: $effect,
			refund_id: $this->refund_id,
			part: $part,
			revision: $this->revision
		);
	}

	/**
	 * The key of the invoice that replaces this one. This is an invoice, or the credit note of all that is left of one.
	 */
	public function replacing_invoice(): self {
		return new self(
			order_id: $this->order_id,
			effect: Effect::CreateInvoice,
			revision: $this->revision + 1
		);
	}
}
