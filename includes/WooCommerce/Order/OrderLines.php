<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Order;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Domain\Order\LineKind;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Text\PlainText;

/** An order's products, shipping and fees as they were sold; refunds are orders of their own and not looked at. */
final class OrderLines {

	public function __construct(
		private readonly BundleParents $bundles = new BundleParents(),
		private readonly SoldProducts $products = new SoldProducts(),
		private readonly PrivateMetas $private = new PrivateMetas(),
	) {}

	/**
	 * @return list<OrderLine>
	 * @throws \InvalidArgumentException when a stored amount is no number.
	 */
	public function lines( \WC_Order $order ): array {
		$parents = $this->bundles->parents( $order );
		$lines   = [];
		foreach ( $order->get_items( [ 'line_item', 'shipping', 'fee' ] ) as $item ) {
			$line = match ( true ) {
				$item instanceof \WC_Order_Item_Product  =>
					$this->product( $item, $order, $parents[ $item->get_id() ] ?? 0 ),
				$item instanceof \WC_Order_Item_Shipping => $this->shipping( $item ),
				$item instanceof \WC_Order_Item_Fee      => $this->fee( $item ),
				default                                  => null,
			};
			if ( $line !== null ) {
				$lines[] = $line;
			}
		}
		return $lines;
	}

	private function product( \WC_Order_Item_Product $item, \WC_Order $order, int $part_of ): OrderLine {
		$product = $this->products->product( $item );
		return new OrderLine(
			id: $item->get_id(),
			kind: LineKind::Product,
			name: $item->get_name( 'edit' ),
			quantity: $this->quantity( $item ),
			total: Stored::decimal( $item->get_total( 'edit' ) ),
			subtotal: Stored::decimal( $item->get_subtotal( 'edit' ) ),
			taxes: $this->taxes( $item->get_taxes( 'edit' ) ),
			taxable: $product === null ? null : $product->get_tax_status() === 'taxable',
			skus: $product === null ? [] : $this->skus( $product ),
			product_id: $item->get_product_id( 'edit' ),
			is_virtual: $product !== null && $product->is_virtual(),
			details: $this->details( $item ),
			part_of: $part_of,
			eco: $this->eco_participation( $item, $order ),
		);
	}

	/**
	 * What a shipping line says of its tax is its method's setting; nobody knows any more once the method is deleted.
	 */
	private function shipping( \WC_Order_Item_Shipping $item ): OrderLine {
		$chosen = (int) $item->get_instance_id( 'edit' ); // 0 where a person typed the line.
		$method = $chosen === 0 ? null : \WC_Shipping_Zones::get_shipping_method( $chosen );
		$total  = Stored::decimal( $item->get_total( 'edit' ) );
		return new OrderLine(
			id: $item->get_id(),
			kind: LineKind::Shipping,
			name: $item->get_method_title( 'edit' ),
			quantity: Decimal::of_int( 1 ),
			total: $total,
			subtotal: $total,
			taxes: $this->taxes( $item->get_taxes( 'edit' ) ),
			taxable: $method instanceof \WC_Shipping_Method ? $method->tax_status === 'taxable' : null,
			skus: [],
			product_id: 0,
			is_virtual: false,
			details: '',
		);
	}

	/**
	 * A fee added as not taxable keeps the tax status "taxable" and has the tax class 0
	 * (`WC_Checkout::create_order_fee_lines()`).
	 */
	private function fee( \WC_Order_Item_Fee $item ): OrderLine {
		$total = Stored::decimal( $item->get_total( 'edit' ) );
		return new OrderLine(
			id: $item->get_id(),
			kind: LineKind::Fee,
			name: $item->get_name( 'edit' ),
			quantity: Decimal::of_int( 1 ),
			total: $total,
			subtotal: $total,
			taxes: $this->taxes( $item->get_taxes( 'edit' ) ),
			taxable: $item->get_tax_status( 'edit' ) === 'taxable' && (string) $item->get_tax_class( 'edit' ) !== '0',
			skus: [],
			product_id: 0,
			is_virtual: false,
			details: '',
		);
	}

	/** The stored one: `get_quantity()` cuts decimals off unless the plugin that sold the fraction is still active. */
	private function quantity( \WC_Order_Item_Product $item ): Decimal {
		$stored = wc_get_order_item_meta( $item->get_id(), '_qty' );
		return Stored::decimal(
			is_scalar( $stored ) && $stored !== '' ? (string) $stored : (string) $item->get_quantity( 'edit' )
		);
	}

	/**
	 * Only `total` counts; a rate with an empty amount is a column of the order screen, not a rate of the line.
	 *
	 * @return array<int, Decimal> by rate id, unrounded.
	 */
	private function taxes( mixed $taxes ): array {
		$totals   = is_array( $taxes ) && is_array( $taxes['total'] ?? null ) ? $taxes['total'] : [];
		$decimals = [];
		foreach ( $totals as $rate_id => $amount ) {
			if ( $amount !== '' && $amount !== null ) {
				$decimals[ (int) $rate_id ] = Stored::decimal( $amount );
			}
		}
		return $decimals;
	}

	/** @return list<string> the variation's own reference before its parent's. */
	private function skus( \WC_Product $product ): array {
		$skus   = [ $product->get_sku( 'edit' ) ];
		$parent = $product->get_parent_id() > 0 ? wc_get_product( $product->get_parent_id() ) : null;
		if ( $parent instanceof \WC_Product ) {
			$skus[] = $parent->get_sku( 'edit' );
		}
		return array_values(
			array_unique( array_filter( array_map( 'trim', $skus ), static fn ( string $sku ): bool => $sku !== '' ) )
		);
	}

	private function details( \WC_Order_Item_Product $item ): string {
		if ( ! $this->has_details( $item ) ) {
			return '';
		}
		$text       = new PlainText();
		$lines      = [];
		$attributes = array_keys( $this->products->product( $item )?->get_attributes() ?? [] );
		foreach ( $item->get_formatted_meta_data() as $meta ) {
			// A filter may have changed them.
			if (
				is_object( $meta )
				&& is_string( $meta->display_key ?? null )
				&& is_string( $meta->display_value ?? null )
				&& ! $this->private->is_private( $meta, $attributes )
			) {
				$lines[] = $text->line( $meta->display_key, PlainText::TEXT ) . ': '
					. $text->block( $meta->display_value, PlainText::TEXT );
			}
		}
		return implode( "\n", $lines );
	}

	/** WooCommerce reads the whole order anew to format what a line says of itself, also where it says nothing. */
	private function has_details( \WC_Order_Item_Product $item ): bool {
		if (
			$item::class !== \WC_Order_Item_Product::class
			|| has_filter( 'woocommerce_order_item_get_formatted_meta_data' )
		) {
			return true;
		}
		foreach ( $item->get_meta_data() as $meta ) {
			$key = $meta instanceof \WC_Meta_Data ? ( $meta->get_data()['key'] ?? '' ) : '';
			if ( ! is_string( $key ) || ! str_starts_with( $key, '_' ) ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Contained in the price of one piece, which French law wants visible and apart; in the currency's decimals, null
	 * where there is none. It is said in the row's text: what Sellsy's own eco-tax field does to totals is not
	 * documented. No plugin's way of storing it is common enough to be guessed at: the shop says it.
	 */
	private function eco_participation( \WC_Order_Item_Product $item, \WC_Order $order ): ?Decimal {
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
