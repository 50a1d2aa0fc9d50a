<?php

declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Order;

defined( 'ABSPATH' ) || exit;

/**
 * The period that an order of WooCommerce Subscriptions pays for: from the order until the subscription's next one,
 * made already or still to come. Empty where it is not certain.
 */
final class SubscriptionPeriod {

	private const TYPES = [ 'parent', 'renewal' ];

	/** Paid before its period began, which Subscriptions then forgets. */
	private const EARLY_META = '_subscription_renewal_early';

	/** @return array{string, string} `Y-m-d` in the shop's time zone, or empty. */
	public function period( \WC_Order $order ): array {
		$subscription = $this->subscription( $order );
		$start        = $order->get_date_created( 'edit' )?->getTimestamp();
		if ( $subscription === null || $start === null || $this->is_early( $order ) ) {
			return [ '', '' ];
		}
		$first = (string) wp_date( 'Y-m-d', $start );
		$last  = (string) wp_date( 'Y-m-d', $this->end( $subscription, $start ) - DAY_IN_SECONDS );
		return $last >= $first ? [ $first, $last ] : [ '', '' ];
	}

	/** Several subscriptions in one order have several periods, which no document can say. */
	private function subscription( \WC_Order $order ): ?object {
		$found = function_exists( 'wcs_get_subscriptions_for_order' )
			? wcs_get_subscriptions_for_order( $order, [ 'order_type' => self::TYPES ] )
			: [];
		$one   = is_array( $found ) && count( $found ) === 1 ? reset( $found ) : null;
		return is_object( $one ) && is_callable( [ $one, 'get_time' ] ) && is_callable( [ $one, 'get_related_orders' ] )
			? $one
			: null;
	}

	/** A moment; 0 where it is not known. */
	private function end( object $subscription, int $start ): int {
		$next = $this->next_order( $subscription, $start );
		if ( $next !== null ) {
			return $this->is_early( $next ) ? 0 : $next->get_date_created( 'edit' )?->getTimestamp() ?? 0;
		}
		foreach ( [ 'next_payment', 'end' ] as $date ) {
			$time = is_callable( [ $subscription, 'get_time' ] ) ? $subscription->get_time( $date ) : 0;
			if ( is_numeric( $time ) && (int) $time > 0 ) {
				return (int) $time;
			}
		}
		return 0;
	}

	private function next_order( object $subscription, int $start ): ?\WC_Order {
		$orders = is_callable( [ $subscription, 'get_related_orders' ] )
			? $subscription->get_related_orders( 'all', self::TYPES )
			: [];
		$next   = null;
		foreach ( is_array( $orders ) ? $orders : [] as $order ) {
			$made = $order instanceof \WC_Order ? $order->get_date_created( 'edit' )?->getTimestamp() : null;
			if (
				$order instanceof \WC_Order
				&& $made > $start
				&& ( $next === null || $made < $next->get_date_created( 'edit' )?->getTimestamp() )
			) {
				$next = $order;
			}
		}
		return $next;
	}

	private function is_early( \WC_Order $order ): bool {
		return ! in_array( $order->get_meta( self::EARLY_META ), [ '', false ], true );
	}
}
