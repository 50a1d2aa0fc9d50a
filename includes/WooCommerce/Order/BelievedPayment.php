<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Order;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;

/**
 * Whether an order's date of payment says that its money came. WooCommerce dates each order that comes into a paid
 * status, also one that came there because its proforma was accepted or invoiced at Sellsy, which is no payment. Such
 * an order is marked, and its date is not believed until Sellsy's invoice is paid, the gateway reports the payment, or
 * a person says that the money is there. Nobody else asks WooCommerce for the date in order to know about money.
 */
final class BelievedPayment {

	private const META = '_orderinvoicer_accepted';

	/** The total when the payment was dated: the order may be edited before anything is made of it. */
	private const TOTAL = '_orderinvoicer_paid_total';

	/** Nothing that was accepted is awaited of these. */
	private const OVER = [ 'cancelled', 'refunded' ];

	/** Null: no money is known of. */
	public static function paid_at( \WC_Order $order ): ?\DateTimeImmutable {
		$paid_at = self::is_doubted( $order ) ? null : $order->get_date_paid( 'edit' );
		return $paid_at === null ? null : new \DateTimeImmutable( '@' . $paid_at->getTimestamp() );
	}

	/** Accepted, not paid. */
	public static function is_doubted( \WC_Order $order ): bool {
		return $order->get_meta( self::META, true, 'edit' ) !== '';
	}

	/** Its money is still to come. */
	public static function is_awaited( \WC_Order $order ): bool {
		return self::is_doubted( $order ) && ! $order->has_status( self::OVER );
	}

	/** Its date is believed, and nobody has ended the order. */
	public static function may_be_doubted( \WC_Order $order ): bool {
		return ! self::is_doubted( $order ) && ! $order->has_status( self::OVER );
	}

	/**
	 * Stored before the status that dates the payment: a request may die in between, and an acceptance would be a
	 * payment.
	 */
	public static function doubt( \WC_Order $order ): void {
		$order->update_meta_data( self::META, 'not_paid' );
		self::store_mark( $order );
	}

	/** What was accepted came to nothing. */
	public static function forget( \WC_Order $order ): void {
		$order->delete_meta_data( self::META );
		self::store_mark( $order );
	}

	/** What is changed of the order already has WooCommerce not save it for the mark alone. */
	private static function store_mark( \WC_Order $order ): void {
		$order->set_date_modified( time() );
		$order->save_meta_data();
	}

	/** In a paid status all the same. */
	public static function is_undated( \WC_Order $order ): bool {
		return $order->get_date_paid( 'edit' ) === null && $order->has_status( wc_get_is_paid_statuses() );
	}

	/**
	 * WooCommerce's request died in the save that dates a payment: it writes status and transaction before the date.
	 * By its own rule, which gateways filter, an order is dated when it comes into that status.
	 */
	public static function is_half_saved( \WC_Order $order ): bool {
		if (
			! self::is_undated( $order )
			|| $order->get_transaction_id( 'edit' ) === ''
			|| self::is_doubted( $order )
		) {
			return false;
		}
		WC()->payment_gateways(); // They filter what follows once they are made, such as cash on delivery.
		$status = apply_filters(
			// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals.NonPrefixedHooknameFound -- WooCommerce's own.
			'woocommerce_payment_complete_order_status',
			$order->needs_processing() ? 'processing' : 'completed',
			$order->get_id(),
			$order
		);
		return is_string( $status ) && $order->has_status( $status );
	}

	/**
	 * The money is there, since that moment. To be saved: the doubt alone is gone at once, as above.
	 *
	 * @param string $transaction_id of the gateway; one that the order knows already stays.
	 */
	public static function believe( \WC_Order $order, int $paid_at, string $transaction_id = '' ): void {
		self::forget( $order );
		$order->set_date_paid( $paid_at );
		if ( $transaction_id !== '' && $order->get_transaction_id( 'edit' ) === '' ) {
			$order->set_transaction_id( $transaction_id );
		}
	}

	/**
	 * Before an order is saved. A payment that comes on top has a transaction of its own. One of no worth
	 * is still being made by a program.
	 */
	public static function keep_total( \WC_Order $order ): void {
		$changes = $order->get_changes();
		$paid_at = $order->get_date_paid( 'edit' );
		if ( $paid_at === null || ! ( isset( $changes['date_paid'] ) || isset( $changes['transaction_id'] ) ) ) {
			return;
		}
		$was     = $order->get_base_data()['date_paid'] ?? null;
		$is_paid = ! $was instanceof \WC_DateTime || $was->getTimestamp() !== $paid_at->getTimestamp();
		$is_more = ( $changes['transaction_id'] ?? '' ) !== '';
		if ( ( $is_paid || $is_more ) && (float) $order->get_total( 'edit' ) > 0 ) {
			$order->update_meta_data( self::TOTAL, (string) $order->get_total( 'edit' ) );
		}
	}

	/**
	 * @return Decimal|null null where no payment was dated since this is kept.
	 * @throws \InvalidArgumentException when what is stored is no number.
	 */
	public static function total( \WC_Order $order ): ?Decimal {
		$kept = $order->get_meta( self::TOTAL, true, 'edit' );
		return $kept === '' || self::paid_at( $order ) === null ? null : Stored::decimal( $kept );
	}
}
