<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\CustomerEmails;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Emails\HoldEmail;
use OrderInvoicer\Domain\Settings\CustomerEmailSettings;
use OrderInvoicer\Domain\System\Logger;

/**
 * Keeps an e-mail back that WooCommerce is about to send because of an order's status or refund, within the request or
 * deferred by WooCommerce itself. Its last question before it builds one is whether that e-mail is enabled.
 */
final class HoldEmails {

	/** After everybody else: what they switch off is not held. */
	private const PRIORITY = PHP_INT_MAX;

	/** How WooCommerce's hooks end that have an e-mail sent; others ask about e-mails too, such as its settings. */
	private const SENDS = '_notification';

	/** @param \Closure(): HoldEmail $hold */
	public function __construct(
		private readonly \Closure $hold,
		private readonly Logger $logger,
	) {}

	public function register(): void {
		foreach ( CustomerEmailSettings::HOLDABLE as $id ) {
			add_filter(
				"woocommerce_email_enabled_$id",
				[ $this, 'handle_woocommerce_email_enabled' ],
				self::PRIORITY,
				3
			);
		}
	}

	/**
	 * An e-mail that we cannot keep back leaves.
	 *
	 * @internal
	 */
	public function handle_woocommerce_email_enabled(
		mixed $enabled,
		mixed $order = null,
		mixed $email = null,
	): mixed {
		if (
			! (bool) $enabled
			|| ! $order instanceof \WC_Order
			|| ! $email instanceof \WC_Email
			|| ! self::is_about_to_be_sent()
		) {
			return $enabled;
		}
		try {
			return $this->is_held( $order, $email ) ? false : $enabled;
		} catch ( \Throwable $error ) {
			$this->logger->error(
				'An e-mail could not be kept back, so it left.',
				[
					'order_id' => $order->get_id(),
					'error'    => $error::class,
				]
			);
			return $enabled;
		}
	}

	private function is_held( \WC_Order $order, \WC_Email $email ): bool {
		$id     = (string) $email->id;
		$refund = get_object_vars( $email )['refund'] ?? null;
		$about  = $refund instanceof \WC_Order_Refund ? $refund->get_id() : 0;
		return CustomerEmailSettings::is_about_refund( $id ) === ( $about > 0 )
			&& ( $this->hold )()->take( $order->get_id(), $id, $about );
	}

	private static function is_about_to_be_sent(): bool {
		global $wp_current_filter;
		$outer = is_array( $wp_current_filter ) ? array_slice( $wp_current_filter, -2, 1 )[0] ?? '' : '';
		return is_string( $outer ) && str_ends_with( $outer, self::SENDS );
	}
}
