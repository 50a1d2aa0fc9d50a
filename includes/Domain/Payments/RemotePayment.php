<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Payments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;

/** A payment as Sellsy has it. */
final class RemotePayment {

	/**
	 * @param Decimal    $remaining what of it is not yet set against a document.
	 * @param ?list<int> $invoices  ids of those that it is set against; null where that is not known.
	 */
	public function __construct(
		public readonly int $id,
		public readonly string $number,
		public readonly string $note,
		public readonly Decimal $amount,
		public readonly Decimal $remaining,
		public readonly ?array $invoices = null,
	) {}

	/** It stands on no document. */
	public function is_free(): bool {
		return $this->remaining->equals( $this->amount );
	}

	/** So much of it is to stay free. */
	public function less( Decimal $free ): self {
		$rest = $this->remaining->minus( $free );
		return $this->at_most( $rest->is_negative() ? Decimal::zero() : $rest );
	}

	/** No more of it is to be set against a document. */
	public function at_most( Decimal $amount ): self {
		$own = [ 'remaining' => $this->remaining->compare( $amount ) < 0 ? $this->remaining : $amount ];
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return new self( ...[ ...get_object_vars( $this ), ...$own ] );
	}
}
