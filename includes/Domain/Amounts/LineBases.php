<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Amounts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Domain\Order\OrderLine;

/**
 * How much of a line lies under each of its rates. WooCommerce stores the VAT per rate but not its base, so the base is
 * VAT ÷ rate, and is believed only if the bases give the line back: under stacked or compound rates they give more.
 */
final class LineBases {

	/** More than WooCommerce stores. */
	private const SCALE = 10;

	public function __construct( private readonly int $decimals ) {}

	/**
	 * @param non-empty-array<int, Decimal> $percents by rate id.
	 * @return non-empty-array<int, Decimal> HT by rate id, unrounded, together the line; rates without a base left out.
	 * @throws NeedsAttention
	 */
	public function bases( OrderLine $line, array $percents ): array {
		if ( count( $percents ) === 1 ) {
			return $this->single( $line, $percents );
		}
		$bases = [];
		$rest  = $line->total;
		foreach ( $percents as $rate_id => $percent ) {
			$bases[ $rate_id ] = $percent->is_zero()
				? Decimal::zero()
				: $this->base( $line->taxes[ $rate_id ], $percent );
			$rest              = $rest->minus( $bases[ $rate_id ] );
		}
		$roundings = array_map( $this->rounding( ... ), $percents );
		if ( $rest->abs()->compare( Decimal::sum( [ $this->half(), ...$roundings ] ) ) <= 0 ) {
			return $this->with_a_base( $line, self::rounded_back( $bases, $roundings, $rest ) );
		}
		$bases[ $this->zero_rate( $line, $percents ) ] = $rest;
		return $this->with_a_base( $line, $bases );
	}

	/**
	 * What the VAT does not account for is its rounding: each base is off by its part, but by no more than it holds.
	 * Of next to nothing it goes to the largest.
	 *
	 * @param non-empty-array<int, Decimal> $bases
	 * @param non-empty-array<int, Decimal> $roundings
	 * @return non-empty-array<int, Decimal>
	 */
	private static function rounded_back( array $bases, array $roundings, Decimal $rest ): array {
		$sizes = array_map( static fn ( Decimal $base ): Decimal => $base->abs(), $bases );
		uasort( $sizes, static fn ( Decimal $a, Decimal $b ): int => $b->compare( $a ) );
		$off = [];
		foreach ( $sizes as $rate_id => $size ) {
			$off[ $rate_id ] = $size->compare( $roundings[ $rate_id ] ) < 0 ? $size : $roundings[ $rate_id ];
		}
		$in_all = Decimal::sum( $off );
		$left   = $rest;
		foreach ( $rest->is_zero() || $in_all->compare( $rest->abs() ) < 0 ? [] : $off as $rate_id => $most ) {
			$share             = $rest->times( $most )->divided_by( $in_all, self::SCALE, Rounding::Down );
			$bases[ $rate_id ] = $bases[ $rate_id ]->plus( $share );
			$left              = $left->minus( $share );
		}
		$largest           = array_key_first( $sizes );
		$bases[ $largest ] = $bases[ $largest ]->plus( $left );
		return $bases;
	}

	/**
	 * More lies under the zero rate.
	 *
	 * @param non-empty-array<int, Decimal> $percents
	 */
	private function zero_rate( OrderLine $line, array $percents ): int {
		foreach ( $percents as $rate_id => $percent ) {
			if ( $percent->is_zero() ) {
				return $rate_id;
			}
		}
		throw $this->unknown( $line );
	}

	/**
	 * @param non-empty-array<int, Decimal> $percents
	 * @return non-empty-array<int, Decimal>
	 */
	private function single( OrderLine $line, array $percents ): array {
		$rate_id = array_key_first( $percents );
		$vat     = $line->taxes[ $rate_id ]->rounded_minor( $this->decimals, Rounding::HalfDown );
		if ( $line->total->is_zero() && $vat !== 0 ) {
			throw $this->unknown( $line );
		}
		return [ $rate_id => $line->total ];
	}

	private function base( Decimal $vat, Decimal $percent ): Decimal {
		return $vat->times( Decimal::of_int( 100 ) )->divided_by( $percent, self::SCALE, Rounding::HalfUp );
	}

	/** VAT may have been rounded to a minor unit, as HT may where a person typed it. */
	private function rounding( Decimal $percent ): Decimal {
		return $percent->is_zero() ? $percent : $this->base( $this->half(), $percent );
	}

	private function half(): Decimal {
		return Decimal::of_minor( 5, $this->decimals + 1 );
	}

	/**
	 * @param non-empty-array<int, Decimal> $bases
	 * @return non-empty-array<int, Decimal>
	 */
	private function with_a_base( OrderLine $line, array $bases ): array {
		$first = array_key_first( $bases );
		foreach ( $bases as $rate_id => $base ) {
			if ( $base->is_zero() ) {
				unset( $bases[ $rate_id ] );
			} elseif ( $base->is_negative() !== $line->total->is_negative() ) {
				throw $this->unknown( $line );
			}
		}
		return $bases === [] ? [ $first => Decimal::zero() ] : $bases;
	}

	private function unknown( OrderLine $line ): NeedsAttention {
		return NeedsAttention::because( ProblemCode::TaxSplitUnknown, [ 'line' => $line->name ] );
	}
}
