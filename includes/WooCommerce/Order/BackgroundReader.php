<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Order;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Order\OrderBackground;
use OrderInvoicer\Domain\Settings\Condition;
use OrderInvoicer\WordPress\Tables\CheckedRead;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;

/** Roles of an order's buyer and categories of its products, as WordPress has them now. */
final class BackgroundReader {

	private const CATEGORY = 'product_cat';

	/** What WPML and Polylang take for "whatever the language of this page is". */
	public const ALL_LANGUAGES = [
		'wpml_skip_filters' => true,
		'lang'              => '',
	];

	/**
	 * @param \Closure(): list<int> $products ids as the items were sold; 0 for those that name none.
	 * @param int|null              $user_id  0 for a guest; null where the shop has erased who it was.
	 */
	public static function background( \Closure $products, ?int $user_id ): OrderBackground {
		return new OrderBackground(
			static fn (): ?array => match ( $user_id ) {
				null    => null,
				0       => [ Condition::GUEST ],
				default => self::roles_of( $user_id ),
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
		try {
			$user = CheckedRead::read( static fn (): \WP_User|false => get_userdata( $user_id ) );
		} catch ( DatabaseRefused $refused ) {
			wp_cache_delete( $user_id, 'user_meta' ); // Else "none" stays where other processes look.
			throw $refused;
		}
		return $user === false ? null : array_values( array_filter( $user->roles, is_string( ... ) ) );
	}

	/** @return list<int>|null */
	private static function categories_of( int $sold_id ): ?array {
		if ( $sold_id === 0 ) {
			return []; // Typed by hand: there never was a product.
		}
		$is_variation = get_post_type( $sold_id ) === 'product_variation';
		$product_id   = $is_variation ? (int) wp_get_post_parent_id( $sold_id ) : $sold_id;
		$found        = get_post_type( $product_id ) === 'product'
			? wp_get_object_terms( $product_id, self::CATEGORY, [ 'fields' => 'ids' ] + self::ALL_LANGUAGES )
			: null;
		if ( ! is_array( $found ) ) {
			return null;
		}
		$ids = [];
		foreach ( array_map( intval( ... ), $found ) as $id ) {
			array_push( $ids, $id, ...get_ancestors( $id, self::CATEGORY, 'taxonomy' ) );
		}
		return array_values( array_unique( array_merge( $ids, ...array_map( self::translations( ... ), $ids ) ) ) );
	}

	/**
	 * A rule names a category in one language, and an order may hold products of another. By the hooks of WPML, which
	 * Polylang has too.
	 *
	 * @return list<int> none in a shop of one language.
	 */
	private static function translations( int $id ): array {
		// phpcs:disable WordPress.NamingConventions.PrefixAllGlobals.NonPrefixedHooknameFound -- WPML's own.
		$languages = has_filter( 'wpml_object_id' ) ? apply_filters( 'wpml_active_languages', null ) : [];
		$found     = array_map(
			static fn ( int|string $language ): mixed =>
				apply_filters( 'wpml_object_id', $id, self::CATEGORY, true, $language ),
			array_keys( is_array( $languages ) ? $languages : [] )
		);
		// phpcs:enable
		return array_map( intval( ... ), array_values( array_filter( $found, is_numeric( ... ) ) ) );
	}
}
