<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Settings\OrderTraits;
use OrderInvoicer\Domain\Settings\Rule;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Tests\Integration\Faults\FaultyDatabase;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Wiring\Adapters;
use OrderInvoicer\WooCommerce\RuleChoices;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/** What conditions read of WooCommerce's orders: the same inside their save, and for the work afterwards. */
#[Group( 'real-woocommerce' )]
final class RuleConditionsTest extends IntegrationTestCase {

	private Adapters $adapters;

	protected function setUp(): void {
		parent::setUp();
		$this->adapters = new Adapters( $GLOBALS['wpdb'] );
	}

	/** @return iterable<string, array{string, int, string, string, bool}> method, its number, what is asked for. */
	public static function deliveries(): iterable {
		yield 'a method' => [ 'flat_rate', 3, 'shipping', 'flat_rate', true ];
		yield 'that of a zone' => [ 'flat_rate', 3, 'shipping', 'flat_rate:3', true ];
		yield 'that of another zone' => [ 'flat_rate', 3, 'shipping', 'flat_rate:4', false ];
		yield 'pickup' => [ 'local_pickup', 5, 'shipping', 'local_pickup', true ];
		yield 'pickup at the block checkout' => [ 'pickup_location', 0, 'shipping', 'pickup_location', true ];
		yield 'before WooCommerce 3.4' => [ 'flat_rate:3', 0, 'shipping', 'flat_rate:3', true ];
		yield 'typed by hand' => [ '', 0, 'shipping', 'unnamed', false ];
	}

	#[DataProvider( 'deliveries' )]
	public function test_the_shipping_method(
		string $method,
		int $instance,
		string $name,
		string $asked,
		bool $fits,
	): void {
		$order = $this->order();
		$line  = new \WC_Order_Item_Shipping();
		$line->set_props(
			[
				'method_id'   => $method,
				'instance_id' => $instance,
				'total'       => '5',
			]
		);
		$order->add_item( $line );
		$order->save();
		$this->takes( $order, [ $name => [ $asked ] ], $fits ? 11 : Rule::OTHERS );
	}

	public function test_an_order_without_delivery(): void {
		$this->takes( $this->order(), [ 'shipping' => [ 'unnamed' ] ], 11 );
		$this->takes( $this->order(), [ 'shipping' => [ 'local_pickup' ] ], Rule::OTHERS );
	}

	public function test_the_total_with_vat_in_its_own_currency(): void {
		$order = $this->order();
		$order->set_total( '1000.00' );
		$order->save();
		$this->takes( $order, [ 'total' => 'at_least:1000.00:EUR' ], 11 );
		$this->takes( $order, [ 'total' => 'at_least:1000.01:EUR' ], Rule::OTHERS );
		$this->takes( $order, [ 'total' => 'below:1000.00:EUR' ], Rule::OTHERS );
		$this->takes( $order, [ 'total' => 'at_least:1:USD' ], Rule::OTHERS );
		$this->takes( $order, [ 'currencies' => [ 'EUR' ] ], 11 );
		$order->set_currency( 'USD' );
		$order->save();
		$this->takes( $order, [ 'currencies' => [ 'EUR' ] ], Rule::OTHERS );
		$this->takes( $order, [ 'total' => 'at_least:1:USD' ], 11 );
	}

	public function test_the_role_of_the_customer(): void {
		$order = $this->order();
		$this->takes( $order, [ 'roles' => [ 'guest' ] ], 11 );
		$this->takes( $order, [ 'roles' => [ 'subscriber' ] ], Rule::OTHERS );
		$user = wp_insert_user(
			[
				'user_login' => 'reseller-' . wp_generate_password( 8, false ),
				'user_pass'  => 'x',
				'role'       => 'subscriber',
			]
		);
		self::assertIsInt( $user );
		$order->set_customer_id( $user );
		$order->save();
		$this->takes( $order, [ 'roles' => [ 'guest' ] ], Rule::OTHERS );
		$this->takes( $order, [ 'roles' => [ 'subscriber', 'guest' ] ], 11 );
		$order->set_customer_id( 987_654 );
		$order->save();
		$this->takes( $order, [ 'roles' => [ 'subscriber' ] ], Rule::UNSURE );
		$order->set_customer_id( 0 );
		$order->update_meta_data( '_anonymized', 'yes' );
		$order->save();
		$this->takes( $order, [ 'roles' => [ 'guest' ] ], Rule::UNSURE );
	}

	public function test_the_category_of_any_product_and_those_above_it(): void {
		$wine  = $this->category( 'Wine', 0 );
		$red   = $this->category( 'Red', $wine );
		$other = $this->category( 'Other', 0 );
		$order = $this->order();
		$sold  = $this->product( $red );
		$order->add_product( $this->product( $other ) );
		$order->add_product( $sold );
		$order->save();
		$this->takes( $order, [ 'categories' => [ $wine ] ], 11 );
		$this->takes( $order, [ 'categories' => [ $red ] ], 11 );
		$this->takes( $order, [ 'categories' => [ $this->category( 'None', 0 ) ] ], Rule::OTHERS );

		$sold->delete( true );
		$order = wc_get_order( $order->get_id() );
		self::assertInstanceOf( \WC_Order::class, $order );
		$this->takes( $order, [ 'categories' => [ $other ] ], 11 );
		$this->takes( $order, [ 'categories' => [ $wine ] ], Rule::UNSURE );
	}

	public function test_a_variation_is_in_the_categories_of_its_product(): void {
		$wine   = $this->category( 'Wine', 0 );
		$parent = new \WC_Product_Variable();
		$parent->set_category_ids( [ $wine ] );
		$variation = new \WC_Product_Variation();
		$variation->set_parent_id( $parent->save() );
		$variation->save();
		$order = $this->order();
		$item  = $order->add_product( $variation );
		$this->takes( $order, [ 'categories' => [ $wine ] ], 11 );

		// As an import has written it: WooCommerce itself takes that for no product.
		wc_update_order_item_meta( $item, '_product_id', $variation->get_id() );
		wp_cache_flush();
		$order = wc_get_order( $order->get_id() );
		self::assertInstanceOf( \WC_Order::class, $order );
		$this->takes( $order, [ 'categories' => [ $wine ] ], 11 );

		$page = wp_insert_post(
			[
				'post_type'  => 'page',
				'post_title' => 'Page',
			]
		);
		wc_update_order_item_meta( $item, '_product_id', $page );
		wp_cache_flush();
		$order = wc_get_order( $order->get_id() );
		self::assertInstanceOf( \WC_Order::class, $order );
		$this->takes( $order, [ 'categories' => [ $wine ] ], Rule::UNSURE );
	}

	public function test_a_category_counts_in_every_language(): void {
		$vin    = $this->category( 'Vin', 0 );
		$wine   = $this->category( 'Wine', 0 );
		$red    = $this->category( 'Red', $wine );
		$rouge  = $this->category( 'Rouge', $vin );
		$active = static fn (): array => [
			'fr' => [],
			'en' => [],
		];
		$of     = static fn ( int $id, string $type, bool $own, string $language ): int =>
			[
				'fr' => [
					$wine => $vin,
					$red  => $rouge,
				],
				'en' => [
					$vin   => $wine,
					$rouge => $red,
				],
			][ $language ][ $id ] ?? $id;
		$order  = $this->order();
		$order->add_product( $this->product( $red ) );
		$order->save();
		add_filter( 'wpml_active_languages', $active );
		add_filter( 'wpml_object_id', $of, 10, 4 );
		try {
			foreach ( [ $vin, $wine, $rouge, $red ] as $asked ) {
				$this->takes( $order, [ 'categories' => [ $asked ] ], 11 );
			}
			$this->takes( $order, [ 'categories' => [ $this->category( 'None', 0 ) ] ], Rule::OTHERS );
		} finally {
			remove_filter( 'wpml_active_languages', $active );
			remove_filter( 'wpml_object_id', $of );
		}
	}

	/** @return iterable<string, array{string, string}> condition, question. */
	public static function refused(): iterable {
		yield 'roles' => [ 'roles', '/_usermeta\b/' ];
		yield 'categories of a product' => [ 'categories', '/_term_relationships\b/' ];
		yield 'categories above' => [ 'categories', '/_terms\b.*term_id = /s' ];
	}

	/** WordPress keeps "none" where the database refused; some caches outlive the process. */
	#[DataProvider( 'refused' )]
	public function test_what_the_database_refused_is_asked_again( string $condition, string $question ): void {
		$user = wp_insert_user(
			[
				'user_login' => 'reseller-' . wp_generate_password( 8, false ),
				'user_pass'  => 'x',
				'role'       => 'subscriber',
			]
		);
		self::assertIsInt( $user );
		$wine  = $this->category( 'Wine', 0 );
		$order = $this->order();
		$order->set_customer_id( $user );
		$order->add_product( $this->product( $this->category( 'Red', $wine ) ) );
		$order->save();
		$settings = self::settings(
			[ $condition => $condition === 'roles' ? [ 'subscriber' ] : [ $wine ] ]
		);
		$reader   = $this->adapters->order_traits_reader();
		$cache    = $GLOBALS['wp_object_cache'];
		// phpcs:disable WordPress.WP.GlobalVariablesOverride -- one that outlives the process.
		$GLOBALS['wp_object_cache'] = new class() extends \WP_Object_Cache {
			public function flush(): bool {
				return true;
			}
		};
		$database = new FaultyDatabase( $question );
		try {
			$database->while(
				static fn (): int => $reader->rule( DocumentKind::Invoice, $order, $settings ),
				FaultyDatabase::ANY
			);
			self::fail( 'Refused, and taken for an answer.' );
		} catch ( DatabaseRefused ) {
			self::assertNotSame( '', $database->refused );
			self::assertSame( 11, $reader->rule( DocumentKind::Invoice, $order, $settings ) );
		} finally {
			$GLOBALS['wp_object_cache'] = $cache;
			// phpcs:enable
		}
	}

	public function test_orders_of_a_shop_without_such_a_rule_cost_no_question(): void {
		global $wpdb;
		$order = $this->order();
		$order->add_product( $this->product( $this->category( 'Wine', 0 ) ) );
		$order->save();
		$reader   = $this->adapters->order_traits_reader();
		$settings = self::settings( [ 'gateways' => [ 'bacs' ] ] );
		$reader->rule( DocumentKind::Invoice, $order, $settings );
		$before = $wpdb->num_queries;
		$reader->rule( DocumentKind::Invoice, $order, $settings );
		self::assertSame( $before, $wpdb->num_queries );
	}

	public function test_what_there_is_to_choose_from(): void {
		$wine = $this->category( 'Wine', 0 );
		$red  = $this->category( 'Red & white', $wine );
		$zone = new \WC_Shipping_Zone();
		$zone->set_zone_name( 'Bretagne' );
		$zone->save();
		$method = $zone->add_shipping_method( 'local_pickup' );

		$choices = ( new RuleChoices() )->all();
		self::assertContains(
			[
				'id'   => $red,
				'name' => 'Wine › Red & white',
			],
			$choices['categories']
		);
		self::assertContains( "local_pickup:$method", array_column( $choices['shipping'], 'id' ) );
		self::assertContains( 'local_pickup', array_column( $choices['shipping'], 'id' ) );
		self::assertContains( 'administrator', array_column( $choices['roles'], 'id' ) );
		self::assertSame( get_woocommerce_currency(), $choices['currencies'][0]['id'] );
	}

	private function order(): \WC_Order {
		$order = wc_create_order();
		self::assertInstanceOf( \WC_Order::class, $order );
		$order->set_currency( 'EUR' );
		$order->save();
		return $order;
	}

	private function category( string $name, int $above ): int {
		$term = wp_insert_term( $name . wp_generate_password( 6, false ), 'product_cat', [ 'parent' => $above ] );
		self::assertIsArray( $term );
		wp_update_term( $term['term_id'], 'product_cat', [ 'name' => $name ] );
		return (int) $term['term_id'];
	}

	private function product( int $category ): \WC_Product {
		$product = new \WC_Product_Simple();
		$product->set_name( 'Product' );
		$product->set_regular_price( '10' );
		$product->set_category_ids( [ $category ] );
		$product->save();
		return $product;
	}

	/** @param array<string, mixed> $asked */
	private static function settings( array $asked ): Settings {
		$array = new SettingsArray();
		return $array->merged( $array->declared(), [ 'invoice' => [ 'rules' => [ [ 'id' => 11 ] + $asked ] ] ] );
	}

	/** @param array<string, mixed> $asked */
	private function takes( \WC_Order $order, array $asked, int $expected ): void {
		$settings = self::settings( $asked );
		$reader   = $this->adapters->order_traits_reader();
		self::assertSame( $expected, $reader->rule( DocumentKind::Invoice, $order, $settings ), 'In its save.' );
		wp_cache_flush();
		$snapshot = ( new Adapters( $GLOBALS['wpdb'] ) )->stored_orders()->snapshot( $order->get_id() );
		self::assertNotNull( $snapshot );
		self::assertSame(
			$expected,
			$settings->rule_for( DocumentKind::Invoice, OrderTraits::of( $snapshot ) ),
			'For the work.'
		);
	}
}
