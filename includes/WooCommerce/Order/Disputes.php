<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Order;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Wording\Names\ShopLanguage;

/**
 * Money that a dispute (chargeback) took, as plugins of gateways store it. A dispute that is still open has taken
 * nothing for good, and notes of an order are no facts. WooCommerce PayPal Payments cancels the order and stores
 * nothing that tells a reversal from any other cancellation: it is treated as cancelled.
 */
final class Disputes {

	/**
	 * Reasons of the refund that the plugin enters for a lost dispute, by the text domain in which it translates them.
	 * WooPayments 8.4.0 (`WC_Payments_Order_Service::mark_payment_dispute_closed()`).
	 */
	private const REASONS = [ 'woocommerce-payments' => 'Dispute lost.' ];

	/**
	 * Metas of orders without such a refund, and the status that they tell of with it; empty: any in which the order is
	 * not paid. The Stripe gateway 8.8.0 marks the status as final when a dispute is closed, and fails the order where
	 * it was lost (`WC_Stripe_Webhook_Handler::process_webhook_dispute_closed()`). Mollie 8.1.8 keeps the ids of
	 * chargebacks, and puts the order on hold (`MollieOrderService`).
	 */
	private const METAS = [
		'_stripe_status_final'             => 'failed',
		'_mollie_processed_chargeback_ids' => '',
	];

	/** @var array<string, list<mixed>> the reasons in the languages of shop and request, by that of the request. */
	private array $known = [];

	public function made( \WC_Order_Refund $refund ): bool {
		$reason = trim( $refund->get_reason( 'edit' ) );
		return $reason !== '' && in_array( $reason, $this->known[ determine_locale() ] ??= $this->reasons(), true );
	}

	/**
	 * The plugin stored it in the language of the shop; whoever reads it may speak another.
	 *
	 * @return list<mixed> texts.
	 */
	private function reasons(): array {
		$translated = static fn (): array => array_map(
			static fn ( string $domain, string $text ): mixed =>
				get_translations_for_domain( $domain )->translate( $text ),
			array_keys( self::REASONS ),
			self::REASONS
		);
		return [ ...array_values( self::REASONS ), ...$translated(), ...ShopLanguage::text( $translated ) ];
	}

	/** It was lost, and whoever puts the order back into a status that is paid has won it back. */
	public function took_money_of( \WC_Order $order ): bool {
		foreach ( $order->is_paid() ? [] : self::METAS as $meta => $status ) {
			$is_in = $status === '' || $order->has_status( $status );
			if ( $is_in && ! in_array( $order->get_meta( $meta, true, 'edit' ), [ '', false, '0', [] ], true ) ) {
				return true;
			}
		}
		return false;
	}
}
