<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Money;

use OrderInvoicer\Domain\Money\Currency;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class CurrencyTest extends TestCase {

	#[TestWith( [ 'EUR', 'EUR', 2 ] )]
	#[TestWith( [ 'eur', 'EUR', 2 ] )]
	#[TestWith( [ 'JPY', 'JPY', 0 ] )]
	#[TestWith( [ 'xpf', 'XPF', 0 ] )]
	#[TestWith( [ 'KWD', 'KWD', 3 ] )]
	public function test_its_decimals( string $typed, string $code, int $decimals ): void {
		$currency = Currency::from_code( $typed );
		self::assertSame( [ $code, $decimals ], [ $currency->code, $currency->decimals ] );
	}
}
