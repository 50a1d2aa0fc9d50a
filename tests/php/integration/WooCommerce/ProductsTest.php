<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

use OrderInvoicer\Domain\Failures\BrokenFilter;
use OrderInvoicer\Domain\Items\ShopProduct;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\WooCommerce\Catalogue\WooProducts;
use OrderInvoicer\WooCommerce\Order\OrderLines;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/** What WooCommerce's catalogue says of a product, and what its order lines say of bundles and eco-participation. */
#[Group( 'real-woocommerce' )]
final class ProductsTest extends IntegrationTestCase {

	public function test_a_product_as_the_catalogue_has_it_whatever_the_order_charged(): void {
		$rate    = $this->base_rate( '20' );
		$product = $this->product( 'SAC', '12.50' );
		$product->set_short_description( '<p>En <b>cuir</b></p>' );
		$product->set_sale_price( '9' );
		$product->set_global_unique_id( '3760000000017' );
		$product->set_weight( '0.5' );
		$product->set_manage_stock( true );
		$product->set_stock_quantity( 7 );
		$product->save();

		$sold = $this->sold( $product );

		self::assertSame(
			[ 'SAC', '12.5', $rate, '7', false ],
			[ $sold->name, $sold->price?->to_string(), $sold->rate_id, $sold->stock?->to_string(), $sold->is_variation ]
		);
		self::assertSame( wc_prices_include_tax(), $sold->price_includes_tax );
		self::assertSame(
			"En cuir\nGTIN 3760000000017\n" . wp_strip_all_tags( wc_format_weight( '0.5' ) ),
			$sold->description
		);
	}

	public function test_prices_that_plugins_show_are_not_the_products(): void {
		$product = $this->product( 'SAC', '12.50' );
		add_filter( 'woocommerce_product_get_regular_price', $dollars = static fn (): string => '14.99' );
		$sold = $this->sold( $product );
		remove_filter( 'woocommerce_product_get_regular_price', $dollars );
		self::assertSame( '12.5', $sold->price?->to_string() );
	}

	public function test_a_variation_with_a_reference_of_its_own_and_one_without(): void {
		$parent = new \WC_Product_Variable();
		$parent->set_name( 'Chemise' );
		$parent->set_sku( 'CHEMISE' );
		$parent->set_short_description( 'En lin' );
		$parent->save();

		$blue = $this->sold( $this->variation( $parent, 'CHEMISE-BLEUE' ) );
		$none = $this->sold( $this->variation( $parent, '' ) );

		self::assertSame(
			[ true, '10', 'En lin' ],
			[ $blue->is_variation, $blue->price?->to_string(), $blue->description ]
		);
		self::assertSame(
			[ false, null, 'Chemise' ],
			[ $none->is_variation, $none->price?->to_string(), $none->name ]
		);
	}

	public function test_an_untaxed_product_has_no_rate_and_a_deleted_one_is_gone(): void {
		$this->base_rate( '20' );
		$product = $this->product( 'BON', '30' );
		$product->set_tax_status( 'none' );
		$product->save();
		$line = $this->order( [ $product ] )->get_items();
		$line = array_key_first( $line );

		self::assertNull( ( new WooProducts() )->of_line( $line )?->rate_id );
		$product->delete( true );
		wp_cache_flush();
		self::assertNull( ( new WooProducts() )->of_line( $line ) );
		self::assertNull( ( new WooProducts() )->of_line( 999999 ) );
	}

	/** A voucher for anything is sold without VAT; the owner's mapping of exemptions says under which tax. */
	public function test_a_gift_card_is_a_line_without_vat(): void {
		$this->base_rate( '20' );
		$card = $this->product( 'CARTE', '50' );
		$card->set_tax_status( 'none' );
		$card->set_virtual( true );
		$card->save();

		$line = $this->lines( $this->order( [ $card ] ) )[0];

		self::assertSame( [ [], false, '50' ], [ $line->taxes, $line->taxable, $line->total->to_string() ] );
	}

	/** A gift card's code could be spent, and a licence key used, by whoever reads the invoice. */
	public function test_codes_keys_passwords_and_links_stay_in_the_shop(): void {
		$order = $this->order( [ $this->product( 'CARTE', '50' ) ] );
		$item  = array_values( $order->get_items() )[0];
		foreach ( [
			'pw_gift_card_number' => 'ABCD-EFGH-2345-6789',
			'pw_gift_card_amount' => '50',
			'Clé de licence'      => 'X1Y2Z3',
			'License Key'         => 'K-1',
			'Mot de passe'        => 'sesame',
			'Code cadeau'         => 'NOEL50',
			'Téléchargement'      => 'https://example.com/fichier?cle=1',
			'Référence'           => 'QWER-TYUI-OPAS-DFGH',
			'Gravure'             => 'Pour Léa, code 4 secret',
			'_hidden'             => 'caché',
		] as $key => $value ) {
			$item->add_meta_data( $key, $value );
		}
		$item->save();
		$line = $this->lines( wc_get_order( $order->get_id() ) )[0];

		self::assertSame( "pw_gift_card_amount: 50\nGravure: Pour Léa, code 4 secret", $line->details );
	}

	/**
	 * @param array<string, string> $parent meta of the parent's item.
	 * @param array<string, string> $part   meta of the part's item.
	 */
	#[DataProvider( 'bundles' )]
	public function test_parts_know_the_bundle_they_belong_to( array $parent, array $part ): void {
		$order = $this->order(
			[ $this->product( 'COFFRET', '30' ), $this->product( 'MUG', '0' ), $this->product( 'AUTRE', '5' ) ]
		);
		$items = array_values( $order->get_items() );
		foreach ( [ $parent, $part ] as $number => $meta ) {
			foreach ( $meta as $key => $value ) {
				$value = str_replace( '{parent}', (string) $items[0]->get_product_id(), $value );
				$items[ $number ]->add_meta_data( $key, $value, true );
			}
			$items[ $number ]->save();
		}

		self::assertSame(
			[ 0, $items[0]->get_id(), 0 ],
			array_column( $this->lines( wc_get_order( $order->get_id() ) ), 'part_of' )
		);
	}

	/** @return iterable<string, array{array<string, string>, array<string, string>}> */
	public static function bundles(): iterable {
		yield 'Product Bundles' => [ [ '_bundle_cart_key' => 'a1' ], [ '_bundled_by' => 'a1' ] ];
		yield 'YITH' => [ [ '_yith_bundle_cart_key' => 'a1' ], [ '_bundled_by' => 'a1' ] ];
		yield 'YITH without a key on the parent' => [ [ '_cartstamp' => 'x' ], [ '_bundled_by' => 'a1' ] ];
		yield 'Composite Products' => [ [ '_composite_cart_key' => 'a1' ], [ '_composite_parent' => 'a1' ] ];
		yield 'WPC Product Bundles' => [ [ '_woosb_ids' => '7/1' ], [ '_woosb_parent_id' => '{parent}' ] ];
		yield 'Mix and Match' => [ [ '_mnm_cart_key' => 'a1' ], [ '_mnm_container' => 'a1' ] ];
	}

	public function test_eco_participation_is_of_one_piece_and_changes_no_amount(): void {
		$order  = $this->order( [ $this->product( 'LAMPE', '20' ) ], 3 );
		$before = $this->lines( $order )[0];
		add_filter( 'orderinvoicer_eco_participation', $half = static fn (): string => '0.50' );
		$line = $this->lines( $order )[0];
		remove_filter( 'orderinvoicer_eco_participation', $half );

		self::assertSame(
			[ null, '0.5', true ],
			[ $before->eco, $line->eco?->to_string(), $before->total->equals( $line->total ) ]
		);
	}

	#[DataProvider( 'no_amounts' )]
	public function test_nothing_is_no_eco_participation( string $amount ): void {
		add_filter( 'orderinvoicer_eco_participation', $answer = static fn (): string => $amount );
		$line = $this->lines( $this->order( [ $this->product( 'LAMPE', '20' ) ] ) )[0];
		remove_filter( 'orderinvoicer_eco_participation', $answer );
		self::assertNull( $line->eco );
	}

	#[DataProvider( 'nonsense' )]
	public function test_what_is_no_amount_is_said_and_not_left_out( mixed $amount ): void {
		$order = $this->order( [ $this->product( 'LAMPE', '20' ) ] );
		add_filter( 'orderinvoicer_eco_participation', $answer = static fn (): mixed => $amount );
		$this->expectException( BrokenFilter::class );
		try {
			$this->lines( $order );
		} finally {
			remove_filter( 'orderinvoicer_eco_participation', $answer );
		}
	}

	/** @return iterable<string, array{string}> */
	public static function no_amounts(): iterable {
		yield 'nothing' => [ '' ];
		yield 'zero' => [ '0' ];
	}

	/** @return iterable<string, array{mixed}> */
	public static function nonsense(): iterable {
		yield 'words' => [ 'none' ];
		yield 'a float' => [ 0.5 ];
		yield 'no answer' => [ null ];
	}

	private function sold( \WC_Product $product ): ShopProduct {
		$sold = ( new WooProducts() )->of_line( (int) array_key_first( $this->order( [ $product ] )->get_items() ) );
		self::assertNotNull( $sold );
		return $sold;
	}

	/** @param list<\WC_Product> $products */
	private function order( array $products, int $quantity = 1 ): \WC_Order {
		$order = wc_create_order();
		$order->set_currency( 'EUR' );
		foreach ( $products as $product ) {
			$order->add_product( $product, $quantity );
		}
		$order->save();
		return wc_get_order( $order->get_id() );
	}

	/** @return list<OrderLine> */
	private function lines( \WC_Order $order ): array {
		return ( new OrderLines() )->lines( $order );
	}

	private function product( string $sku, string $price ): \WC_Product_Simple {
		$product = new \WC_Product_Simple();
		$product->set_name( $sku );
		$product->set_sku( "$sku-" . wp_unique_id() );
		$product->set_regular_price( $price );
		$product->save();
		return $product;
	}

	private function variation( \WC_Product_Variable $parent, string $sku ): \WC_Product_Variation {
		$variation = new \WC_Product_Variation();
		$variation->set_parent_id( $parent->get_id() );
		$variation->set_sku( $sku );
		$variation->set_regular_price( '10' );
		$variation->save();
		return $variation;
	}

	/** The only rate at the shop's own address. */
	private function base_rate( string $percent ): int {
		global $wpdb;
		$wpdb->query( "DELETE FROM {$wpdb->prefix}woocommerce_tax_rates" );
		update_option( 'woocommerce_calc_taxes', 'yes' );
		\WC_Cache_Helper::invalidate_cache_group( 'taxes' );
		return \WC_Tax::_insert_tax_rate(
			[
				'tax_rate_country'  => WC()->countries->get_base_country(),
				'tax_rate'          => $percent,
				'tax_rate_name'     => 'TVA',
				'tax_rate_priority' => 1,
				'tax_rate_shipping' => 1,
				'tax_rate_class'    => '',
			]
		);
	}
}
