<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Content;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Tests\unit\Domain\SeededNumbers;

/**
 * Carts that people could have filled, the same ones for the same seed; plain arrays, so that real WooCommerce can be
 * given them too.
 *
 * @phpstan-import-type Cart from CartArithmetic
 */
final class OrderGenerator {

	private readonly SeededNumbers $numbers;

	public function __construct( int $seed ) {
		$this->numbers = new SeededNumbers( $seed );
	}

	/** @return Cart */
	public function cart(): array {
		$lines = array_map( fn (): array => $this->line(), range( 1, $this->size() ) );
		return [
			'prices_include_tax' => ! $this->numbers->once_in( 3 ),
			'round_at_subtotal'  => $this->numbers->once_in( 3 ),
			'lines'              => $lines,
			'coupons'            => $this->numbers->once_in( 4 ) ? [ $this->coupon() ] : [],
			'shipping'           => $this->numbers->once_in( 2 ) ? [ $this->shipping() ] : [],
			'fees'               => $this->numbers->once_in( 8 ) ? [ $this->fee( $lines ) ] : [],
		];
	}

	private function size(): int {
		return $this->numbers->once_in( 50 ) ? $this->numbers->between( 10, 40 ) : $this->numbers->between( 1, 5 );
	}

	/** @return array{price: string, qty: int, rate: int} */
	private function line(): array {
		$cents = $this->numbers->once_in( 3 )
			? $this->numbers->between( 1, 90 ) * 100 - 1
			: $this->numbers->between( 5, 15_000 );
		return [
			'price' => Decimal::of_minor( $cents, 2 )->to_string(),
			'qty'   => $this->numbers->once_in( 3 ) ? $this->numbers->between( 2, 12 ) : 1,
			'rate'  => $this->rate(),
		];
	}

	private function rate(): int {
		return $this->numbers->one_of( [ 1, 1, 1, 1, 1, 2, 2, 3, 3, 4 ] );
	}

	/** @return array{type: string, amount: string} */
	private function coupon(): array {
		return $this->numbers->once_in( 2 )
			? [
				'type'   => 'percent',
				'amount' => (string) $this->numbers->one_of( [ 5, 10, 15, 20, 33, 50 ] ),
			]
			: [
				'type'   => 'fixed_cart',
				'amount' => Decimal::of_minor( $this->numbers->between( 50, 1_500 ), 2 )->to_string(),
			];
	}

	/** @return array{cost: string, rate: int} */
	private function shipping(): array {
		return [
			'cost' => Decimal::from_string(
				$this->numbers->one_of( [ '0', '4.90', '4.99', '4.0833', '5.75', '6.9', '12.42' ] )
			)->to_string(),
			'rate' => 1,
		];
	}

	/**
	 * @param non-empty-list<array{price: string, qty: int, rate: int}> $lines
	 * @return array{amount: string, rate: int}
	 */
	private function fee( array $lines ): array {
		$cents = $this->numbers->once_in( 3 ) ? -$this->discount( $lines ) : $this->numbers->between( 50, 900 );
		return [
			'amount' => Decimal::of_minor( $cents, 2 )->to_string(),
			'rate'   => 1,
		];
	}

	/**
	 * At most a quarter of the first line, so that a coupon beside it leaves something.
	 *
	 * @param non-empty-list<array{price: string, qty: int, rate: int}> $lines
	 */
	private function discount( array $lines ): int {
		return $this->numbers->between(
			1,
			max( 1, intdiv( Decimal::from_string( $lines[0]['price'] )->to_minor( 2 ), 4 ) )
		);
	}
}
