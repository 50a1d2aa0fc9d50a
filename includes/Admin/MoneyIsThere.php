<?php
declare( strict_types=1 );

namespace OrderInvoicer\Admin;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\MoneyCame;
use OrderInvoicer\WooCommerce\Order\BelievedPayment;

/** "The money is there", in WooCommerce's menu of actions: of an order that a proforma brought into a paid status. */
final class MoneyIsThere {

	public const NAME = 'orderinvoicer_money_is_there';

	public function __construct( private readonly MoneyCame $money ) {}

	public function register(): void {
		add_filter( 'woocommerce_order_actions', [ $this, 'handle_order_actions' ], 10, 2 );
		add_action( 'woocommerce_order_action_' . self::NAME, [ $this, 'handle_action' ] );
	}

	public function handle_order_actions( mixed $actions, mixed $order = null ): mixed {
		return is_array( $actions ) && $order instanceof \WC_Order ? $actions + self::offered( $order ) : $actions;
	}

	/** @return array<string, string> labels by name of the action. */
	public static function offered( \WC_Order $order ): array {
		return BelievedPayment::is_awaited( $order )
			&& OrderRights::may( $order )
			? [ self::NAME => __( 'The money is there', 'orderinvoicer' ) ]
			: [];
	}

	/** In the order box: how it stands until then; empty where it waits for none. */
	public static function why_not( \WC_Order $order ): string {
		return BelievedPayment::is_awaited( $order )
			? __( 'Accepted, not paid. A proforma that was accepted is no payment: none is recorded until the invoice is paid in Sellsy, your payment provider reports it, or you choose “The money is there” in the order actions.', 'orderinvoicer' )
			: '';
	}

	public function handle_action( mixed $order ): void {
		if ( $order instanceof \WC_Order && self::offered( $order ) !== [] ) {
			$this->money->say( $order->get_id() );
		}
	}
}
