<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\BrokenFilter;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\FollowUps\OrderEvents;
use OrderInvoicer\Domain\OrderBook\OrderMoments;
use OrderInvoicer\Domain\OrderBook\Shipped;
use OrderInvoicer\Domain\Settings\OrderTraits;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\Settings\Trigger;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\WooCommerce\Order\BelievedPayment;
use OrderInvoicer\WooCommerce\Order\OrderShipments;
use OrderInvoicer\WooCommerce\Order\OrderTraitsReader;
use OrderInvoicer\WooCommerce\Order\OtherCode;
use OrderInvoicer\WordPress\Tables\CheckedRead;

/** Turns WooCommerce's orders into our events, for the hooks and for the pass that finds what no hook reported. */
final class WooOrderEvents implements OrderEvents {

	/**
	 * @param \Closure(): OrderShipments    $order_shipments     most shops start no document with a parcel.
	 * @param \Closure(): Logger            $logger              of what goes wrong.
	 * @param \Closure(): OrderTraitsReader $order_traits_reader made at an event: most requests have none.
	 */
	public function __construct(
		private readonly SettingsStore $settings,
		private readonly DocumentMeta $meta,
		private readonly \Closure $order_shipments,
		private readonly \Closure $logger,
		private readonly \Closure $order_traits_reader,
	) {}

	public function standing( int $order_id ): ?OrderEvent {
		return CheckedRead::read(
			fn (): ?OrderEvent => $this->read( wc_get_order( $order_id ), OrderEvent::STATUS, '', '' )
		);
	}

	public function finish_payment( int $order_id ): bool {
		$order = CheckedRead::read( static fn (): mixed => wc_get_order( $order_id ) );
		$saved = $order instanceof \WC_Order && BelievedPayment::is_half_saved( $order )
			? $order->get_date_modified( 'edit' )
			: null;
		if ( $saved === null ) {
			return false;
		}
		BelievedPayment::believe( $order, $saved->getTimestamp() );
		$order->save();
		return true;
	}

	/** An order that is gone is another matter; one that the database did not hand out is not followed for that. */
	public function is_followed( int $order_id ): bool {
		return CheckedRead::read(
			function () use ( $order_id ): bool {
				$order = wc_get_order( $order_id );
				return ! $order instanceof \WC_Order || $this->is_left_in( $order );
			}
		);
	}

	/** @param mixed $order empty statuses mean its present one. */
	public function read( mixed $order, string $kind, string $from, string $to, int $refund_id = 0 ): ?OrderEvent {
		return $order instanceof \WC_Order && $order->get_type() === 'shop_order' && $this->may_be_followed( $order )
			? $this->event( $order, $kind, $from, $to, $refund_id )
			: null;
	}

	/** Most shops start no document with a parcel: theirs is one look at the settings. */
	public function is_shipped( \WC_Order $order, string $status ): bool {
		foreach ( $this->settings->get()->workflows as $workflow ) {
			if ( $workflow->enabled && $workflow->starts_by( Trigger::SHIPPED ) ) {
				return Shipped::is( $status, ( $this->order_shipments )()->signs( $order ), $this->settings->get() );
			}
		}
		return false;
	}

	public function not_taken_in( string $kind, \Throwable $error ): void {
		( $this->logger )()->error( 'An event of an order could not be handled.', [ 'event' => $kind ], $error );
	}

	/** Where other code does not say, the order's own row will: nobody would look for one that was never opened. */
	private function may_be_followed( \WC_Order $order ): bool {
		try {
			return $this->is_left_in( $order );
		} catch ( BrokenFilter $broken ) {
			$this->log( $broken );
			return true;
		}
	}

	/** @throws BrokenFilter */
	private function is_left_in( \WC_Order $order ): bool {
		$read = static fn ( mixed $answer ): bool =>
			is_bool( $answer ) ? $answer : throw new \InvalidArgumentException( 'Neither yes nor no.' );
		/**
		 * Whether this order's changes may start a document. Runs inside the order's save, again in the pass that looks
		 * for what was missed, and when the document is made: it must be fast and ask no other server. A person can
		 * still start the document by hand.
		 *
		 * @since 0.1.0
		 * @param bool      $followed
		 * @param \WC_Order $order
		 */
		return OtherCode::answer(
			'orderinvoicer_order_is_followed',
			static fn (): mixed => apply_filters( 'orderinvoicer_order_is_followed', true, $order ),
			$read
		);
	}

	/**
	 * When an order came by what a kind may wait for, where a kind has a moment at which it was switched on.
	 *
	 * @param string $from the status that it just left; empty where it changed none.
	 */
	public function moments( \WC_Order $order, string $from ): ?OrderMoments {
		$since = array_filter( array_column( $this->settings->get()->workflows, 'since' ) );
		if ( $since === [] ) {
			return null;
		}
		$created = self::moment( $order->get_date_created( 'edit' ) ) ?? new \DateTimeImmutable();
		return new OrderMoments(
			created_at: $created,
			paid_at: self::moment( $order->get_date_paid( 'edit' ) ),
			completed_at: self::moment( $order->get_date_completed( 'edit' ) ),
			shipped_at: $created < max( $since ) ? $this->shipped_at( $order ) : null,
			from: $from
		);
	}

	/** Parcels tell a day only. */
	private function shipped_at( \WC_Order $order ): ?\DateTimeImmutable {
		$day = ( $this->order_shipments )()->signs( $order )->sent_on();
		return $day === '' ? null : new \DateTimeImmutable( "$day 23:59:59", wp_timezone() );
	}

	private static function moment( ?\WC_DateTime $stored ): ?\DateTimeImmutable {
		return $stored === null ? null : new \DateTimeImmutable( '@' . $stored->getTimestamp() );
	}

	private function event( \WC_Order $order, string $kind, string $from, string $to, int $refund_id ): OrderEvent {
		$status = $to === '' ? $order->get_status( 'edit' ) : $to;
		return new OrderEvent(
			order_id: $order->get_id(),
			kind: $kind,
			to: $status,
			is_paid: in_array( $status, wc_get_is_paid_statuses(), true ),
			created_at: self::moment( $order->get_date_created( 'edit' ) ) ?? new \DateTimeImmutable(),
			urls: $this->meta->urls( $order ),
			has_date_paid: $order->get_date_paid( 'edit' ) !== null,
			is_shipped: $this->is_shipped( $order, $status ),
			refund_id: $refund_id,
			traits: $this->traits( $order ),
			parent_id: $order->get_parent_id( 'edit' ),
			moments: $this->moments( $order, $from ),
		);
	}

	/** Where other code does not say, the order's own row will, as above. */
	private function traits( \WC_Order $order ): ?OrderTraits {
		$reader = ( $this->order_traits_reader )();
		try {
			return $reader->for_rules( $order, $this->settings->get() );
		} catch ( BrokenFilter $broken ) {
			$this->log( $broken );
			return $reader->without_other_code( $order );
		}
	}

	private function log( BrokenFilter $broken ): void {
		( $this->logger )()->error(
			'A filter of another plugin failed or answered nonsense.',
			[ 'hook' => $broken->filter ] + [ 'detail' => $broken->detail ]
		);
	}
}
