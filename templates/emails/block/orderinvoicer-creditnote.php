<?php
/**
 * E-mail about a credit note: where WooCommerce's block editor begins. It can be edited there. WooCommerce puts the
 * e-mail's own content where ##WOO_CONTENT## stands.
 *
 * @version 0.1.0
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;
?>
<!-- wp:heading -->
<h2 class="wp-block-heading"><?php esc_html_e( 'Your credit note is available', 'orderinvoicer' ); ?></h2>
<!-- /wp:heading -->

<!-- wp:paragraph -->
<p><?php echo esc_html__( 'A credit note for your order is final: you can look at it on the page of your order.', 'orderinvoicer' ); ?></p>
<!-- /wp:paragraph -->

<!-- wp:woocommerce/email-content {"lock":{"move":false,"remove":true}} -->
<div class="wp-block-woocommerce-email-content">##WOO_CONTENT##</div>
<!-- /wp:woocommerce/email-content -->

<!-- wp:paragraph -->
<p><?php esc_html_e( 'Thank you for your trust.', 'orderinvoicer' ); ?></p>
<!-- /wp:paragraph -->
