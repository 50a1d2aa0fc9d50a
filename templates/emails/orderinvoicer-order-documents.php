<?php
/**
 * The documents of an order, in WooCommerce's e-mails about it.
 *
 * This template can be overridden by copying it to yourtheme/woocommerce/emails/orderinvoicer-order-documents.php.
 *
 * @var \WC_Order                              $order
 * @var string                                 $title plain text, as all that follows.
 * @var list<array{text: string, url: string}> $links to each document, or to the page where one will be.
 * @version 0.1.0
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;
?>
<h2><?php echo esc_html( $title ); ?></h2>
<?php // As much room as below WooCommerce's own table. ?>
<div style="margin-bottom: 40px;">
<?php foreach ( $links as $orderinvoicer_link ) : ?>
	<p><a class="link" href="<?php echo esc_url( $orderinvoicer_link['url'] ); ?>"><?php echo esc_html( $orderinvoicer_link['text'] ); ?></a></p>
<?php endforeach; ?>
</div>
