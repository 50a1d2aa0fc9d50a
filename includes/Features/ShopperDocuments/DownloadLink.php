<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\ShopperDocuments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\WooCommerce\Shopper\OrderDoor;

/**
 * The address of a download. Below My account: caches leave that page alone, and where there is no file the theme draws
 * the page that says so.
 */
final class DownloadLink {

	public const DOCUMENT = 'orderinvoicer-document';
	public const ORDER    = 'orderinvoicer-order';

	/** @param string $key the order's key, for a buyer without an account; empty for one who is signed in. */
	public static function url( int $order_id, int $task_id, string $key = '' ): string {
		$arguments = [
			self::DOCUMENT => $task_id,
			self::ORDER    => $order_id,
		];
		return add_query_arg(
			$key === '' ? $arguments : $arguments + [ OrderDoor::KEY => rawurlencode( $key ) ],
			wc_get_page_permalink( 'myaccount' )
		);
	}

	// phpcs:disable WordPress.Security.NonceVerification.Recommended -- a link; rights are asked, the key is compared.

	/** 0 for what is no number. */
	public static function number_sent( string $name ): int {
		$sent = isset( $_GET[ $name ] ) && is_string( $_GET[ $name ] )
			? sanitize_text_field( wp_unslash( $_GET[ $name ] ) )
			: '';
		return preg_match( '/^[1-9][0-9]{0,17}$/D', $sent ) === 1 ? (int) $sent : 0;
	}
}
