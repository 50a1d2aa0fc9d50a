<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Rest;

use OrderInvoicer\Tests\Integration\Engine\SandboxShop;

/** Products whose reference keeps them from being named, on WooCommerce's real catalogue. */
final class ProductsControllerTest extends RestTestCase {

	private SandboxShop $shop;

	protected function setUp(): void {
		parent::setUp();
		if ( $this->is_standin() ) {
			self::markTestSkipped( 'The stand-in for WooCommerce has no catalogue.' );
		}
		$this->shop = new SandboxShop( $this->allow_sandbox() );
		$this->shop->connect();
		$this->sign_in_as_admin();
	}

	private function product( string $name, string $sku ): int {
		$product = new \WC_Product_Simple();
		$product->set_name( $name );
		$product->set_regular_price( '10' );
		$product->set_sku( $sku );
		return $product->save();
	}

	/** @return array<string, array<string, mixed>> by name; WooCommerce adds the reference or number to it. */
	private function products( string $query ): array {
		$found = [];
		foreach ( $this->valid( $this->call( 'GET', "/products?$query" ), 'products' ) as $product ) {
			$found[ (string) preg_replace( '/ \(.*$/', '', $product['name'] ) ] = $product;
		}
		return $found;
	}

	public function test_what_is_wrong_with_a_reference_is_named(): void {
		add_filter( 'wc_product_has_unique_sku', '__return_false' );
		$this->product( 'Zz without', '' );
		$this->product( 'Zz short', 'Z' );
		$this->product( 'Zz one', 'ZZ-TWICE' );
		$this->product( 'Zz other', 'ZZ-TWICE' );
		$this->product( 'Zz good', 'ZZ-GOOD' );
		remove_filter( 'wc_product_has_unique_sku', '__return_false' );

		self::assertSame(
			[
				'Zz one'     => 'duplicate',
				'Zz other'   => 'duplicate',
				'Zz short'   => 'short',
				'Zz without' => 'missing',
			],
			array_column(
				array_map(
					static fn ( string $name, array $product ): array => [ $name, $product['problem'] ],
					array_keys( $this->products( 'search=Zz' ) ),
					$this->products( 'search=Zz' )
				),
				1,
				0
			)
		);
		self::assertSame( [ 'Zz short' ], array_keys( $this->products( 'search=Zz&problem=short' ) ) );
		self::assertSame( 'none', $this->products( 'search=Zz&problem=all' )['Zz good']['problem'] );
		self::assertSame( [ 'Zz one', 'Zz other' ], array_keys( $this->products( 'search=ZZ-TWICE' ) ) );
		self::assertSame( '4', $this->call( 'GET', '/products?search=Zz&per_page=1' )->get_headers()['X-WP-Total'] );
		self::assertSame( 400, $this->call( 'GET', '/products?problem=ugly' )->get_status() );
	}

	public function test_a_variation_is_sold_under_its_parents_reference(): void {
		$parent = new \WC_Product_Variable();
		$parent->set_name( 'Zz shirt' );
		$parent->set_sku( 'ZZ-SHIRT' );
		$parent->save();
		$variation = new \WC_Product_Variation();
		$variation->set_parent_id( $parent->get_id() );
		$variation->set_regular_price( '10' );
		$variation->save();

		self::assertSame( [], $this->products( 'search=Zz' ) );
		self::assertSame( 'ZZ-SHIRT', current( $this->products( 'search=Zz&problem=all' ) )['sku'] );

		$parent->set_sku( '' );
		$parent->save();
		$found = $this->products( 'search=Zz' );
		self::assertSame(
			[ [ $variation->get_id(), 'missing' ] ],
			array_map(
				static fn ( array $product ): array => [ $product['id'], $product['problem'] ],
				array_values( $found )
			),
			'The parent itself is never sold.'
		);
		self::assertStringContainsString( "post={$parent->get_id()}", current( $found )['edit_url'] );
	}

	public function test_lines_of_sold_orders_are_counted(): void {
		$id    = $this->product( 'Zz without', '' );
		$order = wc_create_order();
		$order->add_product( wc_get_product( $id ), 3 );
		$order->set_status( 'completed' );
		$order->save();
		$unsold = wc_create_order();
		$unsold->add_product( wc_get_product( $id ), 1 );
		$unsold->set_status( 'cancelled' );
		$unsold->save();

		self::assertSame( 1, $this->products( 'search=Zz' )['Zz without']['lines'] );
	}

	public function test_an_item_that_is_gone_is_forgotten_and_one_can_be_forgotten(): void {
		$order = $this->shop->order();
		$order->update_status( 'processing' );
		$this->shop->work( $order );
		$ids     = array_values(
			array_map( static fn ( \WC_Order_Item_Product $item ): int => $item->get_product_id(), $order->get_items() )
		);
		$product = wc_get_product( $ids[0] );
		$query   = 'problem=all&search=' . rawurlencode( $product->get_sku() );
		$item    = current( $this->products( $query ) )['item'];
		self::assertIsArray( $item );
		self::assertSame(
			[],
			$this->valid( $this->call( 'POST', '/products/check', [ 'ids' => $ids ] ), 'products-checked' )['gone']
		);

		$this->shop->sandbox->fault(
			[
				'mode'  => '404',
				'path'  => '/items/{id}',
				'times' => 1,
			]
		);
		self::assertSame(
			$ids,
			$this->valid( $this->call( 'POST', '/products/check', [ 'ids' => $ids ] ), 'products-checked' )['gone']
		);
		self::assertNull( current( $this->products( $query ) )['item'] );
		$this->assert_refused( 404, 'orderinvoicer_not_found', $this->call( 'DELETE', "/products/{$ids[0]}/link" ) );
		self::assertSame( 400, $this->call( 'POST', '/products/check', [ 'ids' => range( 1, 26 ) ] )->get_status() );
	}

	public function test_a_failing_look_at_sellsy_says_so_and_forgets_nothing(): void {
		$order = $this->shop->order();
		$order->update_status( 'processing' );
		$this->shop->work( $order );
		$ids = array_values(
			array_map( static fn ( \WC_Order_Item_Product $item ): int => $item->get_product_id(), $order->get_items() )
		);
		$this->shop->sandbox->fault(
			[
				'mode'  => '503',
				'path'  => '/items/{id}',
				'times' => 1,
			]
		);

		$this->assert_refused(
			502,
			'orderinvoicer_sellsy_failed',
			$this->call( 'POST', '/products/check', [ 'ids' => $ids ] )
		);

		self::assertTrue(
			$this->valid( $this->call( 'DELETE', "/products/{$ids[0]}/link" ), 'forgotten' )['forgotten']
		);
	}
}
