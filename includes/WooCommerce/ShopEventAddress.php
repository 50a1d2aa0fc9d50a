<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\BrokenFilter;
use OrderInvoicer\Domain\Seen\EventAddress;
use OrderInvoicer\WooCommerce\Order\OtherCode;
use OrderInvoicer\WordPress\Tables\CheckedRead;

/**
 * WooCommerce's own address for callbacks, `wc-api`, as payment services use it: it is open where a plugin closes the
 * REST API to strangers, and needs no rewrite rules.
 */
final class ShopEventAddress implements EventAddress {

	public const NAME = 'orderinvoicer_events';

	public function url(): string {
		$own = $this->own();
		try {
			/**
			 * Where Sellsy sends events to: for a shop that the internet reaches under another address than its own, by
			 * a tunnel or a proxy. It must lead to the same page.
			 *
			 * @since 0.1.0
			 * @param string $url
			 */
			return OtherCode::answer(
				'orderinvoicer_event_address',
				static fn (): mixed => apply_filters( 'orderinvoicer_event_address', $own ),
				static fn ( mixed $url ): string => is_string( $url ) ? $url : throw new \InvalidArgumentException()
			);
		} catch ( BrokenFilter ) {
			return $own;
		}
	}

	/** Whoever names another address knows that it leads here. */
	public function environment(): string {
		return $this->url() === $this->own() ? wp_get_environment_type() : 'production';
	}

	/** The stored address, as `OptionSite` reads it: languages and the request's scheme change `home_url()`. */
	private function own(): string {
		$home = CheckedRead::read( static fn (): mixed => get_option( 'home' ) );
		return untrailingslashit( is_string( $home ) ? trim( $home ) : '' ) . '/?wc-api=' . self::NAME;
	}
}
