<?php

declare( strict_types=1 );

namespace OrderInvoicer\Admin;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\WordPress\Counts\ProblemGroups;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;

/**
 * How many orders need a person, beside the name in the menu, as WooCommerce counts its orders. One indexed query per
 * screen; none for a minute where the site has an object cache.
 */
final class MenuBubble {

	private const GROUP = 'orderinvoicer';
	private const KEY   = 'orders_that_need_you';

	public function __construct( private readonly ProblemGroups $groups ) {}

	public function html(): string {
		try {
			$orders = $this->orders();
		} catch ( DatabaseRefused ) {
			return ''; // The menu stands on every page.
		}
		if ( $orders === 0 ) {
			return '';
		}
		$number = number_format_i18n( $orders );
		return sprintf(
			' <span class="awaiting-mod count-%1$d"><span aria-hidden="true">%2$s</span><span'
				. ' class="screen-reader-text">%3$s</span></span>',
			$orders,
			esc_html( $number ),
			/* translators: %s: number of orders. */
			esc_html( sprintf( _n( '%s order needs you.', '%s orders need you.', $orders, 'orderinvoicer' ), $number ) )
		);
	}

	private function orders(): int {
		$kept = wp_cache_get( self::KEY, self::GROUP );
		if ( is_int( $kept ) ) {
			return $kept;
		}
		$orders = $this->groups->orders();
		wp_cache_set( self::KEY, $orders, self::GROUP, MINUTE_IN_SECONDS );
		return $orders;
	}
}
