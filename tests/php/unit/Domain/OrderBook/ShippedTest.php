<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\OrderBook;

use OrderInvoicer\Domain\Order\OrderDelivery;
use OrderInvoicer\Domain\Order\Shipment;
use OrderInvoicer\Domain\OrderBook\Shipped;
use OrderInvoicer\Domain\Settings\DefaultSettings;
use OrderInvoicer\Domain\Settings\SettingsArray;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** An order is shipped by the signs that the owner chose, and by no others. */
final class ShippedTest extends TestCase {

	/** @return iterable<string, array{list<string>, string, OrderDelivery, bool}> signs, status, delivery, shipped. */
	public static function orders(): iterable {
		$none      = new OrderDelivery();
		$fulfilled = new OrderDelivery( is_fulfilled: true );
		$tracked   = new OrderDelivery( shipments: [ new Shipment( 'Colissimo', '6A1', '' ) ] );
		$untracked = new OrderDelivery( shipments: [ new Shipment( 'Colissimo', '', '' ) ] );
		$all       = [ 'fulfilment', 'tracking', 'status:completed' ];
		yield 'nothing is known' => [ $all, 'processing', $none, false ];
		yield 'its status' => [ $all, 'completed', $none, true ];
		yield 'another status' => [ [ 'status:sent' ], 'completed', $none, false ];
		yield 'a parcel with a number' => [ $all, 'processing', $tracked, true ];
		yield 'a parcel without' => [ $all, 'processing', $untracked, false ];
		yield 'all is on its way' => [ $all, 'processing', $fulfilled, true ];
		yield 'a sign that was not chosen' => [ [ 'status:completed' ], 'processing', $tracked, false ];
	}

	/** @param list<string> $signs */
	#[DataProvider( 'orders' )]
	public function test_signs( array $signs, string $status, OrderDelivery $delivery, bool $is_shipped ): void {
		$settings = ( new SettingsArray() )->merged(
			( new DefaultSettings() )->settings( 'SHOP' ),
			[ 'shipped' => $signs ]
		);
		self::assertSame( $signs, $settings->shipped );
		self::assertSame( $is_shipped, Shipped::is( $status, $delivery, $settings ) );
	}
}
