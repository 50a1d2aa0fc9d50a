<?php

declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Queue;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\WooCommerce\OrderListener;

/** Whether what the plugin registered is still registered. */
final class HooksInPlace {

	/** @return array<string, bool> by hook. */
	public function all(): array {
		$in_place = [];
		foreach ( OrderListener::HOOKS as $hook ) {
			$in_place[ $hook ] = $this->is_heard( $hook );
		}
		foreach ( [ ActionSchedulerQueue::HOOK, Wakeups::SWEEP ] as $ours ) {
			$in_place[ $ours ] = has_action( $ours ) !== false;
		}
		return $in_place;
	}

	/** @return list<string> */
	public function missing(): array {
		return array_keys( array_filter( $this->all(), static fn ( bool $is_in_place ): bool => ! $is_in_place ) );
	}

	/** The listener is one object of many; `has_action()` would need that very one. */
	private function is_heard( string $hook ): bool {
		global $wp_filter;
		$registered = is_array( $wp_filter ) ? ( $wp_filter[ $hook ] ?? null ) : null;
		foreach ( $registered instanceof \WP_Hook ? $registered->callbacks : [] as $callbacks ) {
			foreach ( (array) $callbacks as $callback ) {
				$function = is_array( $callback ) ? ( $callback['function'] ?? null ) : null;
				if ( is_array( $function ) && ( $function[0] ?? null ) instanceof OrderListener ) {
					return true;
				}
			}
		}
		return false;
	}
}
