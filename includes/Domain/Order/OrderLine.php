<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Order;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;

/**
 * One item of an order. `total` is HT after discounts, as stored (unrounded); `taxes` is the VAT per WooCommerce rate
 * id as stored on the item (`get_taxes()['total']`), because `get_total_tax()` rounds again under today's settings.
 */
final class OrderLine {

	/**
	 * @param Decimal            $quantity can be fractional or 0 (never divide by it without looking).
	 * @param Decimal            $total    HT after discounts, unrounded; negative for a negative fee.
	 * @param Decimal            $subtotal HT before discounts, unrounded (products; equals total elsewhere).
	 * @param array<int, Decimal> $taxes   VAT by rate id, unrounded.
	 * @param bool|null          $taxable  what the item says of itself (tax status); null where nobody knows any more.
	 * @param list<string>       $skus     references to look for, variation before parent; empty for shipping and fees.
	 * @param string             $details  what distinguishes the item (variation attributes), one line each.
	 * @param Decimal|null       $eco      eco-participation of one piece, contained in its price and TTC where the
	 *                                     order's prices are; null: none.
	 * @param int                $part_of  id of the line of the bundle that it belongs to; 0 for most.
	 */
	public function __construct(
		public readonly int $id,
		public readonly LineKind $kind,
		public readonly string $name,
		public readonly Decimal $quantity,
		public readonly Decimal $total,
		public readonly Decimal $subtotal,
		public readonly array $taxes,
		public readonly ?bool $taxable,
		public readonly array $skus,
		public readonly int $product_id,
		public readonly bool $is_virtual,
		public readonly string $details,
		public readonly int $part_of = 0,
		public readonly ?Decimal $eco = null,
	) {}

	/** What was charged, TTC, unrounded as stored. */
	public function incl_tax(): Decimal {
		return $this->total->plus( Decimal::sum( $this->taxes ) );
	}

	/** Neither charged nor discounted to nothing. */
	public function is_worth_nothing(): bool {
		$taxed = array_filter( $this->taxes, static fn ( Decimal $tax ): bool => ! $tax->is_zero() );
		return $taxed === [] && $this->total->is_zero() && $this->subtotal->is_zero();
	}

	public function with_details( string $details ): self {
		return $this->copy( $this->quantity, $this->total, $this->subtotal, $this->taxes, $details );
	}

	/**
	 * The same for another amount.
	 *
	 * @param array<int, Decimal> $taxes VAT by rate id.
	 */
	public function charging( Decimal $quantity, Decimal $total, array $taxes ): self {
		return $this->copy( $quantity, $total, $total, $taxes, $this->details );
	}

	public function without_taxes(): self {
		return $this->copy( $this->quantity, $this->total, $this->subtotal, [], $this->details );
	}

	/** @param array<int, Decimal> $taxes */
	private function copy( Decimal $quantity, Decimal $total, Decimal $subtotal, array $taxes, string $details ): self {
		$own = [
			'quantity' => $quantity,
			'total'    => $total,
			'subtotal' => $subtotal,
			'taxes'    => $taxes,
			'details'  => $details,
		];
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return new self( ...[ ...get_object_vars( $this ), ...$own ] );
	}
}
