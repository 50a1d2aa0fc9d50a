<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Content;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Order\LineKind;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Settings\Settings;

/** When what a document is about was sold, and when the goods left. `Y-m-d` in the shop's time zone. */
final class SaleDays {

	/** WooCommerce's own word for an order that was sent. */
	private const COMPLETED = 'status:completed';

	/** @param string $shipped empty where it is not known, or nothing is shipped. */
	private function __construct(
		public readonly string $ordered,
		public readonly string $shipped,
	) {}

	/** @param string $ordered the order's day. */
	public static function of( OrderSnapshot $order, Settings $settings, string $ordered ): self {
		return new self( $ordered, self::has_goods( $order ) ? self::shipped( $order, $settings ) : '' );
	}

	/** The last parcel's day counts; without one, the day of "completed", unless the owner says "shipped" otherwise. */
	private static function shipped( OrderSnapshot $order, Settings $settings ): string {
		$sent = $order->delivery->sent_on();
		return $sent === '' && ( $settings->shipped === [] || in_array( self::COMPLETED, $settings->shipped, true ) )
			? $order->delivery->completed_on
			: $sent;
	}

	private static function has_goods( OrderSnapshot $order ): bool {
		return array_filter(
			$order->lines,
			static fn ( OrderLine $line ): bool => $line->kind === LineKind::Product && ! $line->is_virtual
		) !== [];
	}

	/** Whether a document of that day has to say so. */
	public function differ_from( string $day ): bool {
		return $this->ordered !== $day || ( $this->shipped !== '' && $this->shipped !== $day );
	}
}
