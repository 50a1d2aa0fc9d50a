<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Health;

use PHPUnit\Framework\Attributes\Group;

/** Each check of what was sold lately, and to whom: one shop where it is wrong, one where it is right. */
#[Group( 'real-woocommerce' )]
final class SoldChecksTest extends HealthTestCase {

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
		self::assertSame( 'good', $this->shown( 'buyers_without_email' )['status'] );
		$order = $this->sold( null, '' );
		$this->assert_wrong( 'buyers_without_email', '1 recent order', "#{$order->get_id()}." );
	}

	public function test_an_address_that_cannot_be_right_is_named_by_its_order_alone(): void {
		$this->sold( null, 'Zebulon.Q@orange.fr' );
		self::assertSame( 'good', $this->shown( 'buyers_emails' )['status'] );
		$order = $this->sold( null, 'zebulon.q@gmial.com' );
		$this->assert_wrong( 'buyers_emails', '1 recent order', "#{$order->get_id()}." );
		self::assertStringNotContainsStringIgnoringCase(
			'zebulon',
			implode( ' ', $this->shown( 'buyers_emails' ) )
		);
	}
}
