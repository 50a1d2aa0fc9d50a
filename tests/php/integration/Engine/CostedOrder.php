<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Domain\Content\Agreements;
use OrderInvoicer\Sellsy\StoredAgreements;

/**
 * The order whose cost is counted: three lines of two rates and delivery, paid by cheque. What is counted is the work
 * from the claim to the last task done.
 */
final class CostedOrder {

	private const AGE = 90;

	/** Milliseconds. */
	private const LATENCY = 150;

	public function __construct( private readonly SandboxShop $shop ) {
		// A shop has WooCommerce's reports (mu-plugins/local-site.php).
		remove_filter( 'woocommerce_reports_charts', '__return_empty_array' );
	}

	/** Longer ago than a minute: what it saved in this second WooCommerce does not save again. */
	public function paid(): \WC_Order {
		$order = $this->placed();
		$order->payment_complete( 'tx-1' );
		$this->ages( $order );
		return $order;
	}

	public function ages( \WC_Order $order ): void {
		global $wpdb;
		$then = gmdate( 'Y-m-d H:i:s', time() - self::AGE );
		$data = [
			'date_created_gmt' => $then,
			'date_updated_gmt' => $then,
		];
		$wpdb->update( "{$wpdb->prefix}wc_orders", $data, [ 'id' => $order->get_id() ] );
		wp_cache_flush();
	}

	/** After one order: Sellsy has agreed about as many as it takes, so that it is not asked beforehand any more. */
	public function has_agreed_often(): void {
		$stored           = get_option( StoredAgreements::OPTION );
		$stored['counts'] = array_map( static fn (): int => Agreements::ENOUGH, $stored['counts'] );
		update_option( StoredAgreements::OPTION, $stored );
	}

	/** Sellsy answers as it does over the internet. */
	public function from_afar(): void {
		$this->shop->sandbox->fault(
			[
				'mode'  => 'slow',
				'ms'    => self::LATENCY,
				'times' => 0,
			]
		);
	}

	/** WooCommerce's own work alone: nothing of ours is asked before an order has a status that matters. */
	public function placed(): \WC_Order {
		$order = wc_create_order();
		foreach ( [ 'TASSE-01', 'SAC-01', 'LIVRE-01' ] as $sku ) {
			$order->add_product( wc_get_product( wc_get_product_id_by_sku( $sku ) ), 2 );
		}
		$delivery = new \WC_Order_Item_Shipping();
		$delivery->set_method_title( 'Livraison' );
		$delivery->set_total( '4.08' );
		$order->add_item( $delivery );
		$order->set_address(
			[
				'first_name' => 'Client',
				'last_name'  => 'Test',
				'email'      => 'client@example.com',
				'address_1'  => '1 rue de la Paix',
				'postcode'   => '75002',
				'city'       => 'Paris',
				'country'    => 'FR',
			],
			'billing'
		);
		$order->calculate_totals();
		$order->set_payment_method( 'cheque' );
		$order->save();
		return $order;
	}

	/** @return array{queries: int, requests: int, cpu: float} without those that look for rows that wait. */
	public function work( \WC_Order $order ): array {
		$requests = 0;
		$count    = static function () use ( &$requests ): void {
			++$requests;
		};
		wp_cache_flush();
		$cost = [ 0, 0.0 ];
		add_action( 'http_api_debug', $count, 10, 0 );
		$cost = self::plus( $cost, self::cost( static fn () => do_action( 'orderinvoicer_process_sync', 0 ) ) );
		$this->shop->make_all_due();
		for ( $next = self::next(); $next > 0; $next = self::next() ) {
			$cost = self::plus( $cost, self::cost( static fn () => do_action( 'orderinvoicer_process_sync', $next ) ) );
		}
		remove_action( 'http_api_debug', $count );
		return [
			'queries'  => $cost[0],
			'requests' => $requests,
			'cpu'      => $cost[1],
		];
	}

	/** @return float milliseconds that this process has computed for, without what it waited for. */
	public static function cpu(): float {
		$used  = (array) getrusage();
		$whole = (int) $used['ru_utime.tv_sec'] + (int) $used['ru_stime.tv_sec'];
		return $whole * 1e3 + ( (int) $used['ru_utime.tv_usec'] + (int) $used['ru_stime.tv_usec'] ) / 1e3;
	}

	/**
	 * @param callable(): mixed $work
	 * @return array{int, float} queries, and milliseconds of CPU.
	 */
	private static function cost( callable $work ): array {
		global $wpdb;
		$before = $wpdb->num_queries;
		$began  = self::cpu();
		$work();
		return [ $wpdb->num_queries - $before, self::cpu() - $began ];
	}

	/**
	 * @param array{int, float} $one
	 * @param array{int, float} $other
	 * @return array{int, float}
	 */
	private static function plus( array $one, array $other ): array {
		return [ $one[0] + $other[0], $one[1] + $other[1] ];
	}

	private static function next(): int {
		global $wpdb;
		$sql = "SELECT id FROM {$wpdb->prefix}orderinvoicer_sync WHERE state = 'queued' ORDER BY id LIMIT 1";
		return (int) $wpdb->get_var( $sql ); // phpcs:ignore WordPress.DB.PreparedSQL -- Our own words.
	}
}
