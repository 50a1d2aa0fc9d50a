<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Order;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;

/**
 * The eco-participation contained in a line's price, which French law wants visible and apart. It is said in the row's
 * text: what Sellsy's own eco-tax field does to totals is not documented. No plugin's way of storing it is common
 * enough to be guessed at: the shop says it.
 */
final class EcoParticipation {

	/** Of one piece, in the currency's decimals; null where there is none. */
	public function contained( \WC_Order_Item_Product $item, \WC_Order $order ): ?Decimal {
		$unit = $this->unit( $item )
			?->round( Currency::from_code( $order->get_currency( 'edit' ) )->decimals, Rounding::HalfUp );
		return $unit?->is_positive() === true ? $unit : null;
	}

	private function unit( \WC_Order_Item_Product $item ): ?Decimal {
		/**
		 * The eco-participation of one piece of what this line sold, contained in its price. Shown in the product's
		 * row, in Sellsy's own field where that changes no total, otherwise in the text with its quantity.
		 *
		 * @since 0.1.0
		 * @param string                 $amount decimal with a point, such as `0.50`; including VAT in a shop that
		 *                                       enters its prices so. Empty: none.
		 * @param \WC_Order_Item_Product $item
		 */
		return OtherCode::answer(
			'orderinvoicer_eco_participation',
			static fn (): mixed => apply_filters( 'orderinvoicer_eco_participation', '', $item ),
			self::amount( ... )
		);
	}

	private static function amount( mixed $amount ): ?Decimal {
		if ( ! is_string( $amount ) ) {
			throw new \InvalidArgumentException( 'No decimal string.' );
		}
		return $amount === '' ? null : Decimal::from_string( $amount );
	}
}
