<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Emails;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Settings\SettingsStore;

/** Where WooCommerce learns of our e-mails: its settings, its preview and its block editor. */
final class EmailHooks {

	/** Under these names WooCommerce holds them; the address of their settings is made of them. */
	private const NAMES = [
		'invoice'    => 'OrderInvoicer_Email_Invoice',
		'creditnote' => 'OrderInvoicer_Email_Credit_Note',
	];

	/** @param \Closure(): SettingsStore $settings */
	public function __construct(
		private readonly \Closure $settings,
		private readonly EmailSwitch $switch,
	) {}

	public function register(): void {
		add_filter( 'woocommerce_email_classes', [ $this, 'handle_email_classes' ] );
		add_filter( 'woocommerce_transactional_emails_for_block_editor', [ $this, 'handle_block_editor' ] );
		add_filter( 'woocommerce_prepare_email_for_preview', [ $this, 'handle_preview' ] );
		// Before other code puts its samples in.
		add_filter( 'woocommerce_email_preview_dummy_order', [ $this, 'handle_dummy_order' ], PHP_INT_MIN );
		foreach ( EmailSwitch::kinds() as $kind ) {
			$option = EmailSwitch::option( $kind );
			add_filter( "pre_update_option_$option", $this->switch->with_since( ... ), 10, 2 );
			add_filter( "pre_option_$option", $this->switch->nothing_stored( ... ), 10, 2 );
			add_filter( "default_option_$option", static fn (): array => [] );
		}
	}

	public static function name( DocumentKind $kind ): string {
		return self::NAMES[ $kind->value ] ?? '';
	}

	/** The page of WooCommerce's settings that holds the e-mail. */
	public static function settings_url( DocumentKind $kind ): string {
		return admin_url( 'admin.php?page=wc-settings&tab=email&section=' . strtolower( self::name( $kind ) ) );
	}

	public function handle_email_classes( mixed $emails ): mixed {
		if ( ! is_array( $emails ) ) {
			return $emails; // Other code broke the list: nobody's e-mails are to suffer from us.
		}
		return [
			...$emails,
			self::NAMES['invoice']    => new DocumentEmail( DocumentKind::Invoice, $this->settings ),
			self::NAMES['creditnote'] => new CreditNoteEmail( DocumentKind::CreditNote, $this->settings ),
		];
	}

	public function handle_block_editor( mixed $ids ): mixed {
		return is_array( $ids ) && self::knows_our_blocks()
			? [ ...$ids, ...array_map( EmailSwitch::id( ... ), EmailSwitch::kinds() ) ]
			: $ids;
	}

	/** WooCommerce looked for the blocks of every e-mail among its own files: 10.2.4 warns, 10.5.0 does not. */
	public static function knows_our_blocks(): bool {
		return defined( 'WC_VERSION' ) && version_compare( WC_VERSION, '10.3', '>=' );
	}

	/**
	 * WooCommerce gives the order of its previews the number 12345: what an order of the shop has under that number,
	 * such as a customer's SIRET, would be shown and sent.
	 */
	public function handle_dummy_order( mixed $order ): mixed {
		if ( $order instanceof \WC_Order ) {
			$order->init_meta_data();
		}
		return $order;
	}

	public function handle_preview( mixed $email ): mixed {
		if ( $email instanceof DocumentEmail ) {
			$email->show_sample();
		}
		return $email;
	}
}
