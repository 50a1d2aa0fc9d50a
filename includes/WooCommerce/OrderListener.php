<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\FollowUps\OrderEventHandler;
use OrderInvoicer\WooCommerce\Order\BelievedPayment;

/**
 * Turns WooCommerce's events into ours. Everything is caught: an order must be saved even when we are broken, and
 * WooCommerce itself catches no `Error` there.
 */
final class OrderListener {

	/** What register() listens to; Site Health looks whether it still does. */
	public const HOOKS = [
		'woocommerce_order_status_changed',
		'woocommerce_payment_complete',
		'woocommerce_pre_payment_complete',
		'woocommerce_before_order_object_save',
		'woocommerce_new_order',
		'woocommerce_order_refunded',
		'woocommerce_refund_deleted',
		'woocommerce_update_order',
		'woocommerce_shiptastic_shipment_status_changed',
		'woocommerce_shiptastic_shipment_after_save',
	];

	/** Early, because WooCommerce drops the rest of a transition when another listener throws. */
	private const EARLY = 1;

	/** Other code may still change the total, or the date of payment. */
	private const LAST = PHP_INT_MAX;

	/**
	 * Both are made at the first event: most requests have none.
	 *
	 * @param \Closure(): OrderEventHandler $order_event_handler
	 * @param \Closure(): WooOrderEvents    $order_events
	 */
	public function __construct(
		private readonly \Closure $order_event_handler,
		private readonly \Closure $order_events,
	) {}

	public function register(): void {
		add_action(
			'woocommerce_order_status_changed',
			[ $this, 'handle_woocommerce_order_status_changed' ],
			self::EARLY,
			4
		);
		add_action( 'woocommerce_payment_complete', [ $this, 'handle_woocommerce_payment_complete' ], self::EARLY );
		add_action(
			'woocommerce_pre_payment_complete',
			[ $this, 'handle_woocommerce_pre_payment_complete' ],
			self::EARLY,
			2
		);
		add_action(
			'woocommerce_before_order_object_save',
			[ $this, 'handle_woocommerce_before_order_object_save' ],
			self::LAST
		);
		add_action( 'woocommerce_new_order', [ $this, 'handle_woocommerce_new_order' ], self::EARLY, 2 );
		add_action( 'woocommerce_order_refunded', [ $this, 'handle_woocommerce_order_refunded' ], self::EARLY, 2 );
		add_action( 'woocommerce_refund_deleted', [ $this, 'handle_woocommerce_refund_deleted' ], self::EARLY, 2 );
		add_action( 'woocommerce_update_order', [ $this, 'handle_woocommerce_update_order' ], self::EARLY, 2 );
		add_action(
			'woocommerce_shiptastic_shipment_status_changed',
			[ $this, 'handle_woocommerce_shiptastic_shipment_status_changed' ],
			self::EARLY,
			4
		);
		add_action(
			'woocommerce_shiptastic_shipment_after_save',
			[ $this, 'handle_woocommerce_shiptastic_shipment_after_save' ],
			self::EARLY,
			3
		);
	}

	/** Fires inside the save, also for orders created in another status than pending (from is "pending" then). */
	public function handle_woocommerce_order_status_changed(
		mixed $order_id,
		mixed $from,
		mixed $to,
		mixed $order,
	): void {
		if ( is_string( $from ) && is_string( $to ) ) {
			$this->pass_on( $order, OrderEvent::STATUS, $from, $to );
		}
	}

	/** Fires after the save; the status may be a custom one that WooCommerce does not count as paid. */
	public function handle_woocommerce_payment_complete( mixed $order_id ): void {
		$this->pass_on( $order_id, OrderEvent::PAYMENT, '', '' );
	}

	/**
	 * A gateway reports the payment of an order that counts as accepted, or once more, after the request died that
	 * saved its payment. WooCommerce itself does nothing with that where the order has a paid status already.
	 */
	public function handle_woocommerce_pre_payment_complete( mixed $order_id, mixed $transaction_id = '' ): void {
		try {
			$order = is_numeric( $order_id ) && is_scalar( $transaction_id ) && (string) $transaction_id !== ''
				? wc_get_order( (int) $order_id )
				: null;
			if (
				$order instanceof \WC_Order
				&& ( BelievedPayment::is_doubted( $order ) || BelievedPayment::is_undated( $order ) )
			) {
				BelievedPayment::believe( $order, time(), (string) $transaction_id );
				$order->save();
				$this->pass_on( $order, OrderEvent::PAYMENT, '', '' );
			}
		} catch ( \Throwable $error ) {
			$this->not_taken_in( OrderEvent::PAYMENT, $error );
		}
	}

	/** What is kept of a payment goes into the save that dates it: neither is lost alone. */
	public function handle_woocommerce_before_order_object_save( mixed $order ): void {
		try {
			if ( $order instanceof \WC_Order && $order->get_type() === 'shop_order' ) {
				BelievedPayment::keep_total( $order );
			}
		} catch ( \Throwable $error ) {
			$this->not_taken_in( OrderEvent::PAYMENT, $error );
		}
	}

	/** An order that stays as it was created changes no status. */
	public function handle_woocommerce_new_order( mixed $order_id, mixed $order = null ): void {
		if ( $order instanceof \WC_Order && $order->has_status( 'pending' ) ) {
			$this->pass_on( $order, OrderEvent::CREATED, '', 'pending' );
		}
	}

	/**
	 * Fulfilments of WooCommerce and tracking plugins save the order; nothing else tells of them all.
	 */
	public function handle_woocommerce_update_order( mixed $order_id, mixed $order = null ): void {
		try {
			if (
				$order instanceof \WC_Order
				&& ( $this->order_events )()->is_shipped( $order, $order->get_status( 'edit' ) )
			) {
				$this->pass_on( $order, OrderEvent::SHIPPED, '', '' );
			}
		} catch ( \Throwable $error ) {
			$this->not_taken_in( OrderEvent::SHIPPED, $error );
		}
	}

	/** Shiptastic keeps its parcels apart from the order, and need not save it. */
	public function handle_woocommerce_shiptastic_shipment_status_changed(
		mixed $shipment_id,
		mixed $from,
		mixed $to,
		mixed $shipment = null,
	): void {
		$this->parcel_changed( $shipment );
	}

	/**
	 * A number that is given to a parcel which left already changes no status. Fires many times for one change of
	 * anything else.
	 */
	public function handle_woocommerce_shiptastic_shipment_after_save(
		mixed $shipment,
		mixed $is_new = false,
		mixed $changes = [],
	): void {
		if ( is_array( $changes ) && array_key_exists( 'tracking_id', $changes ) ) {
			$this->parcel_changed( $shipment );
		}
	}

	private function parcel_changed( mixed $shipment ): void {
		try {
			$order = is_object( $shipment ) && is_callable( [ $shipment, 'get_order' ] )
				? $shipment->get_order()
				: null;
			$this->pass_on( $order, OrderEvent::SHIPPED, '', '' );
		} catch ( \Throwable $error ) {
			$this->not_taken_in( OrderEvent::SHIPPED, $error );
		}
	}

	/** Fires after the gateway gave the money back; a refund that the gateway refuses is deleted before. */
	public function handle_woocommerce_order_refunded( mixed $order_id, mixed $refund_id = 0 ): void {
		$this->pass_on( $order_id, OrderEvent::REFUNDED, '', '', is_numeric( $refund_id ) ? (int) $refund_id : 0 );
	}

	/** Fires when a person deletes a refund on the order's screen. */
	public function handle_woocommerce_refund_deleted( mixed $refund_id, mixed $order_id ): void {
		$this->pass_on( $order_id, OrderEvent::REFUNDED, '', '' );
	}

	/** @param mixed $order an order or its id; empty statuses mean its present one. */
	private function pass_on( mixed $order, string $kind, string $from, string $to, int $refund_id = 0 ): void {
		try {
			$event = ( $this->order_events )()->read(
				is_numeric( $order ) ? wc_get_order( (int) $order ) : $order,
				$kind,
				$from,
				$to,
				$refund_id
			);
			if ( $event !== null ) {
				( $this->order_event_handler )()->for_event( $event );
			}
		} catch ( \Throwable $error ) {
			$this->not_taken_in( $kind, $error );
		}
	}

	/** What tells of it may be missing itself while an upload is under way: the order is saved all the same. */
	private function not_taken_in( string $kind, \Throwable $error ): void {
		try {
			( $this->order_events )()->not_taken_in( $kind, $error );
		} catch ( \Throwable ) {
			// phpcs:ignore WordPress.PHP.DevelopmentFunctions -- our own log is among what is missing.
			error_log( 'Order Invoicer: ' . $error->getMessage() );
		}
	}
}
