<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Emails;

defined( 'ABSPATH' ) || exit;

/** Whether an e-mail of WooCommerce still tells the truth about an order that moved on while the e-mail waited. */
final class StatusEmail {

	/** No sale yet, or none any more. */
	private const NO_SALE = [
		'pending',
		'failed',
		'cancelled',
		'refunded',
		'draft',
		'auto-draft',
		'checkout-draft',
		'trash',
	];

	/**
	 * Statuses of other plugins come after the payment, as far as anybody can tell. The confirmation of an order that
	 * was completed since is still one: WooCommerce may send no other.
	 *
	 * @param string $email_id WooCommerce's.
	 * @param string $status   of the order, without the `wc-` prefix.
	 */
	public static function still_holds( string $email_id, string $status ): bool {
		$is_sale = ! in_array( $status, self::NO_SALE, true );
		return match ( $email_id ) {
			'customer_on_hold_order'    => $status === 'on-hold',
			'customer_processing_order' => $is_sale && $status !== 'on-hold',
			'customer_completed_order'  => $is_sale && ! in_array( $status, [ 'on-hold', 'processing' ], true ),
			default                     => true,
		};
	}
}
