<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Emails;

defined( 'ABSPATH' ) || exit;

/** Gives an e-mail to WordPress, and says what became of it. */
final class HandOver {

	/**
	 * @param array{string, string, string, string, array<mixed>} $parts as `WC_Email::send()` takes them.
	 * @return bool|null null: some may have it. False: nobody has.
	 */
	public static function to_wordpress( \WC_Email $email, array $parts ): ?bool {
		try {
			return self::watched( $parts[0], $parts[3], static fn (): mixed => $email->send( ...$parts ) );
		} finally {
			self::clean_up_after( $email );
		}
	}

	/**
	 * A mail server may take it for some recipients and refuse others. PHPMailer gives it the message all the same, and
	 * says afterwards that something went wrong: `wp_mail()` then answers false, although some have it. Whatever else
	 * comes back, null from a plugin that sends by itself too, says that it was handed over.
	 *
	 * @param \Closure(): mixed $send gives it to WordPress.
	 * @return bool|null null: some may have it. False: nobody has.
	 */
	public static function watched( string $to, string $headers, \Closure $send ): ?bool {
		$is_partial = false;
		$listen     = static function ( mixed $error ) use ( $to, $headers, &$is_partial ): void {
			$is_partial = self::goes_to_many( $to, $headers ) && self::went_on( $error );
		};
		add_action( 'wp_mail_failed', $listen );
		try {
			$is_accepted = $send() !== false;
		} finally {
			remove_action( 'wp_mail_failed', $listen );
		}
		return $is_partial && ! $is_accepted ? null : $is_accepted;
	}

	/** Where somebody's code threw, WooCommerce left these for the next e-mail of this process. */
	public static function clean_up_after( \WC_Email $email ): void {
		remove_filter( 'wp_mail_from', [ $email, 'get_from_address' ] );
		remove_filter( 'wp_mail_from_name', [ $email, 'get_from_name' ] );
		remove_filter( 'wp_mail_content_type', [ $email, 'get_content_type' ] );
	}

	private static function goes_to_many( string $to, string $headers ): bool {
		return str_contains( $to, ',' ) || preg_match( '/^b?cc:/mi', $headers ) === 1;
	}

	/** PHPMailer::STOP_CONTINUE: what was wrong did not keep it from the rest. */
	private static function went_on( mixed $error ): bool {
		$data = $error instanceof \WP_Error ? $error->get_error_data() : null;
		return is_array( $data ) && ( $data['phpmailer_exception_code'] ?? null ) === 1;
	}
}
