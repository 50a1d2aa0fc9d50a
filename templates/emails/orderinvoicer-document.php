<?php
/**
 * E-mail about a final document, invoice or credit note.
 *
 * This template can be overridden by copying it to yourtheme/woocommerce/emails/orderinvoicer-document.php.
 *
 * @var \WC_Order             $order
 * @var \WC_Email             $email
 * @var string                $email_heading
 * @var string                $greeting           plain text, as all that follows.
 * @var string                $introduction
 * @var string                $document_kind      `invoice` or `creditnote`.
 * @var array<string, string> $details            number, date and total, by their names.
 * @var string                $link_url
 * @var string                $link_text
 * @var string                $additional_content HTML, from the settings of the e-mail.
 * @version 0.1.0
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// phpcs:disable WordPress.NamingConventions.PrefixAllGlobals.NonPrefixedHooknameFound -- WooCommerce's own.
do_action( 'woocommerce_email_header', $email_heading, $email );
?>
<div class="email-introduction">
	<p><?php echo esc_html( $greeting ); ?></p>
	<p><?php echo esc_html( $introduction ); ?></p>
</div>
<?php
wc_get_template(
	'emails/orderinvoicer-document-details.php',
	[
		'details'   => $details,
		'link_url'  => $link_url,
		'link_text' => $link_text,
	],
	'',
	$email->template_base
);
if ( $additional_content !== '' ) {
	echo wp_kses_post( wpautop( wptexturize( $additional_content ) ) );
}
do_action( 'woocommerce_email_footer', $email );
