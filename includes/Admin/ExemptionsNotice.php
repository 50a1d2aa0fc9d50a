<?php

declare( strict_types=1 );

namespace OrderInvoicer\Admin;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Order\ExemptSituation;
use OrderInvoicer\Domain\Taxes\EarlierExemptions;
use OrderInvoicer\Wording\Names\SituationText;
use OrderInvoicer\WordPress\Options\FreshOptions;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;

/** After an update: chosen exemptions that are no longer accepted, until somebody puts the notice away. */
final class ExemptionsNotice {

	/** admin-post.php: it was read. */
	public const PUT_AWAY = 'orderinvoicer_exemptions_read';

	/** `EarlierExemptions::OPTION`, without reading its file on pages of shops that have nothing to be told. */
	public const OPTION = 'orderinvoicer_unfit_exemptions';

	/** Where an owner comes by, with WooCommerce's own tables and with orders as posts. */
	private const SCREENS = [ 'dashboard', 'plugins', 'woocommerce_page_wc-orders', 'edit-shop_order' ];

	/** @param \Closure(): EarlierExemptions $earlier_exemptions */
	public function __construct(
		private readonly FreshOptions $options,
		private readonly \Closure $earlier_exemptions,
	) {}

	public function register(): void {
		add_action( 'admin_notices', [ $this, 'handle_admin_notices' ] );
		add_action( 'admin_post_' . self::PUT_AWAY, [ $this, 'handle_put_away' ] );
	}

	/** @internal */
	public function handle_admin_notices(): void {
		if (
			! in_array( get_current_screen()->id ?? '', self::SCREENS, true )
			|| ! current_user_can( AdminPage::CAPABILITY )
		) {
			return;
		}
		try {
			$unfit = str_contains( $this->options->get( self::OPTION ), ',' )
				? ( $this->earlier_exemptions )()->to_tell()
				: [];
		} catch ( DatabaseRefused ) {
			return; // No page fails for want of a notice.
		}
		if ( $unfit !== [] ) {
			$this->show( $unfit );
		}
	}

	/** @internal */
	public function handle_put_away(): void {
		check_admin_referer( self::PUT_AWAY );
		if ( current_user_can( AdminPage::CAPABILITY ) ) {
			( $this->earlier_exemptions )()->keep_unfit( [] );
		}
		$back = wp_get_referer();
		if ( wp_safe_redirect( $back === false ? admin_url() : $back ) ) {
			exit;
		}
	}

	/** @param non-empty-list<ExemptSituation> $unfit */
	private function show( array $unfit ): void {
		$texts = new SituationText();
		$lines = '';
		foreach ( $unfit as $situation ) {
			$lines .= '<li>' . esc_html( "{$texts->label( $situation )} – {$texts->advice( $situation )}" ) . '</li>';
		}
		printf(
			'<div class="notice notice-warning"><form method="post" action="%1$s"><p><strong>%2$s</strong> – %3$s</p>'
				. '<ul class="ul-disc">%4$s</ul><p><a href="%5$s">%6$s</a> &nbsp; ',
			esc_url( admin_url( 'admin-post.php' ) ),
			esc_html__( 'Order Invoicer', 'orderinvoicer' ),
			esc_html__( 'The Sellsy tax that you chose for these sales without VAT is no longer accepted: an invoice with it would give a wrong reason. Such orders stop from now on until you choose another one.', 'orderinvoicer' ),
			wp_kses_post( $lines ),
			esc_url( AdminPage::url() . '#/taxes' ),
			esc_html__( 'Choose the taxes', 'orderinvoicer' )
		);
		wp_nonce_field( self::PUT_AWAY );
		printf(
			'<button class="button button-small" name="action" value="%1$s">%2$s</button></p></form></div>',
			esc_attr( self::PUT_AWAY ),
			esc_html__( 'Hide this notice', 'orderinvoicer' )
		);
	}
}
