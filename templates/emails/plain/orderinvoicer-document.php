<?php
/**
 * E-mail about a final document, invoice or credit note (plain text).
 *
 * This template can be overridden by copying it to yourtheme/woocommerce/emails/plain/orderinvoicer-document.php.
 *
 * @var string                $email_heading
 * @var string                $greeting           plain text, as all that follows.
 * @var string                $introduction
 * @var array<string, string> $details            number, date and total, by their names.
 * @var string                $link_url
 * @var string                $link_text
 * @var string                $additional_content from the settings of the e-mail.
 * @version 0.1.0
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

echo "=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=\n";
echo esc_html( wp_strip_all_tags( $email_heading ) );
echo "\n=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=\n\n";
echo esc_html( $greeting ) . "\n\n";
echo esc_html( $introduction ) . "\n\n";
foreach ( $details as $orderinvoicer_name => $orderinvoicer_value ) {
	/* translators: 1: what it is, such as Number, 2: its value. */
	printf( esc_html__( '%1$s: %2$s', 'orderinvoicer' ), esc_html( $orderinvoicer_name ), esc_html( $orderinvoicer_value ) );
	echo "\n";
}
echo "\n" . esc_html( $link_text ) . "\n" . esc_url( $link_url ) . "\n";
echo "\n----------------------------------------\n\n";
if ( $additional_content !== '' ) {
	echo esc_html( wp_strip_all_tags( wptexturize( $additional_content ) ) );
	echo "\n\n----------------------------------------\n\n";
}
// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals.NonPrefixedHooknameFound -- WooCommerce's own.
$orderinvoicer_footer = apply_filters( 'woocommerce_email_footer_text', get_option( 'woocommerce_email_footer_text' ) );
echo is_string( $orderinvoicer_footer ) ? wp_kses_post( $orderinvoicer_footer ) : '';
