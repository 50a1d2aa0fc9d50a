<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Order;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Order\OrderBackground;
use OrderInvoicer\Domain\Settings\Condition;
use OrderInvoicer\WordPress\Tables\CheckedRead;

/** Roles of an order's buyer and categories of its products, as WordPress has them now. */
final class BackgroundReader {

	private const CATEGORY = 'product_cat';

	/**
	 * @param \Closure(): list<int> $products ids as the items were sold; 0 for those that name none.
	 * @param int|null              $user_id  0 for a guest; null where the shop has erased who it was.
	 */
	public static function background( \Closure $products, ?int $user_id ): OrderBackground {
		return new OrderBackground(
			static fn (): ?array => match ( $user_id ) {
				null    => null,
				0       => [ Condition::GUEST ],
				default => CheckedRead::read( static fn (): ?array => self::roles_of( $user_id ) ),
			},
			static fn (): array => CheckedRead::read(
				static fn (): array => array_map(
					self::categories_of( ... ),
					array_values( array_unique( $products() ) )
				)
			)
		);
	}

	/** @return list<int> as they were sold: WooCommerce itself reads 0 for a product that was deleted. */
	public static function products( \WC_Order $order ): array {
		$products = [];
		foreach ( $order->get_items() as $item ) {
			if ( $item instanceof \WC_Order_Item_Product ) {
				$id         = $item->get_product_id( 'edit' );
				$sold       = $id > 0 ? $id : wc_get_order_item_meta( $item->get_id(), '_product_id' );
				$products[] = is_numeric( $sold ) ? (int) $sold : 0;
			}
		}
		return $products;
	}

	/** @return list<string>|null */
	private static function roles_of( int $user_id ): ?array {
		$user = get_userdata( $user_id );
		return $user === false ? null : array_values( array_filter( $user->roles, is_string( ... ) ) );
	}

	/** @return list<int>|null */
	private static function categories_of( int $product_id ): ?array {
		if ( $product_id === 0 ) {
			return []; // Typed by hand: there never was a product.
		}
		$terms = get_post( $product_id ) === null ? null : get_the_terms( $product_id, self::CATEGORY );
		if ( $terms === null || $terms instanceof \WP_Error ) {
			return null;
		}
		$ids = [];
		foreach ( is_array( $terms ) ? $terms : [] as $term ) {
			$ids[] = [ $term->term_id, ...get_ancestors( $term->term_id, self::CATEGORY, 'taxonomy' ) ];
		}
		return array_values( array_unique( array_merge( ...$ids ) ) );
	}
}
