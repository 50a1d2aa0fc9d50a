<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Money;

defined( 'ABSPATH' ) || exit;

/**
 * A whole number from zero up, of any length, as its digits: unrounded amounts times percents do not fit in 64 bits.
 * What fits is left to the processor; the rest goes limb by limb, seven digits each, so that no sum of products can
 * overflow.
 */
final class Natural {

	private const LIMB  = 7;
	private const BASE  = 10_000_000;
	private const WHOLE = 18;

	/** @param string $digits without leading zeros. */
	private function __construct( public readonly string $digits ) {}

	public static function from_digits( string $digits ): self {
		$digits = ltrim( $digits, '0' );
		return new self( '' === $digits ? '0' : $digits );
	}

	public function is_zero(): bool {
		return $this->digits === '0';
	}

	public function compare( self $other ): int {
		$lengths = strlen( $this->digits ) <=> strlen( $other->digits );
		return $lengths !== 0 ? $lengths : strcmp( $this->digits, $other->digits ) <=> 0;
	}

	public function shifted( int $zeros ): self {
		return $this->is_zero() || $zeros === 0 ? $this : new self( $this->digits . str_repeat( '0', $zeros ) );
	}

	public function plus( self $other ): self {
		if ( $this->is_short( $other ) ) {
			return new self( (string) ( (int) $this->digits + (int) $other->digits ) );
		}
		$sum = $this->limbs();
		foreach ( $other->limbs() as $i => $limb ) {
			$sum[ $i ] = ( $sum[ $i ] ?? 0 ) + $limb;
		}
		return self::carried( $sum );
	}

	/** @throws \RangeException when the other one is larger. */
	public function minus( self $other ): self {
		if ( $this->compare( $other ) < 0 ) {
			throw new \RangeException( 'A whole number cannot become negative.' );
		}
		if ( $this->is_short( $other ) ) {
			return new self( (string) ( (int) $this->digits - (int) $other->digits ) );
		}
		$rest = $this->limbs();
		foreach ( $other->limbs() as $i => $limb ) {
			$rest[ $i ] -= $limb;
		}
		return self::carried( $rest );
	}

	public function times( self $other ): self {
		if ( strlen( $this->digits ) + strlen( $other->digits ) <= self::WHOLE ) {
			return new self( (string) ( (int) $this->digits * (int) $other->digits ) );
		}
		$left    = $this->limbs();
		$right   = $other->limbs();
		$product = array_fill( 0, count( $left ) + count( $right ), 0 );
		foreach ( $left as $i => $a ) {
			foreach ( $right as $j => $b ) {
				$product[ $i + $j ] += $a * $b;
			}
		}
		return self::carried( $product );
	}

	/**
	 * @return array{self, self} quotient and remainder.
	 * @throws \DivisionByZeroError
	 */
	public function divided_by( self $divisor ): array {
		if ( $divisor->is_zero() ) {
			throw new \DivisionByZeroError( 'Division by zero.' );
		}
		if ( $this->is_short( $divisor ) ) {
			return [
				new self( (string) intdiv( (int) $this->digits, (int) $divisor->digits ) ),
				new self( (string) ( (int) $this->digits % (int) $divisor->digits ) ),
			];
		}
		return $this->divided_digit_by_digit( $divisor );
	}

	/**
	 * As on paper: bring down a digit, count how often the divisor goes in (at most nine times).
	 *
	 * @return array{self, self}
	 */
	private function divided_digit_by_digit( self $divisor ): array {
		$quotient  = '';
		$remainder = self::from_digits( '0' );
		foreach ( str_split( $this->digits ) as $digit ) {
			$remainder = self::from_digits( $remainder->digits . $digit );
			$times     = 0;
			while ( $remainder->compare( $divisor ) >= 0 ) {
				$remainder = $remainder->minus( $divisor );
				++$times;
			}
			$quotient .= $times;
		}
		return [ self::from_digits( $quotient ), $remainder ];
	}

	/** Both small enough for sums and differences in 64 bits. */
	private function is_short( self $other ): bool {
		return strlen( $this->digits ) <= self::WHOLE && strlen( $other->digits ) <= self::WHOLE;
	}

	/** @return list<int> lowest first. */
	private function limbs(): array {
		return array_map(
			static fn ( string $chunk ): int => (int) strrev( $chunk ),
			str_split( strrev( $this->digits ), self::LIMB )
		);
	}

	/** @param array<int, int> $limbs lowest first, each of any size or sign; the whole is not negative. */
	private static function carried( array $limbs ): self {
		$digits = '';
		$carry  = 0;
		foreach ( $limbs as $limb ) {
			$limb  += $carry;
			$kept   = ( $limb % self::BASE + self::BASE ) % self::BASE;
			$carry  = intdiv( $limb - $kept, self::BASE );
			$digits = str_pad( (string) $kept, self::LIMB, '0', STR_PAD_LEFT ) . $digits;
		}
		return self::from_digits( $carry . $digits );
	}
}
