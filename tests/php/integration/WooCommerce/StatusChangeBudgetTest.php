<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

use OrderInvoicer\Tests\Integration\CommittedTestCase;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\Tests\Integration\HttpGuard;

/**
 * What a status change costs with the plugin, against the same without it, in the same run; rows are committed. Times
 * are for `npm run measure`: here only what is counted.
 */
final class StatusChangeBudgetTest extends CommittedTestCase {

	private const TRANSITIONS = 6;
	private const HOOKS       = [
		'woocommerce_order_status_changed',
		'woocommerce_payment_complete',
		'woocommerce_new_order',
	];

	public function test_at_most_four_queries_and_no_request(): void {
		$shop = new SandboxShop( $this->allow_sandbox() );
		$shop->connect();
		HttpGuard::reset();
		remove_all_actions( 'shutdown' );

		$queries = $this->measure( $shop );

		self::assertSame( [], HttpGuard::requests() );
		self::assertGreaterThanOrEqual( 1, $queries, 'The row was written.' );
		self::assertLessThanOrEqual( 4, $queries );
	}

	/**
	 * Each transition beside its twin, the two in turn first, so that what is cached helps both.
	 *
	 * @return int queries that the plugin adds at the median.
	 */
	private function measure( SandboxShop $shop ): int {
		$queries = [];
		for ( $i = 0; $i < self::TRANSITIONS; $i++ ) {
			$before    = $i % 2 === 1 ? $this->transition( $shop ) : null;
			$without   = $this->without_the_plugin( fn(): int => $this->transition( $shop ) );
			$with      = $before ?? $this->transition( $shop );
			$queries[] = $with - $without;
		}
		sort( $queries );
		return $queries[ intdiv( self::TRANSITIONS, 2 ) ];
	}

	/** @return int queries. */
	private function transition( SandboxShop $shop ): int {
		global $wpdb;
		$order   = $shop->order();
		$queries = $wpdb->num_queries;
		$order->update_status( 'processing' );
		return $wpdb->num_queries - $queries;
	}

	/** @param callable(): int $measure */
	private function without_the_plugin( callable $measure ): int {
		global $wp_filter;
		$kept = [];
		foreach ( self::HOOKS as $hook ) {
			$kept[ $hook ] = $wp_filter[ $hook ];
			$without       = clone $wp_filter[ $hook ];
			foreach ( $without->callbacks as $priority => $callbacks ) {
				$without->callbacks[ $priority ] = array_filter(
					$callbacks,
					static fn( array $one ): bool => ! is_array( $one['function'] )
						|| ! is_object( $one['function'][0] )
						|| ! str_starts_with( $one['function'][0]::class, 'OrderInvoicer\\' )
				);
			}
			$wp_filter[ $hook ] = $without; // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- put back below.
		}
		$cost = $measure();
		foreach ( $kept as $hook => $all ) {
			$wp_filter[ $hook ] = $all; // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- as it was.
		}
		return $cost;
	}
}
