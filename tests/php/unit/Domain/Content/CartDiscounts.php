<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Content;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;

/**
 * Spreads coupons over a cart's lines in minor units as WooCommerce does (`WC_Discounts`): percentages floored per
 * line, fixed amounts floored per piece, what is over cent by cent, the dearest pieces first.
 */
final class CartDiscounts {

	/** @var list<int> line indexes, dearest piece first. */
	private array $order = [];

	/** @var list<int> */
	private array $prices = [];

	/** @var list<int> */
	private array $quantities = [];

	/** @var list<int> discount so far. */
	private array $discounts = [];

	/**
	 * @param array{
	 *     lines: list<array{price: string, qty: int, rate: int}>,
	 *     coupons: list<array{type: string, amount: string}>
	 * } $cart
	 * @return array{lines: list<int>, coupons: list<string>}
	 */
	public function of( array $cart ): array {
		foreach ( $cart['lines'] as $i => $line ) {
			$this->order[]      = $i;
			$this->prices[]     = Decimal::from_string( $line['price'] )
				->times( Decimal::of_int( $line['qty'] ) )
				->rounded_minor( 2, Rounding::HalfUp );
			$this->quantities[] = $line['qty'];
			$this->discounts[]  = 0;
		}
		usort(
			$this->order,
			fn ( int $a, int $b ): int =>
				$this->prices[ $b ] * $this->quantities[ $a ] <=> $this->prices[ $a ] * $this->quantities[ $b ]
		);
		$amounts = [];
		foreach ( $cart['coupons'] as $coupon ) {
			$amount    = $coupon['type'] === 'percent'
				? $this->percent( $coupon['amount'] )
				: $this->fixed( Decimal::from_string( $coupon['amount'] )->to_minor( 2 ) );
			$amounts[] = Decimal::of_minor( $amount, 2 )->to_string();
		}
		return [
			'lines'   => $this->discounts,
			'coupons' => $amounts,
		];
	}

	private function percent( string $percent ): int {
		$share = Decimal::from_string( $percent )->times( Decimal::from_string( '0.01' ) );
		$given = 0;
		foreach ( $this->order as $i ) {
			$given += $this->take(
				$i,
				Decimal::of_int( $this->prices[ $i ] )->times( $share )->rounded_minor( 0, Rounding::Down )
			);
		}
		$due = Decimal::of_int( array_sum( $this->prices ) )->times( $share )->rounded_minor( 0, Rounding::HalfDown );
		return $given < $due ? $given + $this->remainder( $due - $given ) : $given;
	}

	private function fixed( int $amount ): int {
		$pieces = 0;
		foreach ( $this->order as $i ) {
			$pieces += $this->left( $i ) > 0 ? $this->quantities[ $i ] : 0;
		}
		if ( $pieces === 0 || $amount === 0 ) {
			return 0;
		}
		$per_piece = intdiv( $amount, $pieces );
		if ( $per_piece === 0 ) {
			return $this->remainder( $amount );
		}
		$given = 0;
		foreach ( array_filter( $this->order, fn ( int $i ): bool => $this->left( $i ) > 0 ) as $i ) {
			$given += $this->take( $i, $per_piece * $this->quantities[ $i ] );
		}
		return $given > 0 && $given < $amount ? $given + $this->fixed( $amount - $given ) : $given;
	}

	private function remainder( int $amount ): int {
		$given = 0;
		foreach ( $this->order as $i ) {
			for ( $piece = 0; $piece < $this->quantities[ $i ] && $given < $amount; $piece++ ) {
				$given += $this->take( $i, 1 );
			}
		}
		return $given;
	}

	private function left( int $i ): int {
		return $this->prices[ $i ] - $this->discounts[ $i ];
	}

	private function take( int $i, int $amount ): int {
		$amount                 = min( $amount, $this->left( $i ) );
		$this->discounts[ $i ] += $amount;
		return $amount;
	}
}
