<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\ShopperDocuments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\CustomerEmailSettings;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;

/** In WooCommerce's settings of an e-mail: what of our documents goes with it, and where that is chosen. */
final class EmailSettingsNote {

	public const HOOK = 'woocommerce_email_settings_before';

	private const OWN = 'orderinvoicer_';

	/** @param string $page address of our page, without what follows `#`. */
	public function __construct(
		private readonly SettingsStore $settings,
		private readonly string $page,
	) {}

	public function register(): void {
		add_action( self::HOOK, [ $this, 'handle_woocommerce_email_settings_before' ] );
	}

	/** @internal */
	public function handle_woocommerce_email_settings_before( mixed $email = null ): void {
		$id = $email instanceof \WC_Email ? (string) $email->id : '';
		try {
			$text = $this->text( $id );
		} catch ( DatabaseRefused ) {
			return; // The page opens all the same.
		}
		if ( $text !== '' ) {
			printf(
				'<p>%1$s <a href="%2$s">%3$s</a></p>',
				esc_html( $text ),
				esc_url( "$this->page#/emails" ),
				esc_html__( 'All e-mails about documents, with preview and test', 'orderinvoicer' )
			);
		}
	}

	/** @return string empty where it is none of ours, and carries nothing of ours. */
	private function text( string $id ): string {
		$emails = $this->settings->get()->customer_emails;
		return match ( true ) {
			str_starts_with( $id, self::OWN ) =>
				__( 'This e-mail is one of Order Invoicer.', 'orderinvoicer' ),
			! in_array( $id, CustomerEmailSettings::EMAILS, true ) => '',
			! $emails->has( $id ) =>
				__( 'It does not lead to the documents of the order.', 'orderinvoicer' ),
			! $emails->holds( $id ) =>
				__( 'It leaves at once, with a link to the documents of the order.', 'orderinvoicer' ),
			$emails->attaches() =>
				sprintf(
					/* translators: %s: number of minutes. */
					__(
						'It carries the document of the order as a PDF where no earlier e-mail brought it, and waits for it for %s minutes at most.',
						'orderinvoicer'
					),
					number_format_i18n( $emails->minutes )
				),
			default =>
				sprintf(
					/* translators: %s: number of minutes. */
					__(
						'It leads to the document of the order, and waits for it for %s minutes at most.',
						'orderinvoicer'
					),
					number_format_i18n( $emails->minutes )
				),
		};
	}
}
