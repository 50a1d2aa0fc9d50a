<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Emails;

defined( 'ABSPATH' ) || exit;

/** Gives an e-mail to WordPress, and says what became of it. */
final class HandOver {

	/**
	 * A mail server may take it for some recipients and refuse others. PHPMailer gives it the message all the same, and
	 * says afterwards that something went wrong: `wp_mail()` then answers false, although some have it. Whatever else
	 * comes back, null from a plugin that sends by itself too, says that it was handed over.
	 *
	 * @param array{string, string, string, string, array<mixed>} $parts as `WC_Email::send()` takes them.
	 * @return bool|null null: some may have it. False: nobody has.
	 */
	public static function to_wordpress( \WC_Email $email, array $parts ): ?bool {
		$is_partial = false;
		$listen     = static function ( mixed $error ) use ( $parts, &$is_partial ): void {
			$is_partial = self::goes_to_many( $parts ) && self::went_on( $error );
		};
		add_action( 'wp_mail_failed', $listen );
		try {
			$is_accepted = $email->send( ...$parts ) !== false;
		} finally {
			remove_action( 'wp_mail_failed', $listen );
			// Where somebody's code threw, WooCommerce left these for the next e-mail of this process.
			remove_filter( 'wp_mail_from', [ $email, 'get_from_address' ] );
			remove_filter( 'wp_mail_from_name', [ $email, 'get_from_name' ] );
			remove_filter( 'wp_mail_content_type', [ $email, 'get_content_type' ] );
		}
		return $is_partial && ! $is_accepted ? null : $is_accepted;
	}

	/** @param array{string, string, string, string, array<mixed>} $parts */
	private static function goes_to_many( array $parts ): bool {
		return str_contains( $parts[0], ',' ) || preg_match( '/^b?cc:/mi', $parts[3] ) === 1;
	}

	/** PHPMailer::STOP_CONTINUE: what was wrong did not keep it from the rest. */
	private static function went_on( mixed $error ): bool {
		$data = $error instanceof \WP_Error ? $error->get_error_data() : null;
		return is_array( $data ) && ( $data['phpmailer_exception_code'] ?? null ) === 1;
	}
}
