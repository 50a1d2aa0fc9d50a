<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

use Automattic\WooCommerce\Blocks\Domain\Services\CheckoutFieldsAdmin;
use Automattic\WooCommerce\Blocks\Package;
use OrderInvoicer\Admin\BillingNumbers;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Tests\Integration\Admin\AdminObjects;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\WooCommerce\Checkout\CheckoutNumbers;
use OrderInvoicer\WooCommerce\Checkout\FieldsWhereUsed;
use OrderInvoicer\WooCommerce\Order\BuyerNumbers;
use OrderInvoicer\WordPress\Options\OptionSettings;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/** SIRET and VAT number typed by shoppers, at WooCommerce's own two checkouts. */
#[Group( 'real-woocommerce' )]
final class CheckoutNumbersTest extends IntegrationTestCase {

	private const SIRET = '73282932000074';
	private const VAT   = 'FR44732829320';
	private const FIELD = [ CheckoutNumbers::SIRET, CheckoutNumbers::VAT_NUMBER ];

	protected function setUp(): void {
		parent::setUp();
		wc_load_cart();
		WC()->customer = new \WC_Customer( 0, true );
		update_option( 'woocommerce_cod_settings', [ 'enabled' => 'yes' ] );
		WC()->payment_gateways()->init();
		add_filter( 'woocommerce_store_api_disable_nonce_check', '__return_true' );
		$this->ask( true );
	}

	protected function tearDown(): void {
		foreach ( self::FIELD as $id ) {
			__internal_woocommerce_blocks_deregister_checkout_field( $id );
		}
		WC()->cart->empty_cart();
		WC()->session->destroy_session();
		wc_clear_notices();
		remove_filter( 'woocommerce_store_api_disable_nonce_check', '__return_true' );
		parent::tearDown();
	}

	public function test_numbers_typed_at_the_block_checkout_reach_the_invoice(): void {
		$order = $this->buy_in_blocks( ' 732 829 320 00074 ', 'fr 44 732829320' );

		$numbers = new BuyerNumbers();
		self::assertSame(
			[ self::SIRET, '732829320', self::VAT ],
			[ $numbers->siret( $order ), $numbers->siren( $order ), $numbers->vat_number( $order ) ]
		);
		self::assertSame( '732 829 320 00074', $order->get_meta( '_wc_other/orderinvoicer/siret' ) );
	}

	public function test_nothing_typed_is_no_obstacle(): void {
		self::assertSame( '', ( new BuyerNumbers() )->siret( $this->buy_in_blocks( '', '' ) ) );
		self::assertSame( '', ( new BuyerNumbers() )->siret( $this->buy_classically( '', '' ) ) );
	}

	/** @param list<string> $words */
	#[DataProvider( 'wrong_numbers' )]
	public function test_a_wrong_number_is_said_and_how_to_go_on(
		string $siret,
		string $vat,
		string $country,
		array $words,
		bool $in_blocks = true,
	): void {
		$answer = $this->block_checkout( $siret, $vat, $country );
		$errors = $this->classic_errors( $siret, $vat, $country );

		self::assertSame(
			$words === [] || ! $in_blocks ? 200 : 400,
			$answer->get_status(),
			(string) wp_json_encode( $answer->get_data() )
		);
		self::assertCount( count( $words ), $errors );
		foreach ( $words as $number => $word ) {
			self::assertStringContainsString( $word, $errors[ $number ] );
			self::assertStringContainsString( 'leave the field empty', $errors[ $number ] );
		}
	}

	/** @return iterable<string, array{0: string, 1: string, 2: string, 3: list<string>, 4?: bool}> */
	public static function wrong_numbers(): iterable {
		yield 'a digit mistyped' => [
			'73282932000075',
			'',
			'FR',
			[ 'SIREN or SIRET cannot be right: at least one of its digits is mistyped' ],
		];
		yield 'a digit of a SIREN mistyped' => [
			'732 829 321',
			'',
			'FR',
			[ 'SIREN or SIRET cannot be right: at least one of its digits is mistyped' ],
		];
		yield 'a SIRET that is cut off' => [
			'732 829 320 0007',
			'',
			'FR',
			[ 'a SIREN has 9 digits and a SIRET has 14, not 13' ],
		];
		yield 'no SIRET at all' => [ 'none', '', 'FR', [ 'a SIREN has 9 digits and a SIRET has 14, not 0' ] ];
		yield 'a VAT number whose key is wrong' => [ '', 'FR00732829320', 'FR', [ 'VAT number' ] ];
		yield 'a number of the wrong form in the country of the address' => [
			'',
			'12345',
			'DE',
			[ 'VAT number' ],
			false,
		];
		yield 'a VAT number that is cut off' => [
			'',
			'FR12',
			'FR',
			[ 'too short: after FR it has 11 characters, not 2' ],
		];
		yield 'both' => [ '73282932000075', 'FR12', 'FR', [ 'SIRET', 'too short' ] ];
		yield 'right in the country of the address' => [ '', '123456789', 'DE', [] ];
		yield 'of a country whose numbers nobody here knows' => [ '', 'GB999999973', 'GB', [] ];
	}

	/** The checkout shows one error for each code: two fields of one code would be mended one after the other. */
	public function test_all_wrong_fields_are_named_at_once(): void {
		$details = $this->block_checkout( '73282932000075', 'FR12' )
			->get_data()['data']['details']['additional_fields'];
		$named   = [ $details['code'] => $details['message'] ]
			+ array_column( $details['additional_errors'], 'message', 'code' );

		self::assertSame( [ 'orderinvoicer_siret', 'orderinvoicer_vat_number' ], array_keys( $named ) );
		self::assertStringContainsString( 'This SIREN or SIRET', $named['orderinvoicer_siret'] );
		self::assertStringContainsString( 'too short', $named['orderinvoicer_vat_number'] );
	}

	public function test_the_order_screen_asks_for_each_number_once(): void {
		$order  = $this->buy_in_blocks( self::SIRET, '' );
		$fields = $this->billing_fields( $order );

		self::assertSame( self::SIRET, $fields[ CheckoutNumbers::SIRET ]['value'] );
		self::assertArrayNotHasKey( 'orderinvoicer_siret', $fields );
		self::assertArrayHasKey( 'orderinvoicer_vat_number', $fields );
	}

	public function test_numbers_typed_at_the_classic_checkout_stand_on_the_order_screen_and_in_emails(): void {
		$order = $this->buy_classically( self::SIRET, self::VAT );

		self::assertSame(
			[ self::SIRET, self::VAT ],
			[ ( new BuyerNumbers() )->siret( $order ), ( new BuyerNumbers() )->vat_number( $order ) ]
		);
		self::assertSame( self::SIRET, $this->billing_fields( $order )['orderinvoicer_siret']['value'] );
		ob_start();
		WC()->mailer()->order_meta( $order, false, true );
		self::assertStringContainsString( self::VAT, (string) ob_get_clean() );
	}

	public function test_no_number_brings_links_or_pictures_into_an_email(): void {
		$order = $this->buy_classically( self::SIRET, self::VAT );
		$order->update_meta_data(
			BuyerNumbers::OWN_SIRET,
			'US1 <a href="https://evil.example">pay here</a> <img src="https://evil.example/x.png">'
		);
		$order->update_meta_data(
			BuyerNumbers::OWN_VAT_NUMBER,
			"US2 &lt;img src=x&gt;\u{202E}" . str_repeat( '9', 300 )
		);
		foreach ( [ true, false ] as $plain_text ) {
			ob_start();
			WC()->mailer()->order_meta( $order, false, $plain_text );
			$email = (string) ob_get_clean();
			self::assertStringContainsString( 'US1 pay here', $email );
			self::assertStringContainsString( 'US2 99', $email );
			self::assertDoesNotMatchRegularExpression( '/<a |<img|evil|&lt;|\x{202E}|9{50}/u', $email );
		}
	}

	public function test_either_checkout_proposes_again_what_a_customer_typed(): void {
		$user_id = wc_create_new_customer( 'client@example.com', 'client-test', 'secret-secret' );
		self::assertIsInt( $user_id );
		wp_set_current_user( $user_id );
		$customer = new \WC_Customer( $user_id );
		do_action( 'woocommerce_checkout_update_customer', $customer, [ 'orderinvoicer_siret' => self::SIRET ] );
		$customer->save();

		self::assertSame( self::SIRET, ( new \WC_Customer( $user_id ) )->get_meta( '_wc_other/orderinvoicer/siret' ) );
		self::assertSame( self::SIRET, WC()->checkout()->get_value( 'orderinvoicer_siret' ) );
		self::assertNull( WC()->checkout()->get_value( 'orderinvoicer_vat_number' ) );
	}

	public function test_a_shop_that_does_not_ask_has_no_fields(): void {
		foreach ( self::FIELD as $id ) {
			__internal_woocommerce_blocks_deregister_checkout_field( $id );
		}
		$this->ask( false );

		self::assertArrayNotHasKey(
			'orderinvoicer_siret',
			apply_filters( 'woocommerce_checkout_fields', [ 'billing' => [] ] )['billing']
		);
		self::assertFalse( $this->buy_in_blocks( self::SIRET, '' )->meta_exists( '_wc_other/orderinvoicer/siret' ) );
	}

	public function test_the_privacy_tools_know_them(): void {
		$user_id = wc_create_new_customer( 'client@example.com', 'client-test', 'secret-secret' );
		self::assertIsInt( $user_id );
		update_user_meta( $user_id, '_wc_other/orderinvoicer/siret', self::SIRET );
		apply_filters( 'wp_privacy_personal_data_exporters', [] );

		self::assertStringContainsString(
			self::SIRET,
			(string) wp_json_encode( \WC_Privacy_Exporters::customer_data_exporter( 'client@example.com' ) )
		);
		\WC_Privacy_Erasers::customer_data_eraser( 'client@example.com', 1 );
		self::assertSame( '', ( new \WC_Customer( $user_id ) )->get_meta( '_wc_other/orderinvoicer/siret' ) );
	}

	private function ask( bool $on ): void {
		$store    = new OptionSettings( new SettingsArray() );
		$settings = ( new SettingsArray() )->merged( $store->get(), [ 'checkout_numbers' => $on ] );
		$store->save( $settings );
		( new FieldsWhereUsed() )->add_fields();
	}

	private function buy_in_blocks( string $siret, string $vat ): \WC_Order {
		$answer = $this->block_checkout( $siret, $vat );
		self::assertSame( 200, $answer->get_status(), (string) wp_json_encode( $answer->get_data() ) );
		$order = wc_get_order( $answer->get_data()['order_id'] );
		self::assertInstanceOf( \WC_Order::class, $order );
		return $order;
	}

	private function block_checkout( string $siret, string $vat, string $country = 'FR' ): \WP_REST_Response {
		$this->fill_cart();
		$request = new \WP_REST_Request( 'POST', '/wc/store/v1/checkout' );
		$request->set_header( 'Content-Type', 'application/json' );
		$numbers = array_filter(
			array_combine( self::FIELD, [ $siret, $vat ] ),
			static fn ( string $typed ): bool => $typed !== ''
		);
		$address = [
			'first_name' => 'Client',
			'last_name'  => 'Test',
			'company'    => 'Acme SARL',
			'address_1'  => '1 rue de la Paix',
			'city'       => 'Paris',
			'postcode'   => $country === 'DE' ? '10115' : ( $country === 'GB' ? 'SW1A 1AA' : '75002' ),
			'country'    => $country,
			'email'      => 'client@example.com',
			'phone'      => '0100000000',
		];
		$request->set_body(
			(string) wp_json_encode(
				[
					'billing_address'   => $address,
					'shipping_address'  => array_diff_key( $address, [ 'email' => '' ] ),
					'payment_method'    => 'cod',
					'additional_fields' => (object) $numbers,
				]
			)
		);
		return rest_do_request( $request );
	}

	private function buy_classically( string $siret, string $vat ): \WC_Order {
		self::assertSame( [], $this->classic_errors( $siret, $vat, 'FR' ) );
		$id = WC()->checkout()->create_order( $this->posted( $siret, $vat, 'FR' ) );
		self::assertIsInt( $id );
		$order = wc_get_order( $id );
		self::assertInstanceOf( \WC_Order::class, $order );
		return $order;
	}

	/** @return list<string> what the shopper is told of these two fields. */
	private function classic_errors( string $siret, string $vat, string $country ): array {
		$this->fill_cart();
		$errors = new \WP_Error();
		do_action( 'woocommerce_after_checkout_validation', $this->posted( $siret, $vat, $country ), $errors );
		return [
			...$errors->get_error_messages( 'orderinvoicer_siret_validation' ),
			...$errors->get_error_messages( 'orderinvoicer_vat_number_validation' ),
		];
	}

	/** @return array<string, string> as `WC_Checkout::get_posted_data()` would read it. */
	private function posted( string $siret, string $vat, string $country ): array {
		return [
			'orderinvoicer_siret'      => $siret,
			'orderinvoicer_vat_number' => $vat,
			'billing_country'          => $country,
			'billing_email'            => 'client@example.com',
			'payment_method'           => 'cod',
			'order_comments'           => '',
		];
	}

	private function fill_cart(): void {
		WC()->cart->empty_cart();
		$product = new \WC_Product_Simple();
		$product->set_name( 'Article' );
		$product->set_regular_price( '10' );
		$product->set_virtual( true );
		$product->save();
		WC()->cart->add_to_cart( $product->get_id() );
	}

	/** @return array<string, array<string, mixed>> */
	private function billing_fields( \WC_Order $order ): array {
		$numbers = ( new AdminObjects() )->get( BillingNumbers::class );
		$numbers->register();
		$native = Package::container()->get( CheckoutFieldsAdmin::class );
		add_filter( 'woocommerce_admin_billing_fields', [ $native, 'admin_contact_fields' ], 10, 3 );
		try {
			return apply_filters( 'woocommerce_admin_billing_fields', [ 'state' => [] ], $order, 'edit' );
		} finally {
			remove_filter( 'woocommerce_admin_billing_fields', [ $native, 'admin_contact_fields' ] );
			remove_filter(
				'woocommerce_admin_billing_fields',
				[ $numbers, 'handle_woocommerce_admin_billing_fields' ],
				20
			);
			remove_action(
				'woocommerce_process_shop_order_meta',
				[ $numbers, 'handle_woocommerce_process_shop_order_meta' ],
				45
			);
		}
	}
}
