<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Histories;

/** Orders cannot be read: the database refuses each question about them. */
final class Blindness {

	/** @param \Closure(): mixed $during */
	public static function during( \Closure $during ): void {
		global $wpdb;
		$refuse     = static fn ( string $query ): string =>
			preg_match( '/^\s*SELECT.*(wc_orders|woocommerce_order_items|post_type)/s', $query ) === 1
				? 'SELECT broken FROM nowhere'
				: $query;
		$suppressed = $wpdb->suppress_errors();
		add_filter( 'query', $refuse );
		wp_cache_flush();
		try {
			$during();
		} finally {
			remove_filter( 'query', $refuse );
			$wpdb->suppress_errors( $suppressed );
			wp_cache_flush();
		}
	}
}
