<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Money;

defined( 'ABSPATH' ) || exit;

/**
 * An exact decimal number of any length. Sums, differences and products are exact; only `divided_by` and `round` cut,
 * and both are told how. Minor units are whole numbers of a currency's smallest part.
 */
final class Decimal {

	/** @param Natural $unscaled the digits without the point, of which `scale` stand behind it; no zeros at the end. */
	private function __construct(
		private readonly bool $negative,
		private readonly Natural $unscaled,
		private readonly int $scale,
	) {}

	/** @throws \InvalidArgumentException on anything but digits with an optional sign and an optional fraction. */
	public static function from_string( string $number ): self {
		if ( preg_match( '/^(-?)(\d+)(?:\.(\d+))?$/D', $number, $parts ) !== 1 ) {
			throw new \InvalidArgumentException( 'Not a plain decimal number.' );
		}
		$fraction = rtrim( $parts[3] ?? '', '0' );
		return self::normal( $parts[1] === '-', Natural::from_digits( $parts[2] . $fraction ), strlen( $fraction ) );
	}

	public static function of_int( int $number ): self {
		return self::from_string( (string) $number );
	}

	/** 830 with 2 decimals is 8.30. */
	public static function of_minor( int $minor, int $decimals ): self {
		$digits = ltrim( (string) $minor, '-' );
		return self::normal( $minor < 0, Natural::from_digits( $digits ), $decimals );
	}

	public static function zero(): self {
		return new self( false, Natural::from_digits( '0' ), 0 );
	}

	/** @param array<self> $amounts */
	public static function sum( array $amounts ): self {
		return array_reduce( $amounts, static fn ( self $sum, self $one ): self => $sum->plus( $one ), self::zero() );
	}

	public function plus( self $other ): self {
		$scale = max( $this->scale, $other->scale );
		$left  = $this->unscaled->shifted( $scale - $this->scale );
		$right = $other->unscaled->shifted( $scale - $other->scale );
		if ( $this->negative === $other->negative ) {
			return self::normal( $this->negative, $left->plus( $right ), $scale );
		}
		return $left->compare( $right ) >= 0
			? self::normal( $this->negative, $left->minus( $right ), $scale )
			: self::normal( $other->negative, $right->minus( $left ), $scale );
	}

	public function minus( self $other ): self {
		return $this->plus( $other->negated() );
	}

	public function times( self $other ): self {
		return self::normal(
			$this->negative !== $other->negative,
			$this->unscaled->times( $other->unscaled ),
			$this->scale + $other->scale
		);
	}

	/** @throws \DivisionByZeroError */
	public function divided_by( self $divisor, int $scale, Rounding $rounding ): self {
		$shift     = $scale + $divisor->scale - $this->scale;
		$dividend  = $this->unscaled->shifted( max( 0, $shift ) );
		$quotient  = self::rounded_quotient( $dividend, $divisor->unscaled->shifted( max( 0, -$shift ) ), $rounding );
		return self::normal( $this->negative !== $divisor->negative, $quotient, $scale );
	}

	public function round( int $scale, Rounding $rounding ): self {
		if ( $this->scale <= $scale ) {
			return $this;
		}
		$unit = Natural::from_digits( '1' )->shifted( $this->scale - $scale );
		return self::normal( $this->negative, self::rounded_quotient( $this->unscaled, $unit, $rounding ), $scale );
	}

	public function negated(): self {
		return self::normal( ! $this->negative, $this->unscaled, $this->scale );
	}

	public function abs(): self {
		return $this->negative ? $this->negated() : $this;
	}

	/** @return int -1, 0 or 1. */
	public function compare( self $other ): int {
		$difference = $this->minus( $other );
		return $difference->is_zero() ? 0 : ( $difference->negative ? -1 : 1 );
	}

	public function equals( self $other ): bool {
		return $this->compare( $other ) === 0;
	}

	public function is_zero(): bool {
		return $this->unscaled->is_zero();
	}

	public function is_negative(): bool {
		return $this->negative;
	}

	public function is_positive(): bool {
		return ! $this->negative && ! $this->is_zero();
	}

	/** @throws \RangeException when there is more behind the point, or the number is too large for an integer. */
	public function to_minor( int $decimals ): int {
		if ( $this->scale > $decimals ) {
			throw new \RangeException( 'The amount has more decimals than its currency.' );
		}
		$digits = $this->unscaled->shifted( $decimals - $this->scale )->digits;
		$minor  = filter_var( ( $this->negative ? '-' : '' ) . $digits, FILTER_VALIDATE_INT );
		if ( $minor === false ) {
			throw new \RangeException( 'The amount is too large.' );
		}
		return $minor;
	}

	public function rounded_minor( int $decimals, Rounding $rounding ): int {
		return $this->round( $decimals, $rounding )->to_minor( $decimals );
	}

	/** How many digits stand behind the point in the shortest form. */
	public function scale(): int {
		return $this->scale;
	}

	/** The shortest plain form: 24.975, -3, 0. */
	public function to_string(): string {
		return $this->to_scale( $this->scale );
	}

	/**
	 * With zeros at the end: 8.30.
	 *
	 * @throws \RangeException when it would cut.
	 */
	public function to_scale( int $decimals ): string {
		if ( $this->scale > $decimals ) {
			throw new \RangeException( 'The number has more decimals than asked for.' );
		}
		$digits = str_pad( $this->unscaled->digits, $this->scale + 1, '0', STR_PAD_LEFT );
		$whole  = substr( $digits, 0, strlen( $digits ) - $this->scale );
		$behind = str_pad( substr( $digits, strlen( $digits ) - $this->scale ), $decimals, '0' );
		return ( $this->negative ? '-' : '' ) . $whole . ( $decimals > 0 ? '.' . $behind : '' );
	}

	private static function rounded_quotient( Natural $dividend, Natural $divisor, Rounding $rounding ): Natural {
		[ $quotient, $rest ] = $dividend->divided_by( $divisor );
		$half                = $rest->plus( $rest )->compare( $divisor );
		$goes_up             = match ( $rounding ) {
			Rounding::HalfUp   => $half >= 0,
			Rounding::HalfDown => $half > 0,
			Rounding::Down     => false,
			Rounding::Up       => ! $rest->is_zero(),
		};
		return $goes_up ? $quotient->plus( Natural::from_digits( '1' ) ) : $quotient;
	}

	private static function normal( bool $negative, Natural $unscaled, int $scale ): self {
		if ( $unscaled->is_zero() ) {
			return self::zero();
		}
		$digits = $unscaled->digits;
		$zeros  = min( $scale, strlen( $digits ) - strlen( rtrim( $digits, '0' ) ) );
		if ( $zeros > 0 ) {
			$unscaled = Natural::from_digits( substr( $digits, 0, -$zeros ) );
		}
		return new self( $negative, $unscaled, $scale - $zeros );
	}
}
