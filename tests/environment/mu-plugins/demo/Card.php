<?php
/**
 * A card that is always accepted, and given back to: what a bank's plugin does, without the bank.
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

final class Orderinvoicer_Demo_Card extends WC_Payment_Gateway {

	public const ID = 'card';

	public function __construct() {
		$this->id           = self::ID;
		$this->enabled      = 'yes';
		$this->title        = Orderinvoicer_Demo_Words::say( 'Card' );
		$this->method_title = Orderinvoicer_Demo_Words::say( 'Card' );
		$this->description  = Orderinvoicer_Demo_Words::say( 'Nothing to type: this card is always accepted.' );
		$this->supports     = [ 'products', 'refunds' ];
	}

	/**
	 * @param int $order_id of the order to pay.
	 * @return array{result: string, redirect: string}
	 */
	public function process_payment( $order_id ) {
		$order = wc_get_order( $order_id );
		$order->payment_complete( "demo-{$order_id}" );
		WC()->cart->empty_cart();
		return [
			'result'   => 'success',
			'redirect' => $this->get_return_url( $order ),
		];
	}

	/**
	 * @param int        $order_id of the order.
	 * @param float|null $amount   that goes back.
	 * @param string     $reason   that was typed.
	 */
	public function process_refund( $order_id, $amount = null, $reason = '' ) {
		unset( $order_id, $amount, $reason );
		return true;
	}
}
