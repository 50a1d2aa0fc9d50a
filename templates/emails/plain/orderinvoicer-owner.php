<?php
/**
 * E-mail to the owner of the shop (plain text). A theme has its own in
 * yourtheme/woocommerce/emails/plain/orderinvoicer-owner.php.
 *
 * @version 1
 * @var \OrderInvoicer\Features\OwnerMail\OwnerMessage $message
 * @var string                                         $email_heading
 * @var string                                         $additional_content
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// phpcs:disable WordPress.NamingConventions.PrefixAllGlobals -- WooCommerce's hooks; read inside a function.

echo "=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=\n";
echo esc_html( wp_strip_all_tags( $email_heading ) );
echo "\n=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=-=\n\n";

echo esc_html( $message->intro ) . "\n\n";

foreach ( $message->entries as $entry ) {
	if ( $entry->title !== '' ) {
		echo esc_html( $entry->title ) . "\n----------\n";
	}
	echo esc_html( "$entry->text $entry->next_step" ) . "\n";
	echo esc_html( $entry->link ) . ': ' . esc_url_raw( $entry->url ) . "\n\n";
}

if ( $additional_content !== '' ) {
	echo esc_html( wp_strip_all_tags( wptexturize( $additional_content ) ) ) . "\n\n";
}

$footer = apply_filters( 'woocommerce_email_footer_text', get_option( 'woocommerce_email_footer_text' ) );
echo is_string( $footer ) ? wp_kses_post( $footer ) : '';
