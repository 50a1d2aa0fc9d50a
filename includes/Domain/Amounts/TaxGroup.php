<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Amounts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\RemoteTax;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;

/** All that an order charged under one category and rate. VAT is computed on it in one go. */
final class TaxGroup {

	/**
	 * @param non-empty-list<LinePart> $parts  in the order's sequence.
	 * @param Decimal                  $stored VAT on the order's tax items.
	 * @param int                      $ht     minor units.
	 */
	public function __construct(
		public readonly array $parts,
		public readonly Decimal $stored,
		public readonly int $decimals,
		public readonly int $ht = 0,
	) {}

	public static function key( RemoteTax $tax ): string {
		return $tax->category . ' ' . $tax->rate->to_string();
	}

	public function with_ht( int $ht ): self {
		return new self( parts: $this->parts, stored: $this->stored, decimals: $this->decimals, ht: $ht );
	}

	/** VAT in minor units as Sellsy computes it: once on the sum, half up. */
	public function vat( ?int $ht = null ): int {
		$share = $this->rate()->times( Decimal::from_string( '0.01' ) );
		return Decimal::of_int( $ht ?? $this->ht )->times( $share )->rounded_minor( 0, Rounding::HalfUp );
	}

	public function ttc( ?int $ht = null ): int {
		return ( $ht ?? $this->ht ) + $this->vat( $ht );
	}

	public function rate(): Decimal {
		return $this->parts[0]->tax->rate;
	}

	/** HT + VAT as the order stored them, unrounded. */
	public function charged(): Decimal {
		return Decimal::sum( [ ...array_column( $this->parts, 'base' ), ...array_column( $this->parts, 'vat' ) ] );
	}

	/**
	 * Twice the minor units that rounding can explain: half of one per item, and one more.
	 */
	public function doubled_bound(): int {
		$items = array_filter( $this->parts, static fn ( LinePart $part ): bool => ! $part->base->is_zero() );
		return count( $items ) + 2;
	}

	/** Whether the VAT by law is the order's but for rounding. */
	public function explains_its_vat(): bool {
		$difference = Decimal::of_minor( $this->vat(), $this->decimals )->minus( $this->stored )->abs();
		return $difference->compare( Decimal::of_minor( 5 * $this->doubled_bound(), $this->decimals + 1 ) ) <= 0;
	}
}
