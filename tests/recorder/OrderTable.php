<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Recorder;

/** Places the orders of a table in tests/fixtures one by one, each as if it were the only one of its shop. */
final class OrderTable {

	public function __construct(
		private readonly Shop $shop,
		private readonly CartOrder $carts,
		private readonly string $table = 'order-table',
	) {}

	/**
	 * @param callable( string, array<string, mixed>, int, int ): void $visit name, entry, order id, a number that
	 *        stays.
	 */
	public function each( string $kind, callable $visit ): void {
		$number = 1000;
		foreach ( require dirname( __DIR__ ) . "/fixtures/{$this->table}.php" as $name => $entry ) {
			++$number;
			if ( $entry['shop'] !== $kind ) {
				continue;
			}
			$this->undone(
				function () use ( $visit, $name, $entry, $number ): void {
					$visit( $name, $entry, $this->place( $entry ), $number );
					$this->forget();
				},
				'placing'
			);
			\WC_Cache_Helper::invalidate_cache_group( 'taxes' );
		}
	}

	/**
	 * As if the work had never been done, in the shop.
	 *
	 * @param callable(): void $work
	 */
	public function undone( callable $work, string $savepoint = 'work' ): void {
		global $wpdb;
		if ( $wpdb->query( "SAVEPOINT $savepoint" ) === false ) {
			throw new \RuntimeException( "No savepoint $savepoint." );
		}
		$work();
		if ( $wpdb->query( "ROLLBACK TO SAVEPOINT $savepoint" ) === false ) {
			throw new \RuntimeException( 'Something committed: what comes next would see it.' );
		}
		wp_cache_flush();
	}

	/** The shop as it is to everybody else: its own currency, whole quantities. */
	public function forget(): void {
		$this->shop->use_currency( 'EUR', 2 );
		remove_filter( 'woocommerce_stock_amount', 'floatval' );
		add_filter( 'woocommerce_stock_amount', 'intval' );
	}

	/** @param array<string, mixed> $entry */
	private function place( array $entry ): int {
		$this->shop->use_currency( $entry['currency'] ?? 'EUR', $entry['decimals'] ?? 2 );
		if ( $entry['fractional'] ?? false ) {
			remove_filter( 'woocommerce_stock_amount', 'intval' );
			add_filter( 'woocommerce_stock_amount', 'floatval' );
		}
		$order = $this->carts->place( $entry['cart'], $entry['customer'] ?? 'home' );
		foreach ( $entry['afterwards'] ?? [] as $step ) {
			( new Afterwards() )->apply( $step, wc_get_order( $order->get_id() ) );
		}
		return $order->get_id();
	}
}
