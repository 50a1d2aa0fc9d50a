<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Order;

use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\LineKind;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\OrderPayment;
use OrderInvoicer\Tests\Unit\Domain\Content\Orders;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class OrderSnapshotTest extends TestCase {

	/** Nobody pays a tenth of a cent: what was taken is what documents and payments come to. */
	#[TestWith( [ 'EUR', '12.345', '12.35', '12.345' ] )]
	#[TestWith( [ 'EUR', '12.344', '12.34', '12.344' ] )]
	#[TestWith( [ 'EUR', '12.3', '12.3', null ] )]
	#[TestWith( [ 'JPY', '1200.5', '1201', '1200.5' ] )]
	#[TestWith( [ 'KWD', '1.2345', '1.235', '1.2345' ] )]
	public function test_the_total_is_what_could_be_paid(
		string $currency,
		string $written,
		string $paid,
		?string $kept
	): void {
		$more  = [
			'currency' => Currency::from_code( $currency ),
			'taken'    => Decimal::from_string( $written ),
		];
		$order = Orders::of( $written, [], [], more: $more );
		self::assertSame( $paid, $order->total->to_string() );
		self::assertSame( $paid, $order->taken?->to_string() );
		self::assertSame( $kept, $order->written_total?->to_string() );
		self::assertSame( $kept, $order->with_lines( [] )->written_total?->to_string() );
	}

	/** @return iterable<string, array{list<OrderLine>, bool}> */
	public static function sold(): iterable {
		$goods    = Orders::line( 1, '10', [ 1 => '2' ] );
		$download = Orders::line( 2, '10', [ 1 => '2' ], '1', [ 'is_virtual' => true ] );
		$free     = Orders::line( 3, '0', [ 1 => '0' ] );
		$delivery = Orders::line( 4, '10', [ 1 => '2' ], '1', [ 'kind' => LineKind::Shipping ] );
		yield 'goods' => [ [ $goods ], false ];
		yield 'a download' => [ [ $download ], true ];
		yield 'both' => [ [ $goods, $download ], false ];
		yield 'a download and a free sample' => [ [ $download, $free ], true ];
		yield 'a download, and something is delivered' => [ [ $download, $delivery ], true ];
		yield 'a delivery alone' => [ [ $delivery ], false ];
		yield 'nothing' => [ [], false ];
	}

	/** @param list<OrderLine> $lines */
	#[DataProvider( 'sold' )]
	public function test_a_sale_of_services( array $lines, bool $is_of_services ): void {
		$order = Orders::of( '12', $lines, [ 1 => '2' ] );
		self::assertSame( $is_of_services, $order->is_of_services() );
		self::assertSame(
			$is_of_services,
			$order->charging( $order->total, [], true )->is_of_services(),
			'A part of it is what the whole was.'
		);
	}

	public function test_a_proforma_that_was_accepted_dates_a_payment_that_has_not_come(): void {
		$accepted = new OrderPayment( 'bacs', 'Transfer', is_accepted: true );
		$paid     = [ 'paid_at' => new \DateTimeImmutable() ];
		self::assertFalse( Orders::of( '12', [], [] )->has_date_paid() );
		self::assertTrue( Orders::of( '12', [], [], more: [ 'payment' => $accepted ] )->has_date_paid() );
		self::assertTrue( Orders::of( '12', [], [], more: $paid )->has_date_paid() );
	}

	/** Its tax items hold the VAT of the lines that are left, at the order's own percents. */
	public function test_a_part_of_an_order_is_charged_at_its_own_rates(): void {
		$lines = [
			Orders::line( 1, '10', [ 1 => '2' ] ),
			Orders::line(
				2,
				'10',
				[
					1 => '2',
					2 => '1',
				]
			),
		];
		$order = Orders::of(
			'25',
			$lines,
			[
				1 => '4',
				2 => '1',
			]
		);
		$part  = $order->charging( Decimal::from_string( '12' ), [ $lines[0] ], false );
		$vat   = [];
		foreach ( $part->taxes as $tax ) {
			$vat[ "{$tax->percent->to_string()} %" ] = $tax->total->to_string();
		}
		self::assertSame(
			[
				'20 %' => '2',
				'10 %' => '0',
			],
			$vat
		);
		self::assertSame( '12', $part->total->to_string() );
		self::assertFalse( $part->prices_include_tax );
	}
}
