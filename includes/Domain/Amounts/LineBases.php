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
		$owner           = $this->owner_of_rest( $line, $percents, $bases, $rest );
		$bases[ $owner ] = $bases[ $owner ]->plus( $rest );
		return $this->with_a_base( $line, $bases, $owner );
	}

	/**
	 * What the VAT does not account for lies under the zero rate, or is rounding and goes to the largest base.
	 *
	 * @param non-empty-array<int, Decimal> $percents
	 * @param non-empty-array<int, Decimal> $bases
	 */
	private function owner_of_rest( OrderLine $line, array $percents, array $bases, Decimal $rest ): int {
		if ( $rest->abs()->compare( $this->tolerance( $percents ) ) <= 0 ) {
			uasort( $bases, static fn ( Decimal $a, Decimal $b ): int => $b->abs()->compare( $a->abs() ) );
			return array_key_first( $bases );
		}
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

	/**
	 * Each VAT may have been rounded to a minor unit: half of one, divided by its rate.
	 *
	 * @param non-empty-array<int, Decimal> $percents
	 */
	private function tolerance( array $percents ): Decimal {
		$half = Decimal::of_minor( 5, $this->decimals + 1 );
		$sum  = Decimal::zero();
		foreach ( $percents as $percent ) {
			$sum = $percent->is_zero() ? $sum : $sum->plus( $this->base( $half, $percent ) );
		}
		return $sum;
	}

	/**
	 * @param non-empty-array<int, Decimal> $bases
	 * @return non-empty-array<int, Decimal>
	 */
	private function with_a_base( OrderLine $line, array $bases, int $owner ): array {
		foreach ( $bases as $rate_id => $base ) {
			if ( $base->is_zero() ) {
				unset( $bases[ $rate_id ] );
			} elseif ( $base->is_negative() !== $line->total->is_negative() ) {
				throw $this->unknown( $line );
			}
		}
		return $bases === [] ? [ $owner => Decimal::zero() ] : $bases;
	}

	private function unknown( OrderLine $line ): NeedsAttention {
		return NeedsAttention::because( ProblemCode::TaxSplitUnknown, [ 'line' => $line->name ] );
	}
}
