<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration;

/**
 * WooCommerce's own e-mails in this process. They are made and sent as ever, but where no test reads them they are
 * short. What the plugin adds to them is always there (`woocommerce_email_order_meta`).
 */
final class ShopMails {

	/** What WooCommerce itself shows in them. */
	private const LONG = [
		'woocommerce_email_header',
		'woocommerce_email_order_details',
		'woocommerce_email_customer_details',
		'woocommerce_email_footer',
	];

	private static bool $are_read = false;

	/** @var array<string, \WP_Hook> */
	private static array $long = [];

	/** @var array<\WC_Email> */
	private static array $emails = [];

	public static function install(): void {
		// WooCommerce writes its styles into each tag: an eighth of the suite.
		add_filter(
			'woocommerce_mail_style_inline_callback',
			static fn (): callable => static fn ( string $content ): string => $content
		);
		// Nobody reads what was bought in WooCommerce's own table: products and pictures.
		add_filter(
			'woocommerce_email_order_items_args',
			static fn ( array $table ): array => [ 'items' => [] ] + $table
		);
		// What WooCommerce tells the owner of each new order is read by nobody here.
		add_filter( 'woocommerce_email_enabled_new_order', '__return_false' );
		add_action(
			'woocommerce_email',
			static function ( \WC_Emails $mailer ): void {
				self::$long = array_intersect_key( $GLOBALS['wp_filter'], array_flip( self::LONG ) );
				self::show_long( self::$are_read );
				foreach ( $mailer->emails as $email ) {
					add_filter(
						"woocommerce_email_additional_content_$email->id",
						static fn ( string $text ): string => self::$are_read ? $text : ''
					);
				}
			}
		);
	}

	/** They are whole until the test ends, and made with the settings of now. */
	public static function are_read(): void {
		self::$are_read = true;
		self::show_long( true );
		self::make_anew();
	}

	/** With the settings of now. */
	public static function make_anew(): void {
		WC()->mailer()->init();
		self::forget_earlier();
	}

	public static function after_test(): void {
		if ( self::$are_read ) {
			self::$are_read = false;
			self::show_long( false );
		}
		self::forget_earlier();
	}

	private static function show_long( bool $shown ): void {
		foreach ( self::$long as $hook => $registered ) {
			if ( $shown ) {
				// phpcs:ignore WordPress.WP.GlobalVariablesOverride -- It was taken from there.
				$GLOBALS['wp_filter'][ $hook ] = $registered;
			} else {
				unset( $GLOBALS['wp_filter'][ $hook ] );
			}
		}
	}

	/** E-mails that were made before those of now would send a second one each, in all tests that follow. */
	private static function forget_earlier(): void {
		$now = did_action( 'woocommerce_email' ) === 0 ? [] : WC()->mailer()->emails;
		if ( $now === self::$emails ) {
			return;
		}
		self::$emails = $now;
		foreach ( $GLOBALS['wp_filter'] as $hook => $registered ) {
			foreach ( $registered->callbacks as $priority => $callbacks ) {
				foreach ( array_column( $callbacks, 'function' ) as $callback ) {
					$made = is_array( $callback ) ? $callback[0] : null;
					if ( $made instanceof \WC_Email && ! in_array( $made, $now, true ) ) {
						remove_filter( (string) $hook, $callback, $priority );
					}
				}
			}
		}
	}
}
