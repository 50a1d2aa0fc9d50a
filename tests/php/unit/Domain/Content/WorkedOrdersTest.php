<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Content;

use OrderInvoicer\Domain\Money\Decimal;
use PHPUnit\Framework\TestCase;

/**
 * The order table's expectations are worked out by hand, in the table. Here the derivations are checked: their
 * arithmetic, that each is about its cart, and that it arrives at what is expected. RecordedOrdersTest holds the plugin
 * against that.
 */
final class WorkedOrdersTest extends TestCase {

	private const FIXTURES = __DIR__ . '/../../../../fixtures/';

	/** @return iterable<string, array{array<string, mixed>}> */
	public static function entries(): iterable {
		foreach ( require self::FIXTURES . 'order-table.php' as $name => $entry ) {
			yield $name => [ $entry ];
		}
	}

	/**
	 * @dataProvider entries
	 * @param array<string, mixed> $entry
	 */
	public function test_the_arithmetic_is_true( array $entry ): void {
		$this->assertNotSame( '', trim( $entry['worked'] ?? '' ) );
		$this->assertSame( [], ( new WorkedText() )->mistakes( $entry['worked'] ) );
	}

	/**
	 * @dataProvider entries
	 * @param array<string, mixed> $entry
	 */
	public function test_it_is_about_this_cart( array $entry ): void {
		$cart    = $entry['cart'];
		$amounts = [
			...array_column( $cart['lines'], 'price' ),
			...array_column( $cart['fees'] ?? [], 'amount' ),
			$cart['delivery'] ?? '0',
		];
		foreach ( array_filter( $amounts ) as $amount ) {
			$this->assert_contains_number( ltrim( $amount, '-' ), $entry['worked'] );
		}
	}

	/**
	 * @dataProvider entries
	 * @param array<string, mixed> $entry
	 */
	public function test_it_arrives_at_what_is_expected( array $entry ): void {
		$expected = $entry['expected'];
		if ( $expected['outcome'] === 'stop' ) {
			$this->assertMatchesRegularExpression( "/\\bstop, {$expected['problem']}\\.$/i", $entry['worked'] );
			return;
		}
		$figures = array_merge( ...array_values( $expected['taxes'] ), ...[ (array) ( $expected['arrondi'] ?? [] ) ] );
		$this->assertStringEndsWith(
			"\nInvoice: " . implode( ' + ', $figures ) . " = {$expected['total']}.",
			$entry['worked']
		);
		$this->assertSame( $expected['outcome'] === 'arrondi', isset( $expected['arrondi'] ) );
		foreach ( $expected['taxes'] as $tax => [ $ht, $vat ] ) {
			$this->assert_is_the_vat( (string) $tax, $ht, $vat, $entry['worked'] );
		}
	}

	/**
	 * Each cent of the rest is one rate's whose HT cannot be higher: one more cent was tried. Where HT + VAT are what
	 * was charged, nothing needs to be tried, for no two HT lead to one amount.
	 *
	 * @dataProvider priced_ttc
	 * @param array<string, mixed> $entry
	 */
	public function test_a_rest_is_the_least_possible( array $entry ): void {
		$tried = 0;
		foreach ( $entry['expected']['taxes'] ?? [] as $percent => [ $ht ] ) {
			$more   = Decimal::from_string( $ht )->plus( Decimal::from_string( '0.01' ) )->to_scale( 2 );
			$tried += str_contains( $entry['worked'], "$more × $percent % = " ) ? 1 : 0;
		}
		$this->assertSame( Decimal::from_string( $entry['expected']['arrondi'] ?? '0' )->to_minor( 2 ), $tried );
	}

	/** @return iterable<string, array{array<string, mixed>}> */
	public static function priced_ttc(): iterable {
		foreach ( self::entries() as $name => [ $entry ] ) {
			if ( str_starts_with( $entry['shop'], 'ttc' ) ) {
				yield $name => [ $entry ];
			}
		}
	}

	/**
	 * @dataProvider entries
	 * @param array<string, mixed> $entry
	 */
	public function test_its_recording_expects_the_same( array $entry ): void {
		$recording = json_decode(
			(string) file_get_contents( self::FIXTURES . "orders/{$this->dataName()}.json" ),
			true,
			512,
			JSON_THROW_ON_ERROR
		);
		$this->assertSame( $entry['expected'], $recording['expected'] );
	}

	/** @dataProvider untrue */
	public function test_what_is_untrue_is_seen( string $text ): void {
		$this->assertNotSame( [], ( new WorkedText() )->mistakes( "Charged: 1 + 1 = 2. $text Nothing is left." ) );
	}

	/** @return iterable<string, array{string}> */
	public static function untrue(): iterable {
		yield 'a sum'                        => [ '24.97 + 4.99 = 29.97.' ];
		yield 'a difference'                 => [ '1.40 - 1.44 = 0.04.' ];
		yield 'products before sums'         => [ '2 + 3 × 4 = 20.' ];
		yield 'a product, rounded'           => [ '24.97 × 20 % = 4.99.' ];
		yield 'a quotient'                   => [ '9.95 ÷ 1.1 = 9.0454.' ];
		yield 'a rounding'                   => [ '24.97 × 20 % = 4.994 → 5.00.' ];
		yield 'half down without saying so'  => [ '4.995 → 4.99.' ];
		yield 'half up that says half down'  => [ '4.995 → 5.00 (half down).' ];
		yield 'rounded where it says below'  => [ '2.997 → 3.00 (below).' ];
		yield 'no number'                    => [ 'VAT = 4.99.' ];
		yield 'a sum that goes on'           => [ '1 + 1 = 2 + 1.' ];
		yield 'a sum without its result'     => [ '24.97 + 4.99 is charged.' ];
	}

	private function assert_is_the_vat( string $tax, string $ht, string $vat, string $worked ): void {
		if ( is_numeric( $tax ) ) {
			$this->assertMatchesRegularExpression(
				'/(?<![\d.])' . preg_quote( "$ht × $tax % = ", '/' ) . '(?:[\d.]+ → )?' . preg_quote( $vat, '/' )
					. '(?!\.?\d)/u',
				$worked
			);
			return;
		}
		$this->assertStringContainsString( "($tax)", $worked );
		$this->assertTrue( Decimal::from_string( $vat )->is_zero() );
	}

	private function assert_contains_number( string $number, string $worked ): void {
		$this->assertMatchesRegularExpression( '/(?<![\d.])' . preg_quote( $number, '/' ) . '(?!\.?\d)/u', $worked );
	}
}
