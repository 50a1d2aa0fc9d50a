<?php
/**
 * What an e-mail says of a document, with the link to it. Also what WooCommerce's block editor shows as the e-mail's
 * own content.
 *
 * This template can be overridden by copying it to yourtheme/woocommerce/emails/orderinvoicer-document-details.php.
 *
 * @var array<string, string> $details   number, date and total, by their names; plain text.
 * @var string                $link_url
 * @var string                $link_text plain text.
 * @version 0.1.0
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;
?>
<table class="td font-family" cellspacing="0" cellpadding="6" border="1" width="100%" style="width: 100%; margin-bottom: 24px;">
	<tbody>
		<?php foreach ( $details as $orderinvoicer_name => $orderinvoicer_value ) : ?>
			<tr>
				<th class="td text-align-left" scope="row" style="text-align: <?php echo is_rtl() ? 'right' : 'left'; ?>;"><?php echo esc_html( $orderinvoicer_name ); ?></th>
				<td class="td text-align-left" style="text-align: <?php echo is_rtl() ? 'right' : 'left'; ?>;"><?php echo esc_html( $orderinvoicer_value ); ?></td>
			</tr>
		<?php endforeach; ?>
	</tbody>
</table>
<p><a class="link" href="<?php echo esc_url( $link_url ); ?>"><?php echo esc_html( $link_text ); ?></a></p>
