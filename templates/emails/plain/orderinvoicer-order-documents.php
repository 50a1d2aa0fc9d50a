<?php
/**
 * The documents of an order, in WooCommerce's e-mails about it (plain text).
 *
 * This template can be overridden by copying it to yourtheme/woocommerce/emails/plain/orderinvoicer-order-documents.php.
 *
 * @var \WC_Order                              $order
 * @var string                                 $title plain text, as all that follows.
 * @var list<array{text: string, url: string}> $links to each document, or to the page where one will be.
 * @version 0.1.0
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

echo "\n" . esc_html( $title ) . "\n\n";
foreach ( $links as $orderinvoicer_link ) {
	// phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- Plain text: an entity would break the address.
	echo esc_html( $orderinvoicer_link['text'] ) . "\n" . esc_url_raw( $orderinvoicer_link['url'] ) . "\n";
}
