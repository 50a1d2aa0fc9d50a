<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Content;

use OrderInvoicer\Domain\Content\OrderDetails;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderDelivery;
use OrderInvoicer\Domain\Order\OrderPayment;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\PartPayment;
use OrderInvoicer\Domain\Order\Shipment;
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
		$details = OrderDetails::details( $order, $world->shop->settings );

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
			OrderDetails::details(
				$this->with( $order, [ 'lines' => [ $service ] ] ),
				$world->shop->settings
			)->sale_type
		);
		self::assertSame(
			'mixed',
			OrderDetails::details(
				$this->with( $order, [ 'lines' => [ $service, $order->lines[0] ] ] ),
				$world->shop->settings
			)->sale_type
		);
		self::assertSame(
			'',
			OrderDetails::details( $this->with( $order, [ 'lines' => [] ] ), $world->shop->settings )->sale_type
		);
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
