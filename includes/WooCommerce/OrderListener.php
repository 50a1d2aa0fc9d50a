<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce;

use OrderInvoicer\Application\OpenSyncs;
use OrderInvoicer\Application\OrderEvent;
use OrderInvoicer\Application\Ports\Logger;
use OrderInvoicer\Application\Ports\SettingsStore;
use OrderInvoicer\Domain\Settings\Trigger;
use OrderInvoicer\Domain\Workflow\Shipped;

defined( 'ABSPATH' ) || exit;

/**
 * WooCommerce's events to ours. Everything is caught: an order must be saved even when we are broken, and WooCommerce
 * itself catches no `Error` there.
 */
final class OrderListener {

	/** What register() listens to; Site Health looks whether it still does. */
	public const HOOKS = [
		'woocommerce_order_status_changed',
		'woocommerce_payment_complete',
		'woocommerce_new_order',
		'woocommerce_order_refunded',
		'woocommerce_refund_deleted',
		'woocommerce_update_order',
		'woocommerce_shiptastic_shipment_status_changed',
		'woocommerce_shiptastic_shipment_after_save',
	];

	/** Early, because WooCommerce drops the rest of a transition when another listener throws. */
	private const EARLY = 1;

	public function __construct(
		private readonly OpenSyncs $open_syncs,
		private readonly SettingsStore $settings,
		private readonly DocumentMeta $meta,
		private readonly OrderShipments $shipments,
		private readonly Logger $logger,
	) {}

	public function register(): void {
		add_action( 'woocommerce_order_status_changed', [ $this, 'handle_woocommerce_order_status_changed' ], self::EARLY, 4 );
		add_action( 'woocommerce_payment_complete', [ $this, 'handle_woocommerce_payment_complete' ], self::EARLY );
		add_action( 'woocommerce_new_order', [ $this, 'handle_woocommerce_new_order' ], self::EARLY, 2 );
		add_action( 'woocommerce_order_refunded', [ $this, 'handle_woocommerce_order_refunded' ], self::EARLY );
		add_action( 'woocommerce_refund_deleted', [ $this, 'handle_woocommerce_refund_deleted' ], self::EARLY, 2 );
		add_action( 'woocommerce_update_order', [ $this, 'handle_woocommerce_update_order' ], self::EARLY, 2 );
		add_action( 'woocommerce_shiptastic_shipment_status_changed', [ $this, 'handle_woocommerce_shiptastic_shipment_status_changed' ], self::EARLY, 4 );
		add_action( 'woocommerce_shiptastic_shipment_after_save', [ $this, 'handle_woocommerce_shiptastic_shipment_after_save' ], self::EARLY, 3 );
	}

	/** Fires inside the save, also for orders created in another status than pending (from is "pending" then). */
	public function handle_woocommerce_order_status_changed( mixed $order_id, mixed $from, mixed $to, mixed $order ): void {
		if ( is_string( $from ) && is_string( $to ) ) {
			$this->pass_on( $order, OrderEvent::STATUS, $from, $to );
		}
	}

	/** Fires after the save; the status may be a custom one that WooCommerce does not count as paid. */
	public function handle_woocommerce_payment_complete( mixed $order_id ): void {
		$this->pass_on( $order_id, OrderEvent::PAYMENT, '', '' );
	}

	/** An order that stays as it was created changes no status. */
	public function handle_woocommerce_new_order( mixed $order_id, mixed $order = null ): void {
		if ( $order instanceof \WC_Order && $order->has_status( 'pending' ) ) {
			$this->pass_on( $order, OrderEvent::CREATED, '', 'pending' );
		}
	}

	/**
	 * Fulfilments of WooCommerce and tracking plugins save the order; nothing else tells of them all. Most shops start no
	 * document with a parcel: theirs is one look at the settings.
	 */
	public function handle_woocommerce_update_order( mixed $order_id, mixed $order = null ): void {
		try {
			if ( $order instanceof \WC_Order && $this->starts_with_parcel() && $this->is_shipped( $order, $order->get_status( 'edit' ) ) ) {
				$this->pass_on( $order, OrderEvent::SHIPPED, '', '' );
			}
		} catch ( \Throwable $error ) {
			$this->not_taken_in( OrderEvent::SHIPPED, $error );
		}
	}

	/** Shiptastic keeps its parcels apart from the order, and need not save it. */
	public function handle_woocommerce_shiptastic_shipment_status_changed( mixed $shipment_id, mixed $from, mixed $to, mixed $shipment = null ): void {
		$this->parcel_changed( $shipment );
	}

	/** A number that is given to a parcel which left already changes no status. Fires many times for one change of anything else. */
	public function handle_woocommerce_shiptastic_shipment_after_save( mixed $shipment, mixed $is_new = false, mixed $changes = [] ): void {
		if ( is_array( $changes ) && array_key_exists( 'tracking_id', $changes ) ) {
			$this->parcel_changed( $shipment );
		}
	}

	private function parcel_changed( mixed $shipment ): void {
		try {
			$order = is_object( $shipment ) && is_callable( [ $shipment, 'get_order' ] ) ? $shipment->get_order() : null;
			$this->pass_on( $order, OrderEvent::SHIPPED, '', '' );
		} catch ( \Throwable $error ) {
			$this->not_taken_in( OrderEvent::SHIPPED, $error );
		}
	}

	/** Fires after the gateway gave the money back; a refund that the gateway refuses is deleted before. */
	public function handle_woocommerce_order_refunded( mixed $order_id ): void {
		$this->pass_on( $order_id, OrderEvent::REFUNDED, '', '' );
	}

	/** Fires when a person deletes a refund on the order's screen. */
	public function handle_woocommerce_refund_deleted( mixed $refund_id, mixed $order_id ): void {
		$this->pass_on( $order_id, OrderEvent::REFUNDED, '', '' );
	}

	/** @param mixed $order an order or its id; empty statuses mean its present one. */
	private function pass_on( mixed $order, string $kind, string $from, string $to ): void {
		try {
			$order = is_numeric( $order ) ? wc_get_order( (int) $order ) : $order;
			if ( $order instanceof \WC_Order && $order->get_type() === 'shop_order' && $this->is_followed( $order ) ) {
				$this->open_syncs->for_event( $this->event( $order, $kind, $from, $to ) );
			}
		} catch ( \Throwable $error ) {
			$this->not_taken_in( $kind, $error );
		}
	}

	private function not_taken_in( string $kind, \Throwable $error ): void {
		$this->logger->error(
			'An order event was not taken in.',
			[
				'event' => $kind,
				'error' => $error::class,
			]
		);
	}

	private function starts_with_parcel(): bool {
		foreach ( $this->settings->get()->workflows as $workflow ) {
			if ( $workflow->enabled && $workflow->trigger->value === Trigger::SHIPPED ) {
				return true;
			}
		}
		return false;
	}

	private function is_shipped( \WC_Order $order, string $status ): bool {
		return Shipped::is( $status, $this->shipments->signs( $order ), $this->settings->get() );
	}

	private function is_followed( \WC_Order $order ): bool {
		/**
		 * Whether this order's changes may start a document. Runs inside the order's save: it must be fast and ask no
		 * other server. A person can still start the document by hand.
		 *
		 * @since 0.1.0
		 * @param bool      $followed
		 * @param \WC_Order $order
		 */
		return apply_filters( 'orderinvoicer_order_is_followed', true, $order ) === true;
	}

	private function event( \WC_Order $order, string $kind, string $from, string $to ): OrderEvent {
		$created = $order->get_date_created( 'edit' );
		$status  = $to === '' ? $order->get_status( 'edit' ) : $to;
		return new OrderEvent(
			$order->get_id(),
			$kind,
			$from,
			$status,
			in_array( $status, wc_get_is_paid_statuses(), true ),
			new \DateTimeImmutable( '@' . ( $created === null ? time() : $created->getTimestamp() ) ),
			$this->meta->urls( $order ),
			$order->get_date_paid( 'edit' ) !== null,
			$this->starts_with_parcel() && $this->is_shipped( $order, $status ),
		);
	}
}
