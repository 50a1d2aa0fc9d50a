<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\unit\Domain\Money;

use Brick\Math\BigDecimal;
use Brick\Math\RoundingMode;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Tests\unit\Domain\SeededNumbers;
use PHPUnit\Framework\TestCase;

final class DecimalTest extends TestCase {

	private const CASES = 4000;
	private const MODES = [
		[ Rounding::HalfUp, RoundingMode::HALF_UP ],
		[ Rounding::HalfDown, RoundingMode::HALF_DOWN ],
		[ Rounding::Down, RoundingMode::DOWN ],
		[ Rounding::Up, RoundingMode::UP ],
	];

	public function test_sums_differences_and_products_equal_brick_math(): void {
		$random = new SeededNumbers( 1 );
		for ( $i = 0; $i < self::CASES; $i++ ) {
			$a = $this->number( $random );
			$b = $this->number( $random );
			$this->assert_same_number(
				BigDecimal::of( $a )->plus( $b ),
				Decimal::from_string( $a )->plus( Decimal::from_string( $b ) ),
				"$a + $b"
			);
			$this->assert_same_number(
				BigDecimal::of( $a )->minus( $b ),
				Decimal::from_string( $a )->minus( Decimal::from_string( $b ) ),
				"$a - $b"
			);
			$this->assert_same_number(
				BigDecimal::of( $a )->multipliedBy( $b ),
				Decimal::from_string( $a )->times( Decimal::from_string( $b ) ),
				"$a * $b"
			);
			$this->assertSame(
				BigDecimal::of( $a )->compareTo( $b ),
				Decimal::from_string( $a )->compare( Decimal::from_string( $b ) ),
				"$a <=> $b"
			);
		}
	}

	public function test_quotients_equal_brick_math_in_every_rounding(): void {
		$random = new SeededNumbers( 2 );
		for ( $i = 0; $i < self::CASES; $i++ ) {
			$a     = $this->number( $random );
			$b     = $this->number( $random );
			$scale = $random->between( 0, 12 );
			if ( BigDecimal::of( $b )->isZero() ) {
				continue;
			}
			[ $ours, $theirs ] = self::MODES[ $i % 4 ];
			$this->assert_same_number(
				BigDecimal::of( $a )->dividedBy( $b, $scale, $theirs ),
				Decimal::from_string( $a )->divided_by( Decimal::from_string( $b ), $scale, $ours ),
				"$a / $b to $scale, {$ours->name}"
			);
		}
	}

	public function test_rounding_equals_brick_math(): void {
		$random = new SeededNumbers( 3 );
		for ( $i = 0; $i < self::CASES; $i++ ) {
			$a     = $this->number( $random );
			$scale = $random->between( 0, 6 );
			// Halves are the point of rounding and rare among random digits.
			$a = $i % 3 === 0
				? BigDecimal::of( $a )->toScale( $scale, RoundingMode::DOWN ) . ( $scale === 0 ? '.5' : '5' )
				: $a;
			[ $ours, $theirs ] = self::MODES[ $i % 4 ];
			$this->assert_same_number(
				BigDecimal::of( $a )->toScale( $scale, $theirs ),
				Decimal::from_string( $a )->round( $scale, $ours ),
				"$a to $scale, {$ours->name}"
			);
		}
	}

	public function test_minor_units_equal_brick_math_and_come_back(): void {
		$random = new SeededNumbers( 4 );
		for ( $i = 0; $i < self::CASES; $i++ ) {
			$minor    = $random->between( -999_999_999, 999_999_999 ) * $random->between( 1, 5_000 );
			$decimals = $random->between( 0, 3 );
			$amount   = Decimal::of_minor( $minor, $decimals );
			$this->assertSame(
				(string) BigDecimal::ofUnscaledValue( $minor, $decimals ),
				$amount->to_scale( $decimals )
			);
			$this->assertSame( $minor, $amount->to_minor( $decimals ) );
		}
	}

	/** @return iterable<string, array{string, string}> */
	public static function forms(): iterable {
		yield 'shortest'        => [ '24.9750', '24.975' ];
		yield 'whole'           => [ '0007.000', '7' ];
		yield 'no negative zero' => [ '-0.00', '0' ];
		yield 'below one'       => [ '-0.0100', '-0.01' ];
		yield 'hundreds keep their zeros' => [ '100', '100' ];
		yield 'larger than 64 bits' => [
			'123456789012345678901234567890.123456789',
			'123456789012345678901234567890.123456789',
		];
	}

	/** @dataProvider forms */
	public function test_shortest_form( string $number, string $form ): void {
		$this->assertSame( $form, Decimal::from_string( $number )->to_string() );
	}

	/** @return iterable<string, array{string}> */
	public static function no_numbers(): iterable {
		foreach (
			[ '', ' 1', '1 ', '1,5', '.5', '1.', '1e3', '+1', '12ab', 'NAN', "1\n", '1.2.3', '--1', '١' ] as $text
		) {
			yield json_encode( $text, JSON_THROW_ON_ERROR ) => [ $text ];
		}
	}

	/** @dataProvider no_numbers */
	public function test_anything_else_is_refused( string $text ): void {
		$this->expectException( \InvalidArgumentException::class );
		Decimal::from_string( $text );
	}

	public function test_minor_units_are_never_cut(): void {
		$this->expectException( \RangeException::class );
		Decimal::from_string( '8.305' )->to_minor( 2 );
	}

	public function test_minor_units_never_overflow_silently(): void {
		$this->assertSame( PHP_INT_MAX, Decimal::from_string( '92233720368547758.07' )->to_minor( 2 ) );
		$this->expectException( \RangeException::class );
		Decimal::from_string( '92233720368547758.08' )->to_minor( 2 );
	}

	public function test_smallest_integer_survives(): void {
		$this->assertSame( PHP_INT_MIN, Decimal::of_int( PHP_INT_MIN )->to_minor( 0 ) );
		$this->assertSame( PHP_INT_MIN, Decimal::of_minor( PHP_INT_MIN, 3 )->to_minor( 3 ) );
	}

	public function test_text_with_zeros_is_never_cut(): void {
		$this->assertSame( '8.30', Decimal::from_string( '8.3' )->to_scale( 2 ) );
		$this->assertSame( '-8', Decimal::from_string( '-8' )->to_scale( 0 ) );
		$this->expectException( \RangeException::class );
		Decimal::from_string( '8.305' )->to_scale( 2 );
	}

	public function test_division_by_zero_is_an_error(): void {
		$this->expectException( \DivisionByZeroError::class );
		Decimal::from_string( '1' )->divided_by( Decimal::zero(), 2, Rounding::HalfUp );
	}

	public function test_signs(): void {
		$this->assertTrue( Decimal::from_string( '-0.01' )->is_negative() );
		$this->assertFalse( Decimal::zero()->is_negative() );
		$this->assertFalse( Decimal::zero()->negated()->is_negative() );
		$this->assertFalse( Decimal::zero()->is_positive() );
		$this->assertTrue( Decimal::from_string( '1.50' )->equals( Decimal::from_string( '1.5' ) ) );
		$this->assertSame( '2', Decimal::from_string( '-2' )->abs()->to_string() );
	}

	/** From cents to 25 digits with 14 decimals, either sign, zeros at the end included. */
	private function number( SeededNumbers $random ): string {
		$number = $random->between( 0, 1 ) === 0 ? '' : '-';
		$length = $random->between( 1, 4 ) === 1 ? $random->between( 10, 25 ) : $random->between( 1, 9 );
		$number .= $random->between( 0, 9 );
		for ( $i = 1; $i < $length; $i++ ) {
			$number .= $random->between( 0, 9 );
		}
		$decimals = $random->between( 0, 14 );
		$number  .= $decimals > 0 ? '.' : '';
		for ( $i = 0; $i < $decimals; $i++ ) {
			$number .= $random->between( 0, 3 ) === 0 ? 0 : $random->between( 0, 9 );
		}
		return $number;
	}

	private function assert_same_number( BigDecimal $expected, Decimal $found, string $case ): void {
		$this->assertTrue(
			$expected->isEqualTo( $found->to_string() ),
			"$case: expected $expected, found {$found->to_string()}"
		);
	}
}
