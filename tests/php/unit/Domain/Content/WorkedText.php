<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Content;

use Brick\Math\BigDecimal;
use Brick\Math\BigRational;
use Brick\Math\RoundingMode;

/**
 * A derivation in the order table: prose with equations and roundings in it, `24.97 × 20 % = 4.994 → 4.99`. A rounding
 * is half up unless it says `(half down)` or `(below)`; a quotient is equal when it is so at the decimals that are
 * shown.
 */
final class WorkedText {

	private const NUMBER = '-?\d+(?:\.\d+)?';

	private const TERM = self::NUMBER . '(?: %)?';

	private const EQUATION = '/(' . self::TERM . '(?: [+×÷-] ' . self::TERM . ')+) = (' . self::NUMBER . ')/u';

	private const ROUNDING = '/(' . self::NUMBER . ') → (' . self::NUMBER . ')(?: \((half down|below)\))?/u';

	/** @var list<string> */
	private array $mistakes = [];

	/** @return list<string> equations and roundings that are wrong, and arithmetic that is neither. */
	public function mistakes( string $text ): array {
		$this->mistakes = [];
		$rest           = (string) preg_replace_callback( self::EQUATION, $this->equation( ... ), $text );
		$rest           = (string) preg_replace_callback( self::ROUNDING, $this->rounding( ... ), $rest );
		if ( preg_match_all( '/.{0,20}(?:[=→+×÷]| - ).{0,20}/u', $rest, $found ) > 0 ) {
			array_push( $this->mistakes, ...$found[0] );
		}
		return $this->mistakes;
	}

	/**
	 * @param array<int|string, string> $found
	 * @return string the result, which may be rounded next.
	 */
	private function equation( array $found ): string {
		[ $whole, $expression, $result ] = $found;
		$value                           = $this->sum( $expression );
		$shown                           = BigDecimal::of( $result );
		if ( str_contains( $expression, '÷' ) ) {
			$value = $value->toScale( $shown->getScale(), RoundingMode::HALF_UP );
		}
		if ( ! $value->isEqualTo( $shown ) ) {
			$this->mistakes[] = $whole;
		}
		return $result;
	}

	/** @param array<int|string, string> $found */
	private function rounding( array $found ): string {
		[ $whole, $from, $to ] = $found;
		$rule                  = match ( $found[3] ?? '' ) {
			'below'     => RoundingMode::DOWN,
			'half down' => RoundingMode::HALF_DOWN,
			default     => RoundingMode::HALF_UP,
		};
		$rounded = BigDecimal::of( $from )->toScale( BigDecimal::of( $to )->getScale(), $rule );
		if ( (string) $rounded !== $to ) {
			$this->mistakes[] = $whole;
		}
		return '';
	}

	private function sum( string $expression ): BigRational {
		$sum = BigRational::zero();
		foreach ( $this->split( '+-', "+ $expression" ) as [ $sign, $product ] ) {
			$value = $this->product( $product );
			$sum   = $sign === '-' ? $sum->minus( $value ) : $sum->plus( $value );
		}
		return $sum;
	}

	private function product( string $expression ): BigRational {
		$product = BigRational::one();
		foreach ( $this->split( '×÷', "× $expression" ) as [ $sign, $number ] ) {
			$value   = $this->number( $number );
			$product = $sign === '÷' ? $product->dividedBy( $value ) : $product->multipliedBy( $value );
		}
		return $product;
	}

	/** @return iterable<array{string, string}> each sign with what follows it. */
	private function split( string $signs, string $expression ): iterable {
		preg_match_all( "/([$signs]) (.+?)(?= [$signs] |$)/u", $expression, $found, PREG_SET_ORDER );
		foreach ( $found as [ , $sign, $operand ] ) {
			yield [ $sign, $operand ];
		}
	}

	private function number( string $term ): BigRational {
		return str_ends_with( $term, ' %' )
			? BigRational::of( substr( $term, 0, -2 ) )->dividedBy( 100 )
			: BigRational::of( $term );
	}
}
