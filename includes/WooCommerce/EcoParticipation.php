<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce;

use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;

defined( 'ABSPATH' ) || exit;

/**
 * The eco-participation contained in a line's price, which French law wants visible and apart. It is said in the row's
 * text: what Sellsy's own eco-tax field does to totals is not documented. No plugin's way of storing it is common enough
 * to be guessed at: the shop says it.
 */
final class EcoParticipation {

	public function __construct( private readonly ShopTexts $texts = new ShopTexts() ) {}

	/** Empty where there is none. */
	public function text( \WC_Order_Item_Product $item, Decimal $quantity, \WC_Order $order ): string {
		$unit     = $this->unit( $item );
		$currency = Currency::of( $order->get_currency( 'edit' ) );
		return $unit === null || ! $unit->is_positive()
			? ''
			: $this->texts->eco_participation( $unit->round( $currency->decimals, Rounding::HalfUp ), $quantity, $currency, $order->get_prices_include_tax( 'edit' ) );
	}

	private function unit( \WC_Order_Item_Product $item ): ?Decimal {
		/**
		 * The eco-participation of one piece of what this line sold, contained in its price. Shown in the text of the
		 * product's row with its quantity; totals do not change.
		 *
		 * @since 0.1.0
		 * @param string                 $amount decimal with a point, such as `0.50`; including VAT in a shop that enters its prices so. Empty: none.
		 * @param \WC_Order_Item_Product $item
		 */
		$amount = apply_filters( 'orderinvoicer_eco_participation', '', $item );
		try {
			return is_string( $amount ) && $amount !== '' ? Decimal::of( $amount ) : null;
		} catch ( \InvalidArgumentException ) {
			return null;
		}
	}
}
