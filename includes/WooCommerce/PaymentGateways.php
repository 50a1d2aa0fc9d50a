<?php

declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce;

defined( 'ABSPATH' ) || exit;

/** What orders of this shop can be paid with: registered gateways, those in use first, then gift cards and store credit. */
final class PaymentGateways {

	/** @return list<array{id: string, title: string}> */
	public function all(): array {
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
		return [ ...$in_use, ...$this->parts(), ...$others ];
	}

	/** Several gateways of one plugin may show the same title to shoppers; what the shop's staff sees tells them apart. */
	private function title( \WC_Payment_Gateway $gateway ): string {
		$shown = wp_strip_all_tags( $gateway->get_title() );
		$staff = wp_strip_all_tags( $gateway->get_method_title() );
		return match ( true ) {
			$shown === '' => $staff === '' ? (string) $gateway->id : $staff,
			$staff === '' || $staff === $shown => $shown,
			default => "$shown ($staff)",
		};
	}

	/** @return list<array{id: string, title: string}> */
	private function parts(): array {
		return [
			[
				'id'    => PartPayments::GIFT_CARD,
				'title' => __( 'Gift card', 'orderinvoicer' ),
			],
			[
				'id'    => PartPayments::STORE_CREDIT,
				'title' => __( 'Store credit', 'orderinvoicer' ),
			],
		];
	}
}
