<?php
/**
 * The same card in the block checkout.
 */

declare( strict_types=1 );

use Automattic\WooCommerce\Blocks\Payments\Integrations\AbstractPaymentMethodType;

defined( 'ABSPATH' ) || exit;

final class Orderinvoicer_Demo_Card_Block extends AbstractPaymentMethodType {

	private const HANDLE = 'orderinvoicer-demo-card';

	/** @var string */
	protected $name = 'card';

	public function initialize() {}

	public function is_active() {
		return true;
	}

	public function get_payment_method_script_handles() {
		wp_register_script( self::HANDLE, false, [ 'wc-blocks-registry', 'wp-element' ], '1', true );
		$label   = wp_json_encode( Orderinvoicer_Demo_Words::say( 'Card' ) );
		$content = wp_json_encode( Orderinvoicer_Demo_Words::say( 'Nothing to type: this card is always accepted.' ) );
		wp_add_inline_script(
			self::HANDLE,
			"( () => {
				const content = wp.element.createElement( 'p', null, {$content} );
				wc.wcBlocksRegistry.registerPaymentMethod( {
					name: 'card', label: {$label}, ariaLabel: {$label}, content, edit: content,
					canMakePayment: () => true, supports: { features: [ 'products', 'refunds' ] },
				} );
			} )();"
		);
		return [ self::HANDLE ];
	}
}
