<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Histories;

use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;

/**
 * What an order is made of: one product at 40.00 HT and 20 %, and what is otherwise. Sums are minor units: where yen
 * are paid, all costs a hundred times as much.
 */
final class Shape {

	public const PLAIN = 'one product';

	/** The product is what is edited and refunded. */
	private const ALL = [
		self::PLAIN      => [],
		'two rates'      => [ 'beside' => [ 'product', 1000, 10 ] ],
		'a negative fee' => [ 'beside' => [ 'fee', -500, 20 ] ],
		'a coupon'       => [ 'charged' => 90 ],
		'free'           => [ 'charged' => 0 ],
		'yen'            => [ 'currency' => 'JPY' ],
		'a company'      => [ 'company' => 'Acme SARL' ],
		'a gift card'    => [ 'method' => 'gift_card' ],
		'a wallet'       => [ 'method' => 'wallet' ],
	];

	private const PRODUCT = 4000;
	private const PART    = 2000;

	/**
	 * @param array{string, int, int}|null $beside  another line: what it is, its price HT and its rate.
	 * @param int                          $charged of a hundred of the product's price.
	 * @param string                       $method  by which a part was paid before the gateway got the rest.
	 */
	private function __construct(
		public readonly string $name,
		public readonly ?array $beside = null,
		public readonly int $charged = 100,
		public readonly string $currency = 'EUR',
		public readonly string $company = '',
		public readonly string $method = '',
	) {}

	public static function named( string $name ): self {
		return new self( $name, ...self::ALL[ $name ] );
	}

	/** @return non-empty-list<string> every other order is plain. */
	public static function names(): array {
		return [ ...array_keys( self::ALL ), ...array_fill( 0, count( self::ALL ) - 2, self::PLAIN ) ];
	}

	public function decimals(): int {
		return Currency::from_code( $this->currency )->decimals;
	}

	public function sum( int $minor ): Decimal {
		return Decimal::of_minor( $minor, $this->decimals() );
	}

	/** Of the product, HT. */
	public function price(): Decimal {
		return $this->sum( self::PRODUCT );
	}

	/** As it was charged, HT. */
	public function charged( Decimal $price ): Decimal {
		return $this->percent( $price, $this->charged );
	}

	/** What a gift card or a wallet paid: it is no part of a refund. */
	public function part(): Decimal {
		return $this->sum( $this->method === '' ? 0 : self::PART );
	}

	public function percent( Decimal $amount, int $percent ): Decimal {
		return $this->rounded( $amount->times( Decimal::of_minor( $percent, 2 ) ) );
	}

	/** Nobody pays more decimals than the currency has. */
	public function rounded( Decimal $amount ): Decimal {
		return $amount->round( $this->decimals(), Rounding::HalfUp );
	}
}
