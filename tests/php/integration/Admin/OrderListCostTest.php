<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Admin;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Tests\Integration\CommittedTestCase;
use OrderInvoicer\Tests\Measure\LargeLedger;
use OrderInvoicer\Wiring\Adapters;
use OrderInvoicer\WordPress\OrderList\ListedState;
use OrderInvoicer\WordPress\OrderList\OrderCondition;
use PHPUnit\Framework\Attributes\Group;

require_once dirname( __DIR__, 2 ) . '/measure/LargeLedger.php';

/**
 * What the list's filter examines in a shop of many orders (ORDERINVOICER_ORDERS for more of them), counted in rows.
 * What is rare costs what there is of it, with any number of orders. How many have something that nearly all have, or
 * lack it, is asked of each order once, by the ledger's key.
 */
#[Group( 'real-woocommerce' )]
final class OrderListCostTest extends CommittedTestCase {

	private const MANY = 10_000;

	private LargeLedger $large;

	public function test_what_a_filter_examines(): void {
		global $wpdb;
		$orders      = (int) getenv( 'ORDERINVOICER_ORDERS' );
		$orders      = $orders > 0 ? $orders : self::MANY;
		$this->large = new LargeLedger( $wpdb );
		$this->fill( $orders );
		$condition = new OrderCondition( ( new Adapters( $wpdb ) )->sql() );
		[ $own ]   = $this->cost( '1 = 1' );
		$this->show( 'WooCommerce alone', [ $own ] );

		foreach ( $this->filters() as $name => [ $state, $kind, $of_page, $of_all ] ) {
			$cost = $this->cost( $condition->sql( $state, $kind, "{$wpdb->prefix}wc_orders", 'id' ) );
			$this->show( $name, $cost );
			self::assertLessThanOrEqual( $of_page * $orders + $own, $cost[0], $name );
			self::assertLessThanOrEqual( $of_all * $orders, $cost[1], $name );
		}
	}

	/**
	 * At most so many rows for each order of the shop: of the first page, beyond those of WooCommerce's own list, and
	 * of the count.
	 *
	 * @return array<string, array{ListedState|null, DocumentKind|null, float|int, float|int}>
	 */
	private function filters(): array {
		return [
			'needs you'            => [ ListedState::NeedsPerson, null, 0.05, 0.05 ],
			'in the works'         => [ ListedState::InTheWorks, null, 0.05, 0.05 ],
			'an invoice needs you' => [ ListedState::NeedsPerson, DocumentKind::Invoice, 0.05, 0.05 ],
			'a draft'              => [ ListedState::Draft, null, 0.05, 0.05 ],
			'made'                 => [ ListedState::Made, null, 1.1, 6 ],
			'an invoice'           => [ null, DocumentKind::Invoice, 1.1, 6 ],
			'nothing'              => [ ListedState::Nothing, null, 5, 6 ],
		];
	}

	/** @return array{int, int} rows of the first page, and of the count. */
	private function cost( string $condition ): array {
		global $wpdb;
		$from = "FROM {$wpdb->prefix}wc_orders WHERE type = 'shop_order' AND status IN ( 'wc-processing',"
			. " 'wc-completed', 'wc-on-hold' ) AND $condition";
		return [
			$this->rows( "SELECT id $from ORDER BY date_created_gmt DESC LIMIT 0, 20" ),
			$this->rows( "SELECT COUNT(*) $from" ),
		];
	}

	/** @param list<int> $cost */
	private function show( string $name, array $cost ): void {
		if ( getenv( 'ORDERINVOICER_SHOW_COST' ) === 'yes' ) {
			fwrite( STDERR, "\n$name: " . implode( ', ', $cost ) );
		}
	}

	private function rows( string $sql ): int {
		global $wpdb;
		$before  = $this->large->rows_read();
		$between = $this->large->rows_read();
		$wpdb->get_col( $sql ); // phpcs:ignore WordPress.DB.PreparedSQL -- as WooCommerce asks it.
		self::assertSame( '', $wpdb->last_error );
		return $this->large->rows_read() - $between - ( $between - $before );
	}

	private function fill( int $orders ): void {
		global $wpdb;
		$this->large->fill( $orders * 3 );
		$wpdb->query(
			$wpdb->prepare(
				"INSERT INTO {$wpdb->prefix}wc_orders ( id, type, status, currency, total_amount, date_created_gmt,
				date_updated_gmt, parent_order_id )
			SELECT 1000000 + seq, 'shop_order', ELT( 1 + MOD( seq, 3 ), 'wc-processing', 'wc-completed', 'wc-on-hold' ),
				'EUR', 12, UTC_TIMESTAMP() - INTERVAL ( ( %d - seq ) * 300 ) SECOND, UTC_TIMESTAMP(), 0
				FROM %i",
				$orders,
				"seq_0_to_$orders"
			)
		);
		self::assertSame( '', $wpdb->last_error );
		$wpdb->query( "ANALYZE TABLE {$wpdb->prefix}wc_orders" );
	}
}
