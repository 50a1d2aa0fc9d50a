<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Content;

use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/**
 * Shops have counted under these names how often Sellsy agreed: under another one it would have to agree anew, and a
 * shape that takes the name of another would be believed without ever having been compared.
 */
final class ShapeTest extends TestCase {

	/** @return iterable<string, array{OrderSnapshot, string}> */
	public static function orders(): iterable {
		$one = Orders::line( 1, '10', [ 1 => '2' ] );
		$two = Orders::line( 2, '10', [ 1 => '2' ] );
		yield 'one product, prices including VAT' => [
			Orders::of( '12', [ $one ], [ 1 => '2' ] ),
			'invoice:7:EUR:incl:even:row:2:0',
		];
		yield 'one product, prices without VAT' => [
			Orders::of( '12', [ $one ], [ 1 => '2' ], false ),
			'invoice:7:EUR:excl:even:row:2:0',
		];
		yield 'a rounding has a row of its own' => [
			Orders::of( '29.97', [ Orders::line( 1, '24.975', [ 1 => '4.995' ], '3' ) ], [ 1 => '4.99' ] ),
			'invoice:7:EUR:incl:rest:row:3:0',
		];
		yield 'two rows of one tax' => [
			Orders::of( '24', [ $one, $two ], [ 1 => '4' ] ),
			'invoice:7:EUR:incl:even:rows:2:0',
		];
		yield 'two rows, each of its own tax' => [
			Orders::of(
				'23',
				[ $one, Orders::line( 2, '10', [ 2 => '1' ] ) ],
				[
					1 => '2',
					2 => '1',
				]
			),
			'invoice:7:EUR:incl:even:row:2:0',
		];
		yield 'half a metre' => [
			Orders::of( '12', [ Orders::line( 1, '10', [ 1 => '2' ], '0.5' ) ], [ 1 => '2' ] ),
			'invoice:7:EUR:incl:even:row:2:1',
		];
		yield 'yen, which has no decimals' => [
			Orders::of( '12', [ $one ], [ 1 => '2' ], more: [ 'currency' => Currency::from_code( 'JPY' ) ] ),
			'invoice:7:JPY:incl:even:row:0:0',
		];
		yield 'dinars, of which Sellsy may keep fewer decimals' => [
			Orders::of( '12', [ $one ], [ 1 => '2' ], more: [ 'currency' => Currency::from_code( 'KWD' ) ] ),
			'',
		];
	}

	#[DataProvider( 'orders' )]
	public function test_an_order_has_the_shape_that_was_counted( OrderSnapshot $order, string $shape ): void {
		self::assertSame( $shape, ( new Shop() )->invoice( $order )->shape );
	}
}
