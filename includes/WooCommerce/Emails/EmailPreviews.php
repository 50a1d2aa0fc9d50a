<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Emails;

defined( 'ABSPATH' ) || exit;

use Automattic\WooCommerce\Utilities\FeaturesUtil;
use OrderInvoicer\Domain\Settings\CustomerEmailSettings;
use OrderInvoicer\Wording\Names\ShopLanguage;

/**
 * WooCommerce's own preview of its e-mails: its page in wp-admin and its routes. Each is about an order that is made
 * up, and what we add to it is an example too (`woocommerce_is_email_preview`).
 */
final class EmailPreviews {

	public const HERE = 'here';

	/** Its block editor writes the e-mails: what the preview shows is not what customers get. */
	public const EDITOR = 'editor';

	/** An older WooCommerce, or other code took it away. */
	public const MISSING = 'missing';

	private const NAMESPACE = 'wc-admin-email';
	private const ROUTES    = '/' . self::NAMESPACE . '/settings/email';
	private const NONCE     = 'email-preview-nonce';
	private const PAGE      = 'preview-mail';

	/** How the ids of the plugin's own begin. */
	private const OWN = 'orderinvoicer_';

	/** @return self::HERE|self::EDITOR|self::MISSING how customers' e-mails can be looked at. */
	public static function way(): string {
		$is_there = isset( rest_get_server()->get_routes( self::NAMESPACE )[ self::ROUTES . '/send-preview' ] );
		return match ( true ) {
			! $is_there => self::MISSING,
			FeaturesUtil::feature_is_enabled( 'block_email_editor' ) => self::EDITOR,
			default => self::HERE,
		};
	}

	/** Null: not one of those that this plugin has to do with, or other code took it off the list. */
	public static function find( string $id ): ?\WC_Email {
		$is_ours = str_starts_with( $id, self::OWN ) || in_array( $id, CustomerEmailSettings::EMAILS, true );
		foreach ( $is_ours ? WC()->mailer()->get_emails() : [] as $email ) {
			if ( $email instanceof \WC_Email && $email->id === $id ) {
				return $email;
			}
		}
		return null;
	}

	/** For who asks, as long as they are signed in. */
	public static function url( \WC_Email $email ): string {
		return add_query_arg(
			[
				'preview_woocommerce_mail' => 'true',
				'type'                     => rawurlencode( $email::class ),
				'_wpnonce'                 => wp_create_nonce( self::PAGE ),
			],
			admin_url()
		);
	}

	/** @return string empty where WooCommerce did not say. */
	public static function subject( \WC_Email $email ): string {
		$answer  = self::asked( \WP_REST_Server::READABLE, '/preview-subject', [ 'type' => $email::class ] );
		$subject = $answer['subject'] ?? '';
		return is_string( $subject ) ? $subject : '';
	}

	/**
	 * @param list<string> $files that go with it.
	 * @return bool false: it did not leave.
	 */
	public static function send( \WC_Email $email, string $to, array $files ): bool {
		$mark = static fn ( mixed $parts ): mixed => is_array( $parts ) ? self::as_test( $parts, $files ) : $parts;
		$sent = [
			'type'  => $email::class,
			'email' => $to,
		];
		add_filter( 'woocommerce_mail_callback_params', $mark );
		try {
			return self::asked( \WP_REST_Server::CREATABLE, '/send-preview', $sent ) !== null;
		} finally {
			remove_filter( 'woocommerce_mail_callback_params', $mark );
		}
	}

	/**
	 * @param array<mixed> $parts as `wp_mail()` takes them.
	 * @param list<string> $files
	 * @return array<mixed>
	 */
	private static function as_test( array $parts, array $files ): array {
		$subject = is_string( $parts[1] ?? null ) ? $parts[1] : '';
		return array_replace(
			$parts,
			[
				/* translators: %s: subject of an e-mail. */
				1 => sprintf( ShopLanguage::text( static fn () => __( 'Test: %s', 'orderinvoicer' ) ), $subject ),
				4 => $files,
			]
		);
	}

	/**
	 * @param array<string, string> $given
	 * @return array<mixed>|null null: WooCommerce refused.
	 */
	private static function asked( string $method, string $route, array $given ): ?array {
		$request = new \WP_REST_Request( $method, self::ROUTES . $route );
		foreach ( [ 'nonce' => wp_create_nonce( self::NONCE ) ] + $given as $name => $value ) {
			$request->set_param( $name, $value );
		}
		$answer = rest_do_request( $request );
		return $answer->is_error() ? null : (array) $answer->get_data();
	}
}
