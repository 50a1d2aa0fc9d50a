<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Rest;

use OrderInvoicer\Tests\Integration\Engine\QueryLog;
use PHPUnit\Framework\Attributes\Group;

/**
 * The first look of the day at what the latest orders show reads them together, not one by one. Counts, never
 * times. With `ORDERINVOICER_QUERIES=file` each statement goes there with what asked for it.
 */
#[Group( 'real-woocommerce' )]
final class ShopFactsCostTest extends RestTestCase {

	/** Four times as many orders are no more questions. */
	private const FEW  = 2;
	private const MANY = 8;

	/** Of the whole screen. */
	private const QUERIES = 40;

	public function test_eight_orders_are_no_more_questions_than_two(): void {
		$this->sign_in_as_admin();
		$rate_id = \WC_Tax::_insert_tax_rate(
			[
				'tax_rate_country' => 'FR',
				'tax_rate'         => '20.0000',
				'tax_rate_name'    => 'TVA',
				'tax_rate_class'   => '',
			]
		);
		$this->orders( self::FEW, $rate_id );
		$this->cost();
		$few = $this->cost();
		$this->orders( self::MANY - self::FEW, $rate_id );
		$log  = new QueryLog( (string) getenv( 'ORDERINVOICER_QUERIES' ) );
		$many = $this->cost();
		$log->end();
		self::assertSame( [ self::FEW, self::MANY ], [ $few['orders'], $many['orders'] ] );
		self::assertLessThanOrEqual( $few['queries'] + 2, $many['queries'] );
		self::assertLessThanOrEqual( self::QUERIES, $many['queries'] );
	}

	/** @return array{queries: int, orders: int} of a process that knows nothing yet, when nothing is kept. */
	private function cost(): array {
		global $wpdb;
		$kept = '\\_transient%orderinvoicer\\_recent\\_orders%';
		$wpdb->query( $wpdb->prepare( 'DELETE FROM %i WHERE option_name LIKE %s', $wpdb->options, $kept ) );
		wp_cache_flush();
		wp_load_alloptions();
		$before = $wpdb->num_queries;
		$shop   = $this->call( 'GET', '/shop' )->get_data();
		return [
			'queries' => $wpdb->num_queries - $before,
			'orders'  => max( array_column( $shop['tax_rates'], 'orders_recent' ) ),
		];
	}

	/** Three lines, delivery and tax; a buyer who is a customer of the shop; a refund. */
	private function orders( int $count, int $rate_id ): void {
		for ( $made = 0; $made < $count; $made++ ) {
			$order = wc_create_order(
				[
					'status'      => 'completed',
					'customer_id' => self::buyer(),
				]
			);
			$taxes = [ 'total' => [ $rate_id => '2' ] ];
			for ( $line = 0; $line < 3; $line++ ) {
				$product = new \WC_Product_Simple();
				$product->set_name( "Product $made-$line" );
				$product->set_regular_price( '10' );
				$product->save();
				$order->add_product( $product, 1, [ 'taxes' => $taxes ] );
			}
			$shipping = new \WC_Order_Item_Shipping();
			$shipping->set_method_title( 'Post' );
			$shipping->set_total( '5' );
			$order->add_item( $shipping );
			$tax = new \WC_Order_Item_Tax();
			$tax->set_rate( $rate_id );
			$tax->set_tax_total( '6' );
			$order->add_item( $tax );
			$order->set_billing_country( 'FR' );
			$order->set_shipping_country( 'FR' );
			$order->set_billing_company( 'Acme' );
			$order->set_total( '41' );
			$order->save();
			wc_create_refund(
				[
					'order_id' => $order->get_id(),
					'amount'   => '1',
				]
			);
		}
	}

	private static function buyer(): int {
		$name = 'buyer-' . wp_generate_uuid4();
		return (int) wp_insert_user(
			[
				'user_login' => $name,
				'user_pass'  => 'x',
				'user_email' => "$name@example.com",
				'role'       => 'customer',
			]
		);
	}
}
