<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Content;

use OrderInvoicer\Domain\Content\DocumentDetails;
use OrderInvoicer\Domain\Content\OrderDetails;
use OrderInvoicer\Domain\Content\SaleDays;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderDelivery;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\OrderPayment;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\PartPayment;
use OrderInvoicer\Domain\Order\Shipment;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

final class OrderDetailsTest extends TestCase {

	public function test_parcel_weight_period_and_means_of_payment_stand_on_the_document(): void {
		$world = new World();
		$world->change_settings(
			[
				'vat_mode' => 'debit',
				'payments' => [ 'methods' => [ $this->method( 'stripe', 4 ), $this->method( 'gift_card', 9 ) ] ],
			]
		);
		$order   = $this->with(
			$world->order( 1 ),
			[
				'payment'  => new OrderPayment(
					gateway: 'stripe',
					title: 'Carte',
					transaction_id: '',
					parts: [
						new PartPayment( 'gift_card', '7', Decimal::from_string( '5' ) ),
						new PartPayment( 'gift_card', '8', Decimal::from_string( '1' ) ),
					]
				),
				'delivery' => new OrderDelivery(
					method: 'Colissimo',
					shipments: [ new Shipment( 'Colissimo', '6A1', 'https://example.com/6A1' ) ],
					is_fulfilled: false,
					weight: Decimal::from_string( '1200' ),
					service_start: '2026-03-01',
					service_end: '2026-03-31'
				),
			]
		);
		$details = self::details( $order, $world->shop->settings );

		self::assertSame(
			[ 'product', 'debit', '2026-03-01', '2026-03-31' ],
			[ $details->sale_type, $details->vat_mode, $details->service_start, $details->service_end ]
		);
		self::assertSame(
			[ '1200', '6A1', 'https://example.com/6A1', [ 4, 9 ] ],
			[
				$details->weight?->to_string(),
				$details->tracking_number,
				$details->tracking_url,
				$details->payment_method_ids,
			]
		);
	}

	public function test_virtual_products_are_services_and_both_are_mixed(): void {
		$world   = new World();
		$order   = $world->order( 1 );
		$service = new \OrderInvoicer\Domain\Order\OrderLine(
			...[ ...get_object_vars( $order->lines[0] ), ...[ 'is_virtual' => true ] ]
		);

		self::assertSame(
			'service',
			self::details(
				$this->with( $order, [ 'lines' => [ $service ] ] ),
				$world->shop->settings
			)->sale_type
		);
		self::assertSame(
			'mixed',
			self::details(
				$this->with( $order, [ 'lines' => [ $service, $order->lines[0] ] ] ),
				$world->shop->settings
			)->sale_type
		);
		self::assertSame(
			'',
			self::details( $this->with( $order, [ 'lines' => [] ] ), $world->shop->settings )->sale_type
		);
	}

	public function test_the_day_on_which_goods_left_is_said_once_it_is_known(): void {
		$world     = new World();
		$parcels   = static fn ( string ...$days ): array => array_map(
			static fn ( string $day ): Shipment => new Shipment( 'Colissimo', '', '', $day ),
			$days
		);
		$delivered = fn ( OrderDelivery $delivery, array $shipped = [] ): string => self::details(
			$this->with( $world->order( 1 ), [ 'delivery' => $delivery ] ),
			( new SettingsArray() )->merged( $world->shop->settings, [ 'shipped' => $shipped ] )
		)->shipping_date;

		self::assertSame( '', $delivered( new OrderDelivery() ) );
		self::assertSame( '2025-12-26', $delivered( new OrderDelivery( completed_on: '2025-12-26' ) ) );
		self::assertSame(
			'2025-12-28',
			$delivered(
				new OrderDelivery(
					shipments: $parcels( '2025-12-24', '2025-12-28', '' ),
					completed_on: '2025-12-30'
				)
			)
		);
		self::assertSame(
			'',
			$delivered( new OrderDelivery( completed_on: '2025-12-26' ), [ 'tracking' ] ),
			'The owner says "shipped" otherwise.'
		);
	}

	public function test_what_is_no_goods_is_not_shipped(): void {
		$world   = new World();
		$order   = $world->order( 1 );
		$service = new OrderLine( ...[ ...get_object_vars( $order->lines[0] ), ...[ 'is_virtual' => true ] ] );
		$order   = $this->with(
			$order,
			[
				'lines'    => [ $service ],
				'delivery' => new OrderDelivery( completed_on: '2025-12-26' ),
			]
		);
		self::assertSame( '', self::details( $order, $world->shop->settings )->shipping_date );
	}

	private static function details( OrderSnapshot $order, Settings $settings ): DocumentDetails {
		return OrderDetails::details( $order, $settings, SaleDays::of( $order, $settings, '2025-12-20' ) );
	}

	/** @param array<string, mixed> $changes */
	private function with( OrderSnapshot $order, array $changes ): OrderSnapshot {
		return new OrderSnapshot( ...[ ...get_object_vars( $order ), ...$changes ] );
	}

	/** @return array{gateway: string, method_id: int} */
	private function method( string $gateway, int $id ): array {
		return [
			'gateway'   => $gateway,
			'method_id' => $id,
		];
	}
}
