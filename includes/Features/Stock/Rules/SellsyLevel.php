<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Stock\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;

/** What Sellsy has of an item in one warehouse. */
final class SellsyLevel {

	/** @param Decimal|null $quantity null: it keeps no stock of it there. */
	private function __construct(
		public readonly ?Decimal $quantity,
		public readonly bool $is_clear,
	) {}

	public static function of( Decimal $quantity ): self {
		return new self( $quantity, true );
	}

	public static function not_kept(): self {
		return new self( null, true );
	}

	/** Several quantities for one item, several products on it, or an item that is gone: unknown is never none. */
	public static function unclear(): self {
		return new self( null, false );
	}
}
