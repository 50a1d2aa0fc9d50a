<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Features\SoldLately;

use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\Tests\Integration\Health\HealthTestCase;
use OrderInvoicer\Tests\Integration\PluginEngine;
use PHPUnit\Framework\Attributes\Group;

/** Each check of what was sold lately, and to whom: one shop where it is wrong, one where it is right. */
#[Group( 'real-woocommerce' )]
final class SoldChecksTest extends HealthTestCase {

	private const OF_PRODUCTS = [ 'sold_references', 'sold_shared', 'items_shared', 'items_untaxed', 'items_archived' ];
	private const OF_BUYERS   = [ 'buyers_without_email', 'buyers_emails', 'clients_shared' ];

	private function product( string $sku ): \WC_Product {
		$product = new \WC_Product_Simple();
		$product->set_name( "Vase $sku" );
		$product->set_regular_price( '10' );
		$product->set_sku( $sku );
		$product->set_status( 'publish' );
		$product->save();
		return $product;
	}

	private function sold( ?\WC_Product $product, string $email = 'client@orange.fr', int $days_ago = 1 ): \WC_Order {
		$order = wc_create_order();
		if ( $product !== null ) {
			$order->add_product( $product, 1 );
		}
		$order->set_billing_email( $email );
		$order->set_status( 'processing' );
		$order->set_date_created( time() - $days_ago * DAY_IN_SECONDS );
		$order->save();
		return $order;
	}

	private function assert_wrong( string $check, string $title, string $named ): void {
		$shown = $this->shown( $check );
		self::assertSame( 'recommended', $shown['status'] );
		self::assertStringContainsString( $title, $shown['title'] );
		self::assertStringContainsString( $named, $shown['why'] );
	}

	public function test_a_product_sold_lately_without_a_reference_that_sellsy_can_use(): void {
		$this->sold( $this->product( 'VASE-1' ) );
		$this->product( 'X' ); // Not sold.
		$old = $this->product( 'Y' );
		$this->sold( $old, 'client@orange.fr', 120 );
		self::assertSame( 'good', $this->shown( 'sold_references' )['status'] );

		$short = $this->product( 'Z' );
		$none  = $this->product( '' );
		$this->sold( $short );
		$this->sold( $none );
		$this->assert_wrong( 'sold_references', '2 products', "#{$short->get_id()}, #{$none->get_id()}." );
	}

	public function test_products_sold_lately_that_share_a_reference(): void {
		$one   = $this->product( 'VASE-1' );
		$other = $this->product( 'VASE-2' );
		$this->sold( $one );
		self::assertSame( 'good', $this->shown( 'sold_shared' )['status'] );
		// As imports leave it: WooCommerce's own screens refuse it.
		$GLOBALS['wpdb']->update(
			"{$GLOBALS['wpdb']->prefix}wc_product_meta_lookup",
			[ 'sku' => 'VASE-1' ],
			[ 'product_id' => $other->get_id() ]
		);
		$this->assert_wrong( 'sold_shared', '1 product sold lately', "#{$one->get_id()}." );
	}

	public function test_an_order_without_an_email_address(): void {
		$this->sold( null, '', 120 );
		$this->sold( null );
		self::assertSame( 'good', $this->shown( 'buyers_without_email' )['status'] );
		$order = $this->sold( null, '' );
		$this->assert_wrong( 'buyers_without_email', '1 recent order', "Order #{$order->get_id()}." );
		$adapters = [];
		$page  = (string) $this->shown( 'buyers_without_email' )['page'];
		parse_str( (string) wp_parse_url( $page, PHP_URL_QUERY ), $adapters );
		self::assertSame( (string) $order->get_id(), $adapters['id'] ?? $adapters['post'] ?? '' );

		$this->sold( null, '' );
		$this->assert_wrong( 'buyers_without_email', '2 recent orders', 'Orders #' );
		self::assertStringNotContainsString( 'edit&', (string) $this->shown( 'buyers_without_email' )['page'] );
	}

	public function test_an_address_that_cannot_be_right_is_named_by_its_order_alone(): void {
		$this->sold( null, 'Zebulon.Q@orange.fr' );
		self::assertSame( 'good', $this->shown( 'buyers_emails' )['status'] );
		$order = $this->sold( null, 'zebulon.q@gmial.com' );
		$this->assert_wrong( 'buyers_emails', '1 recent order', "#{$order->get_id()}." );
		self::assertStringNotContainsStringIgnoringCase(
			'zebulon',
			(string) wp_json_encode( $this->shown( 'buyers_emails' ) )
		);
	}

	private function connect(): SandboxShop {
		$shop = new SandboxShop( $this->allow_sandbox() );
		$shop->connect();
		$this->sign_in_as_admin();
		return $shop;
	}

	private function look(): void {
		PluginEngine::make()->look_at_sold()->look();
	}

	public function test_items_are_known_once_the_daily_look_has_seen_them(): void {
		$shop = $this->connect();
		foreach ( [ 'VASE-1', 'VASE-2', 'VASE-2', 'VASE-3', 'VASE-4' ] as $index => $reference ) {
			$shop->sandbox->call(
				'POST',
				'/_sandbox/records/items',
				[
					'type'        => 'product',
					'name'        => "Vase $index",
					'reference'   => $reference,
					'is_archived' => $reference === 'VASE-4',
				] + ( $reference === 'VASE-3' ? [] : [ 'tax_id' => 1 ] )
			);
		}
		$this->sold( $this->product( 'VASE-1' ) );
		self::assertSame( 'unknown', $this->shown( 'items_shared' )['status'] );
		$this->look();
		foreach ( [ 'items_shared', 'items_untaxed', 'items_archived' ] as $check ) {
			self::assertSame( 'good', $this->shown( $check )['status'], $check );
			self::assertStringContainsString( 'Seen on', $this->shown( $check )['why'] );
		}

		foreach ( [ 'VASE-2', 'VASE-3', 'VASE-4' ] as $reference ) {
			$this->sold( $this->product( $reference ) );
		}
		self::assertSame( 'unknown', $this->shown( 'items_untaxed' )['status'] );
		$this->look();
		$this->assert_wrong( 'items_shared', '1 reference', 'VASE-2.' );
		$this->assert_wrong( 'items_untaxed', '1 item', 'VASE-3.' );
		$this->assert_wrong( 'items_archived', '1 item', 'VASE-4.' );
	}

	public function test_a_buyer_who_stands_in_sellsy_twice_is_named_by_the_order_alone(): void {
		$shop = $this->connect();
		foreach ( [ 'paule@orange.fr', 'zebulon.q@orange.fr', 'Zebulon.Q@orange.fr' ] as $email ) {
			$shop->sandbox->call(
				'POST',
				'/_sandbox/records/individuals',
				[
					'type'      => 'client',
					'last_name' => 'Quistrebert',
					'email'     => $email,
				]
			);
		}
		$this->sold( null, 'paule@orange.fr' );
		$this->look();
		self::assertSame( 'good', $this->shown( 'clients_shared' )['status'] );
		self::assertStringContainsString( 'other capitals', $this->shown( 'clients_shared' )['why'] );

		$order = $this->sold( null, 'Zebulon.Q@orange.fr' );
		self::assertSame( 'unknown', $this->shown( 'clients_shared' )['status'] );
		$this->look();
		$this->assert_wrong( 'clients_shared', '1 buyer', "#{$order->get_id()}." );
		self::assertStringNotContainsStringIgnoringCase(
			'zebulon',
			(string) wp_json_encode( $this->shown( 'clients_shared' ) )
		);
		self::assertStringNotContainsStringIgnoringCase(
			'zebulon',
			(string) get_option( 'orderinvoicer_sold_looks' )
		);
	}

	public function test_a_shop_that_sold_nothing_lately_has_shown_nothing(): void {
		$this->connect();
		$this->sold( $this->product( 'VASE-1' ), 'client@orange.fr', 120 );
		foreach ( [ ...self::OF_PRODUCTS, ...self::OF_BUYERS, 'other_connector' ] as $check ) {
			$shown = $this->shown( $check );
			self::assertSame( 'unknown', $shown['status'], $check );
			self::assertStringContainsString( 'last 90 days', $shown['why'], $check );
		}

		// An order without products tells of its buyer alone.
		$this->sold( null );
		$this->look();
		foreach ( self::OF_PRODUCTS as $check ) {
			self::assertSame( 'unknown', $this->shown( $check )['status'], $check );
		}
		foreach ( [ ...self::OF_BUYERS, 'other_connector' ] as $check ) {
			self::assertSame( 'good', $this->shown( $check )['status'], $check );
		}
	}

	public function test_without_woocommerces_tables_of_products_nothing_of_them_is_known(): void {
		global $wpdb;
		$tables = $wpdb->tables;
		try {
			$wpdb->tables = array_values( array_diff( $tables, [ 'wc_product_meta_lookup' ] ) );
			foreach ( [ 'sold_references', 'sold_shared', 'items_shared', 'items_untaxed' ] as $check ) {
				self::assertSame( 'unknown', $this->shown( $check )['status'], $check );
			}
		} finally {
			$wpdb->tables = $tables;
		}
	}

	/** Their sentences name references and orders, and nobody: people post what is handed over in public. */
	public function test_asking_costs_no_call(): void {
		$shop = $this->connect();
		$this->sold( $this->product( 'VASE-1' ) );
		$before = count( $shop->sandbox->state()['calls'] );
		PluginEngine::screens()->diagnostics()->document();
		self::assertCount( $before, $shop->sandbox->state()['calls'] );
	}
}
