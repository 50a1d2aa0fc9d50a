<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\Doctor;

use OrderInvoicer\Domain\Content\DraftRow;
use OrderInvoicer\Domain\Content\RowKind;
use OrderInvoicer\Tests\SnapshotArray;
use OrderInvoicer\Tests\Unit\Domain\Content\Shop;
use PHPUnit\Framework\TestCase;

/** The baskets that the doctor has computed are rows that the plugin makes of recorded orders. */
final class BasketsTest extends TestCase {

	private const FILE   = __DIR__ . '/../../../../../includes/Features/Doctor/baskets.json';
	private const ORDERS = __DIR__ . '/../../../../fixtures/orders/';

	public function test_each_basket_is_what_becomes_of_a_recorded_order(): void {
		$baskets = json_decode( (string) file_get_contents( self::FILE ), true, 512, JSON_THROW_ON_ERROR );
		self::assertIsArray( $baskets );
		self::assertCount( 12, $baskets );
		foreach ( array_keys( $baskets ) as $name ) {
			self::assertSame( self::rows( (string) $name ), $baskets[ $name ], (string) $name );
		}
	}

	/** @return list<array{string, string, string}> quantity, unit price HT and percent of VAT; no "Arrondi". */
	private static function rows( string $name ): array {
		$recording = json_decode( (string) file_get_contents( self::ORDERS . "$name.json" ), true );
		self::assertIsArray( $recording );
		$order = SnapshotArray::from_array( $recording['snapshot'] );
		$shop  = new Shop();
		$rates = [];
		foreach ( $order->taxes as $tax ) {
			$shop->rates[ $tax->rate_id ]  = Shop::tax( 1000 + $tax->rate_id, $tax->percent->to_string(), 'S' );
			$rates[ 1000 + $tax->rate_id ] = $tax->percent->to_string();
		}
		$rows = [];
		foreach ( $shop->invoice( $order )->rows as $row ) {
			if ( $row->kind === RowKind::Priced && isset( $rates[ $row->tax_id ] ) ) {
				$rows[] = [ self::quantity( $row ), (string) $row->unit_amount?->to_string(), $rates[ $row->tax_id ] ];
			}
		}
		return $rows;
	}

	private static function quantity( DraftRow $row ): string {
		return (string) $row->quantity?->to_string();
	}
}
