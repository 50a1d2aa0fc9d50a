<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Content;

use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\Address;
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Domain\Order\LineKind;
use OrderInvoicer\Domain\Order\OrderCoupon;
use OrderInvoicer\Domain\Order\OrderDelivery;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\OrderPayment;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\OrderTax;

/** Orders written down as WooCommerce would store them. */
final class Orders {

	/**
	 * @param list<OrderLine>       $lines
	 * @param array<int, string>    $taxes tax items: VAT by rate id.
	 * @param array<string, mixed>  $more  other properties by name.
	 */
	public static function of(
		string $total,
		array $lines,
		array $taxes,
		bool $ttc = true,
		array $more = [],
	): OrderSnapshot {
		$items = [];
		foreach ( $taxes as $rate_id => $vat ) {
			$items[] = new OrderTax(
				rate_id: $rate_id,
				label: 'VAT ' . Shop::RATES[ $rate_id ],
				percent: Decimal::from_string( Shop::RATES[ $rate_id ] ),
				compound: false,
				total: Decimal::from_string( $vat ),
				shipping_total: Decimal::zero()
			);
		}
		$address = new Address(
			name: 'Client Test',
			company: '',
			line_1: '1 rue du Test',
			line_2: '',
			postcode: '75001',
			city: 'Paris',
			state: '',
			country: 'FR'
		);
		return new OrderSnapshot(
			...array_replace(
				[
					'id'                 => 1,
					'number'             => '1001',
					'status'             => 'processing',
					'currency'           => Currency::from_code( 'EUR' ),
					'prices_include_tax' => $ttc,
					'total'              => Decimal::from_string( $total ),
					'lines'              => $lines,
					'taxes'              => $items,
					'coupons'            => [],
					'buyer'              => self::buyer( '' ),
					'billing'            => $address,
					'shipping'           => null,
					'shop_country'       => 'FR',
					'tax_country'        => 'FR',
					'vat_exempt'         => false,
					'created_at'         => new \DateTimeImmutable( '2026-11-23T10:00:00Z' ),
					'paid_at'            => null,
					'payment'            => new OrderPayment( 'stripe', 'Card' ),
					'delivery'           => new OrderDelivery(),
					'customer_note'      => '',
				],
				$more
			)
		);
	}

	public static function buyer( string $vat_number ): Buyer {
		return new Buyer(
			user_id: 0,
			email: 'client@example.test',
			first_name: 'Client',
			last_name: 'Test',
			company: '',
			phone: '',
			siren: '',
			siret: '',
			vat_number: $vat_number
		);
	}

	/**
	 * @param array<int, string>   $taxes VAT by rate id.
	 * @param array<string, mixed> $more  other properties by name.
	 */
	public static function line(
		int $id,
		string $total,
		array $taxes,
		string $quantity = '1',
		array $more = [],
	): OrderLine {
		return new OrderLine(
			...array_replace(
				[
					'id'         => $id,
					'kind'       => LineKind::Product,
					'name'       => "Line $id",
					'quantity'   => Decimal::from_string( $quantity ),
					'total'      => Decimal::from_string( $total ),
					'subtotal'   => Decimal::from_string( $total ),
					'taxes'      => array_map( Decimal::from_string( ... ), $taxes ),
					'taxable'    => true,
					'skus'       => [],
					'product_id' => 0,
					'is_virtual' => false,
					'details'    => '',
				],
				$more
			)
		);
	}

	public static function coupon( string $code, string $discount, string $tax ): OrderCoupon {
		return new OrderCoupon( $code, Decimal::from_string( $discount ), Decimal::from_string( $tax ) );
	}
}
