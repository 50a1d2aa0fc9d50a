<?php
/**
 * E-mail to the owner of the shop (HTML). A theme has its own in yourtheme/woocommerce/emails/orderinvoicer-owner.php.
 * `$email->id` says which of them it is: orderinvoicer_standstill or orderinvoicer_digest.
 *
 * @version 1
 * @var \OrderInvoicer\Features\OwnerMail\OwnerMessage $message
 * @var string                                         $email_heading
 * @var string                                         $additional_content
 * @var \WC_Email                                      $email
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// phpcs:disable WordPress.NamingConventions.PrefixAllGlobals -- WooCommerce's hooks; read inside a function.

do_action( 'woocommerce_email_header', $email_heading, $email );
?>
<p><?php echo esc_html( $message->intro ); ?></p>

<?php foreach ( $message->entries as $entry ) : ?>
	<?php if ( $entry->title !== '' ) : ?>
		<h2><?php echo esc_html( $entry->title ); ?></h2>
	<?php endif; ?>
	<p>
		<?php echo esc_html( $entry->text ); ?>
		<?php echo esc_html( $entry->next_step ); ?>
	</p>
	<p><a class="link" href="<?php echo esc_url( $entry->url ); ?>"><?php echo esc_html( $entry->link ); ?></a></p>
<?php endforeach; ?>

<?php
if ( $additional_content !== '' ) {
	echo wp_kses_post( wpautop( wptexturize( $additional_content ) ) );
}

do_action( 'woocommerce_email_footer', $email );
