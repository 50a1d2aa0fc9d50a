<?php

declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\PaymentSettings;
use OrderInvoicer\WooCommerce\Order\PartPayments;
use OrderInvoicer\Wording\Names\GatewayName;
use OrderInvoicer\WordPress\Tables\CheckedRead;

/**
 * What orders of this shop can be paid with: registered gateways, those in use first, gift cards and store credit, and
 * what recent orders name although no plugin registers it (any more): marketplaces, a gateway of former times.
 *
 * @phpstan-type ShopGatewayAnswer array{
 *     id: string,
 *     title: string,
 * }
 */
final class PaymentGateways {

	private const LATEST = 50;

	/** @return list<ShopGatewayAnswer> */
	public function all(): array {
		[ $in_use, $others ] = $this->gateways();
		$known               = [ ...$in_use, ...$this->parts(), ...$others ];
		return [ ...$known, ...$this->named_by_orders( array_column( $known, 'id' ) ) ];
	}

	/** @return list<ShopGatewayAnswer> without a look at orders. */
	public function registered(): array {
		return array_merge( ...$this->gateways() );
	}

	/** @return list<string> ids of those that are switched on in WooCommerce. */
	public function in_use(): array {
		return array_column( $this->gateways()[0], 'id' );
	}

	/** @return array{list<array{id: string, title: string}>, list<array{id: string, title: string}>} in use; others. */
	private function gateways(): array {
		$in_use = [];
		$others = [];
		foreach ( WC()->payment_gateways()->payment_gateways() as $gateway ) {
			if ( $gateway instanceof \WC_Payment_Gateway && $gateway->id !== '' ) {
				$shown = [
					'id'    => (string) $gateway->id,
					'title' => $this->title( $gateway ),
				];
				if ( $gateway->enabled === 'yes' ) {
					$in_use[] = $shown;
				} else {
					$others[] = $shown;
				}
			}
		}
		return [ $in_use, $others ];
	}

	/**
	 * Several gateways of one plugin may show the same title to shoppers; what the shop's staff sees tells them apart.
	 */
	private function title( \WC_Payment_Gateway $gateway ): string {
		$shown = wp_strip_all_tags( $gateway->get_title() );
		$staff = wp_strip_all_tags( $gateway->get_method_title() );
		return match ( true ) {
			$shown === '' => $staff === '' ? (string) $gateway->id : $staff,
			$staff === '' || $staff === $shown => $shown,
			default => "$shown ($staff)",
		};
	}

	/**
	 * @param list<string> $known
	 * @return list<array{id: string, title: string}>
	 */
	private function named_by_orders( array $known ): array {
		$orders = CheckedRead::read(
			static fn (): mixed => wc_get_orders(
				[
					'type'    => 'shop_order',
					'limit'   => self::LATEST,
					'orderby' => 'date',
					'order'   => 'DESC',
				]
			)
		);
		$found  = [];
		foreach ( is_array( $orders ) ? $orders : [] as $order ) {
			$id = $order->get_payment_method( 'edit' );
			if ( $id !== '' && ! in_array( $id, $known, true ) ) {
				$title        = wp_strip_all_tags( $order->get_payment_method_title( 'edit' ) );
				$found[ $id ] = [
					'id'    => $id,
					'title' => $title === '' ? $id : $title,
				];
			}
		}
		return array_values( $found );
	}

	/** @return list<array{id: string, title: string}> */
	private function parts(): array {
		return [
			[
				'id'    => PartPayments::GIFT_CARD,
				'title' => GatewayName::of( PartPayments::GIFT_CARD ),
			],
			[
				'id'    => PartPayments::STORE_CREDIT,
				'title' => GatewayName::of( PartPayments::STORE_CREDIT ),
			],
			[
				'id'    => PaymentSettings::UNNAMED,
				'title' => __( 'Orders without a payment method, such as those entered by hand', 'orderinvoicer' ),
			],
		];
	}
}
