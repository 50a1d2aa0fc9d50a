<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

use Automattic\WooCommerce\Blocks\Domain\Services\CheckoutFields;
use Automattic\WooCommerce\Blocks\Domain\Services\CheckoutFieldsAdmin;
use Automattic\WooCommerce\Blocks\Domain\Services\CheckoutFieldsSchema\DocumentObject;
use Automattic\WooCommerce\Blocks\Package;
use OrderInvoicer\Admin\BillingNumbers;
use OrderInvoicer\Admin\NumberCheck;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\WooCommerce\Checkout\CheckoutNumbers;
use OrderInvoicer\WooCommerce\Checkout\ClassicCheckoutNumbers;
use OrderInvoicer\WooCommerce\Checkout\ClassicCompanyBox;
use OrderInvoicer\WooCommerce\Checkout\FieldsWhereUsed;
use OrderInvoicer\WooCommerce\Order\BuyerNumbers;
use OrderInvoicer\WordPress\Options\OptionSettings;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/** "I buy for a company", at WooCommerce's own two checkouts. */
#[Group( 'real-woocommerce' )]
final class CompanyCheckoutTest extends IntegrationTestCase {

	private const SIRET = '73282932000074';
	private const SIREN = '732829320';
	private const VAT   = 'FR44732829320';
	private const IDS   = [
		CheckoutNumbers::IS_COMPANY,
		CheckoutNumbers::COMPANY,
		CheckoutNumbers::SIRET,
		CheckoutNumbers::VAT_NUMBER,
		CheckoutNumbers::ORDER_NUMBER,
	];

	private CheckoutNumbers $numbers;

	/** @var list<string> fields of the classic checkout that its errors name. */
	private array $named = [];

	protected function setUp(): void {
		parent::setUp();
		wc_load_cart();
		WC()->customer = new \WC_Customer( 0, true );
		update_option( 'woocommerce_cod_settings', [ 'enabled' => 'yes' ] );
		WC()->payment_gateways()->init();
		add_filter( 'woocommerce_store_api_disable_nonce_check', '__return_true' );
	}

	protected function tearDown(): void {
		foreach ( self::IDS as $id ) {
			__internal_woocommerce_blocks_deregister_checkout_field( $id );
		}
		foreach (
			[
				'woocommerce_get_default_value_for_' . CheckoutNumbers::IS_COMPANY,
				'woocommerce_get_default_value_for_' . CheckoutNumbers::COMPANY,
				'woocommerce_store_api_checkout_update_customer_from_request',
				'woocommerce_store_api_checkout_update_order_from_request',
				'woocommerce_store_api_checkout_order_processed',
			] as $hook
		) {
			remove_all_filters( $hook );
		}
		WC()->cart->empty_cart();
		WC()->session->destroy_session();
		wc_clear_notices();
		remove_filter( 'woocommerce_store_api_disable_nonce_check', '__return_true' );
		parent::tearDown();
	}

	/**
	 * @param array<string, mixed>  $typed    by short name.
	 * @param array<string, string> $expected of the order; empty: not bought.
	 * @param list<string>          $words    of what is said.
	 */
	#[DataProvider( 'buyers' )]
	public function test_buyers_at_the_block_checkout(
		string $company_field,
		array $typed,
		array $expected,
		array $words = [],
	): void {
		$this->open( $company_field );

		$answer = $this->block_checkout( $typed, $company_field );

		$said = (string) wp_json_encode( $answer->get_data(), JSON_UNESCAPED_UNICODE );
		self::assertSame( $words === [] ? 200 : 400, $answer->get_status(), $said );
		foreach ( $words as $word ) {
			self::assertStringContainsString( $word, $said );
		}
		if ( $words === [] ) {
			$this->assert_order( $expected, wc_get_order( $answer->get_data()['order_id'] ) );
		}
	}

	/**
	 * @param array<string, mixed>  $typed    by short name.
	 * @param array<string, string> $expected of the order; empty: not bought.
	 * @param list<string>          $words    of what is said.
	 */
	#[DataProvider( 'buyers' )]
	public function test_buyers_at_the_classic_checkout(
		string $company_field,
		array $typed,
		array $expected,
		array $words = [],
	): void {
		$this->open( $company_field );

		[ $order, $said ] = $this->classic_checkout( $typed );

		foreach ( $words as $word ) {
			self::assertStringContainsString( $word, $said );
		}
		self::assertSame( $words === [], $order !== null, $said );
		if ( $order !== null ) {
			$this->assert_order( $expected, $order );
		}
	}

	/**
	 * @return iterable<string, array{
	 *     0: string,
	 *     1: array<string, mixed>,
	 *     2: array<string, string>,
	 *     3?: list<string>
	 * }>
	 */
	public static function buyers(): iterable {
		$acme = [
			'box'     => true,
			'company' => 'Acme SARL',
		];
		yield 'a private person' => [ 'hidden', [ 'box' => false ], [] ];
		yield 'a private person where the company field is shown' => [ 'optional', [ 'box' => false ], [] ];
		yield 'by SIREN' => [
			'hidden',
			$acme + [ 'siret' => '732 829 320' ],
			[
				'company' => 'Acme SARL',
				'siren'   => self::SIREN,
			],
		];
		yield 'by SIRET' => [
			'hidden',
			$acme + [ 'siret' => '732 829 320 00074' ],
			[
				'company' => 'Acme SARL',
				'siren'   => self::SIREN,
				'siret'   => self::SIRET,
			],
		];
		yield 'with everything' => [
			'hidden',
			$acme + [
				'siret' => self::SIRET,
				'vat'   => 'fr 44 732829320',
				'order' => 'BC-778 / Lyon',
			],
			[
				'company' => 'Acme SARL',
				'siren'   => self::SIREN,
				'siret'   => self::SIRET,
				'vat'     => self::VAT,
				'order'   => 'BC-778 / Lyon',
			],
		];
		yield 'a digit of the SIRET mistyped' => [
			'hidden',
			$acme + [ 'siret' => '73282932000075' ],
			[],
			[ 'SIREN or SIRET cannot be right: at least one of its digits is mistyped' ],
		];
		yield 'a digit of the SIREN mistyped' => [
			'hidden',
			$acme + [ 'siret' => '732829321' ],
			[],
			[ 'SIREN or SIRET cannot be right: at least one of its digits is mistyped' ],
		];
		yield 'the key of a French VAT number mistyped, and a SIRET' => [
			'hidden',
			$acme + [
				'siret' => '73282932000075',
				'vat'   => 'FR00732829320',
			],
			[],
			[ 'This SIREN or SIRET', 'This VAT number' ],
		];
		yield 'letters for a SIRET' => [ 'hidden', $acme + [ 'siret' => 'none yet' ], [], [ 'SIREN' ] ];
		yield 'no company name' => [
			'hidden',
			[
				'box'   => true,
				'siret' => self::SIRET,
			],
			[],
			[ 'ompany' ],
		];
		yield 'no company name where the field is shown' => [
			'optional',
			[
				'box'   => true,
				'siret' => self::SIRET,
			],
			[],
			[ 'name of your company' ],
		];
		yield 'of another country of the Union' => [
			'hidden',
			[
				'box'     => true,
				'company' => 'Muster GmbH',
				'vat'     => 'DE123456789',
			],
			[
				'company' => 'Muster GmbH',
				'vat'     => 'DE123456789',
			],
		];
		yield 'the company field is shown' => [
			'optional',
			$acme + [
				'siret' => self::SIREN,
				'order' => 'BC-778',
			],
			[
				'company' => 'Acme SARL',
				'siren'   => self::SIREN,
				'order'   => 'BC-778',
			],
		];
		yield 'the company field is required' => [
			'required',
			$acme + [ 'siret' => self::SIRET ],
			[
				'company' => 'Acme SARL',
				'siren'   => self::SIREN,
				'siret'   => self::SIRET,
			],
		];
		yield 'a SIRET of another SIREN than the VAT number' => [
			'hidden',
			$acme + [
				'siret' => self::SIRET,
				'vat'   => 'FR40303265045',
			],
			[
				'company' => 'Acme SARL',
				'siren'   => self::SIREN,
				'siret'   => self::SIRET,
			],
		];
	}

	public function test_either_checkout_names_each_field_that_is_wrong_or_missing(): void {
		$this->open( 'hidden' );
		$wrong = [
			'box'   => true,
			'siret' => '73282932000075',
			'vat'   => 'FR1',
		];

		$details = $this->block_checkout( $wrong, 'hidden' )->get_data()['data']['details']['additional_fields'];

		$errors = [ $details, ...$details['additional_errors'] ];
		self::assertSame(
			[ CheckoutNumbers::COMPANY, CheckoutNumbers::SIRET, CheckoutNumbers::VAT_NUMBER ],
			array_column( array_column( $errors, 'data' ), 'key' )
		);
		foreach ( [ 'Company name', 'at least one of its digits', 'too short' ] as $at => $word ) {
			self::assertStringContainsString( $word, $errors[ $at ]['message'] );
		}
		$this->classic_checkout( $wrong );
		self::assertEqualsCanonicalizing(
			[ 'billing_company', ClassicCheckoutNumbers::SIRET, ClassicCheckoutNumbers::VAT_NUMBER ],
			$this->named
		);
	}

	/** No rule can say it at that field, so the box does, and the error stands in its address. */
	public function test_a_name_that_is_missing_in_the_shops_own_field_is_asked_for_where_it_stands(): void {
		$this->open( 'optional' );

		$answer = $this->block_checkout( [ 'box' => true ], 'optional' )->get_data();

		self::assertSame( 'wc/checkout/billing-address', $answer['data']['context'] ?? '' );
		$fields = Package::container()->get( CheckoutFields::class )->get_fields_for_location( 'contact' );
		self::assertStringContainsString( 'its name', $fields[ CheckoutNumbers::IS_COMPANY ]['label'] );
	}

	/** The browser clears what it hides; another client may not. */
	public function test_what_was_typed_before_the_box_was_unticked_is_not_the_orders(): void {
		$this->open( 'hidden' );

		$answer = $this->block_checkout(
			[
				'box'     => false,
				'company' => 'Acme SARL',
				'siret'   => self::SIRET,
				'order'   => 'BC-778',
			],
			'hidden'
		);

		self::assertSame( 200, $answer->get_status() );
		$this->assert_order( [], wc_get_order( $answer->get_data()['order_id'] ) );
	}

	public function test_an_order_that_is_taken_again_after_a_failed_payment_forgets_the_company(): void {
		$this->open( 'hidden' );
		$order    = wc_create_order();
		$checkout = new ClassicCheckoutNumbers( new CheckoutNumbers() );
		$numbers  = [
			ClassicCheckoutNumbers::SIRET        => self::SIRET,
			ClassicCheckoutNumbers::VAT_NUMBER   => '',
			ClassicCheckoutNumbers::ORDER_NUMBER => 'BC-778',
		];
		$checkout->handle_woocommerce_checkout_create_order( $order, $numbers );
		$checkout->handle_woocommerce_checkout_create_order( $order, array_fill_keys( array_keys( $numbers ), '' ) );
		$this->assert_order( [], $order );
	}

	public function test_a_form_without_a_company_name_asks_for_none(): void {
		$errors = new \WP_Error();
		( new ClassicCompanyBox( [], '' ) )->validate( [ 'orderinvoicer_is_company' => 1 ], $errors );
		self::assertFalse( $errors->has_errors() );
	}

	/** Made before there was a box. */
	public function test_a_client_that_knows_no_box_is_believed_by_what_it_sends(): void {
		$this->open( 'hidden' );

		$answer = $this->block_checkout( [ 'siret' => self::SIRET ], 'hidden' );

		self::assertSame( 200, $answer->get_status() );
		$order = wc_get_order( $answer->get_data()['order_id'] );
		self::assertSame( self::SIRET, ( new BuyerNumbers() )->siret( $order ) );
	}

	public function test_the_rules_show_the_fields_by_the_box_and_on_the_accounts_page(): void {
		$this->open( 'hidden' );
		$fields = Package::container()->get( CheckoutFields::class );
		$shown  = static function ( array $customer ) use ( $fields ): array {
			$document = new DocumentObject( [ 'customer' => $customer ] );
			$document->set_context( 'contact' );
			$contact = $fields->get_contextual_fields_for_location( 'contact', $document );
			return array_map( static fn ( array $field ): bool => $field['required'], $contact );
		};
		$box    = static fn ( bool $ticked ): array => [
			'additional_fields' => [ CheckoutNumbers::IS_COMPANY => $ticked ],
		];

		self::assertSame( [ CheckoutNumbers::IS_COMPANY => false ], $shown( $box( false ) ) );
		self::assertSame(
			array_combine( self::IDS, [ false, true, false, false, false ] ),
			$shown( $box( true ) )
		);
		self::assertSame( array_fill_keys( self::IDS, false ), $shown( [] ) );
	}

	public function test_an_account_is_proposed_its_company_again_but_not_the_number_of_one_order(): void {
		$this->open( 'hidden' );
		$user_id = $this->sign_in_as_customer();
		$answer  = $this->block_checkout(
			[
				'box'     => true,
				'company' => 'Acme SARL',
				'siret'   => self::SIRET,
				'order'   => 'BC-778',
			],
			'hidden'
		);
		self::assertSame( 200, $answer->get_status(), (string) wp_json_encode( $answer->get_data() ) );

		$customer = new \WC_Customer( $user_id );
		$kept     = array_map(
			static fn ( string $id ): mixed => $customer->get_meta( CheckoutNumbers::META . $id ),
			self::IDS
		);
		self::assertSame( [ '1', 'Acme SARL', self::SIRET, '', '' ], $kept );
		self::assertSame( 'Acme SARL', $customer->get_billing_company() );
		$checkout = WC()->checkout();
		self::assertSame( '1', $checkout->get_value( 'orderinvoicer_is_company' ) );
		self::assertSame( self::SIRET, $checkout->get_value( 'orderinvoicer_siret' ) );
		self::assertNull( $checkout->get_value( 'orderinvoicer_order_number' ) );
		$order = wc_get_order( $answer->get_data()['order_id'] );
		self::assertSame( 'BC-778', ( new BuyerNumbers() )->order_number( $order ) );
	}

	public function test_a_private_purchase_at_the_classic_checkout_leaves_the_company_with_the_account(): void {
		$this->open( 'hidden' );
		$user_id = $this->sign_in_as_customer();
		$keep    = static function ( array $data ) use ( $user_id ): \WC_Customer {
			$customer = new \WC_Customer( $user_id );
			do_action( 'woocommerce_checkout_update_customer', $customer, $data );
			$customer->save();
			return new \WC_Customer( $user_id );
		};
		$keep(
			self::posted(
				[
					'box' => true,
					'company' => 'Acme SARL',
					'siret' => self::SIRET,
				]
			)
		);

		$customer = $keep( self::posted( [ 'box' => false ] ) );

		self::assertSame( self::SIRET, $customer->get_meta( '_wc_other/orderinvoicer/siret' ) );
		self::assertSame( '0', $customer->get_meta( '_wc_other/orderinvoicer/is-company' ) );
		self::assertNull( WC()->checkout()->get_value( 'orderinvoicer_is_company' ) );
		self::assertSame( 'Acme SARL', WC()->checkout()->get_value( 'billing_company' ) );
	}

	/** Typed before the owner wanted a box: the browser would clear what an unticked box hides. */
	public function test_the_box_is_ticked_for_whoever_has_a_number_already(): void {
		$this->open( 'hidden' );
		$fields   = Package::container()->get( CheckoutFields::class );
		$customer = new \WC_Customer();
		self::assertFalse( $fields->get_all_fields_from_object( $customer )[ CheckoutNumbers::IS_COMPANY ] === '1' );

		$customer->update_meta_data( '_wc_other/orderinvoicer/siret', self::SIRET );

		self::assertSame( '1', $fields->get_all_fields_from_object( $customer )[ CheckoutNumbers::IS_COMPANY ] );
	}

	public function test_the_order_screen_shows_and_keeps_the_buyers_order_number(): void {
		$this->open( 'hidden' );
		$answer = $this->block_checkout(
			[
				'box'     => true,
				'company' => 'Acme SARL',
				'order'   => 'BC-778',
			],
			'hidden'
		);
		$order  = wc_get_order( $answer->get_data()['order_id'] );

		$fields = $this->billing_fields( $order );
		self::assertSame( 'BC-778', $fields[ CheckoutNumbers::ORDER_NUMBER ]['value'] );
		self::assertArrayNotHasKey( 'orderinvoicer_order_number', $fields );
		self::assertArrayNotHasKey( CheckoutNumbers::IS_COMPANY, $fields );
		self::assertArrayNotHasKey( CheckoutNumbers::COMPANY, $fields );

		$other = wc_create_order();
		$field = $this->billing_fields( $other )['orderinvoicer_order_number'];
		( $field['update_callback'] )( $field['id'], ' BC-779 ', $other );
		$other->save();
		self::assertSame( 'BC-779', ( new BuyerNumbers() )->order_number( wc_get_order( $other->get_id() ) ) );
	}

	public function test_the_privacy_tools_know_them(): void {
		$this->open( 'hidden' );
		$user_id = $this->sign_in_as_customer();
		update_user_meta( $user_id, '_wc_other/orderinvoicer/company', 'Acme SARL' );
		update_user_meta( $user_id, '_wc_other/orderinvoicer/is-company', '1' );
		$order = wc_create_order( [ 'customer_id' => $user_id ] );
		$order->set_billing_email( 'client@example.com' );
		$order->update_meta_data( BuyerNumbers::OWN_ORDER_NUMBER, 'BC-778' );
		$order->save();
		apply_filters( 'wp_privacy_personal_data_exporters', [] );

		$said = (string) wp_json_encode( \WC_Privacy_Exporters::customer_data_exporter( 'client@example.com' ) )
			. wp_json_encode( \WC_Privacy_Exporters::order_data_exporter( 'client@example.com', 1 ) );
		self::assertStringContainsString( 'Acme SARL', $said );
		self::assertStringContainsString( 'BC-778', $said );
		\WC_Privacy_Erasers::customer_data_eraser( 'client@example.com', 1 );
		\WC_Privacy_Erasers::remove_order_personal_data( wc_get_order( $order->get_id() ) );
		$customer = new \WC_Customer( $user_id );
		self::assertSame( '', $customer->get_meta( '_wc_other/orderinvoicer/company' ) );
		self::assertSame( '', $customer->get_meta( '_wc_other/orderinvoicer/is-company' ) );
		self::assertSame( '', ( new BuyerNumbers() )->order_number( wc_get_order( $order->get_id() ) ) );
	}

	public function test_the_classic_form_has_the_fields_and_the_script_and_no_other_page_has(): void {
		$this->open( 'hidden' );
		ob_start();
		WC()->checkout()->checkout_form_billing();
		$form = (string) ob_get_clean();

		foreach ( [ 'is_company', 'siret', 'vat_number', 'order_number' ] as $name ) {
			self::assertStringContainsString( "id=\"orderinvoicer_$name\"", $form );
		}
		self::assertStringContainsString( 'id="billing_company"', $form );
		self::assertStringContainsString( '["billing_company","orderinvoicer_siret"', $form );
		ob_start();
		do_action( 'wp_head' );
		do_action( 'wp_footer' );
		self::assertStringNotContainsString( 'orderinvoicer_siret', (string) ob_get_clean() );
	}

	/** As after an update of a shop that had its two fields: no box, no more fields, whatever else changed. */
	public function test_a_shop_that_does_not_want_the_box_is_as_it_was(): void {
		$this->open( 'hidden', box: false );

		$fields     = Package::container()->get( CheckoutFields::class );
		$registered = array_keys( $fields->get_fields_for_location( 'contact' ) );
		self::assertSame( [ CheckoutNumbers::SIRET, CheckoutNumbers::VAT_NUMBER ], $registered );
		self::assertSame(
			[ 'orderinvoicer_siret', 'orderinvoicer_vat_number' ],
			array_keys( apply_filters( 'woocommerce_checkout_fields', [ 'billing' => [] ] )['billing'] )
		);
		self::assertArrayNotHasKey( 'orderinvoicer_order_number', $this->billing_fields( wc_create_order() ) );
	}

	/** @param array<string, string> $expected */
	private function assert_order( array $expected, mixed $order ): void {
		self::assertInstanceOf( \WC_Order::class, $order );
		$numbers = new BuyerNumbers();
		$is      = [
			'company' => $order->get_billing_company(),
			'siren'   => $numbers->siren( $order ),
			'siret'   => $numbers->siret( $order ),
			'vat'     => $numbers->vat_number( $order ),
			'order'   => $numbers->order_number( $order ),
		];
		self::assertSame( array_merge( array_fill_keys( array_keys( $is ), '' ), $expected ), $is );
		self::assertFalse( $order->meta_exists( '_wc_other/orderinvoicer/is-company' ) );
		self::assertFalse( $order->meta_exists( '_wc_other/orderinvoicer/company' ) );
	}

	private function open( string $company_field, bool $box = true ): void {
		update_option( 'woocommerce_checkout_company_field', $company_field );
		$store = new OptionSettings( new SettingsArray() );
		$store->save(
			( new SettingsArray() )->merged(
				$store->get(),
				[
					'checkout_numbers'     => true,
					'checkout_company_box' => $box,
				]
			)
		);
		$this->numbers = new CheckoutNumbers();
		( new FieldsWhereUsed() )->add_fields();
		// It keeps the fields that it was asked for first.
		( new \ReflectionProperty( \WC_Checkout::class, 'fields' ) )->setValue( WC()->checkout(), null );
		( new \ReflectionProperty( \WC_Checkout::class, 'logged_in_customer' ) )->setValue( WC()->checkout(), null );
	}

	private function sign_in_as_customer(): int {
		$user_id = wc_create_new_customer( 'client@example.com', 'client-test', 'secret-secret' );
		self::assertIsInt( $user_id );
		wp_set_current_user( $user_id );
		WC()->customer = new \WC_Customer( $user_id, true );
		return $user_id;
	}

	/** @param array<string, mixed> $typed */
	private function block_checkout( array $typed, string $company_field ): \WP_REST_Response {
		$this->fill_cart();
		$fields  = [
			CheckoutNumbers::IS_COMPANY   => $typed['box'] ?? null,
			CheckoutNumbers::COMPANY      => $company_field === 'hidden' ? $typed['company'] ?? '' : null,
			CheckoutNumbers::SIRET        => $typed['siret'] ?? '',
			CheckoutNumbers::VAT_NUMBER   => $typed['vat'] ?? '',
			CheckoutNumbers::ORDER_NUMBER => $typed['order'] ?? '',
		];
		$address = [
			'first_name' => 'Client',
			'last_name'  => 'Test',
			'company'    => $company_field === 'hidden' ? '' : $typed['company'] ?? '',
			'address_1'  => '1 rue de la Paix',
			'city'       => 'Paris',
			'postcode'   => '75002',
			'country'    => 'FR',
			'email'      => 'client@example.com',
			'phone'      => '0100000000',
		];
		$request = new \WP_REST_Request( 'POST', '/wc/store/v1/checkout' );
		$request->set_header( 'Content-Type', 'application/json' );
		$request->set_body(
			(string) wp_json_encode(
				[
					'billing_address'   => $address,
					'shipping_address'  => array_diff_key( $address, [ 'email' => '' ] ),
					'payment_method'    => 'cod',
					'additional_fields' => array_filter( $fields, static fn ( mixed $value ): bool => $value !== null ),
				]
			)
		);
		return rest_do_request( $request );
	}

	/**
	 * @param array<string, mixed> $typed
	 * @return array{\WC_Order|null, string} and what the shopper is told.
	 */
	private function classic_checkout( array $typed ): array {
		$this->fill_cart();
		$_POST    = self::posted( $typed ) + [
			'billing_first_name' => 'Client',
			'billing_last_name'  => 'Test',
			'billing_address_1'  => '1 rue de la Paix',
			'billing_city'       => 'Paris',
			'billing_postcode'   => '75002',
			'billing_phone'      => '0100000000',
			'terms'              => '1',
		];
		$checkout = WC()->checkout();
		$data     = $checkout->get_posted_data();
		$errors   = new \WP_Error();
		( new \ReflectionMethod( $checkout, 'validate_checkout' ) )->invokeArgs( $checkout, [ &$data, &$errors ] );
		$_POST       = [];
		$this->named = array_map(
			static fn ( string $code ): string => $errors->get_error_data( $code )['id'] ?? '',
			$errors->get_error_codes()
		);
		if ( $errors->has_errors() ) {
			return [ null, implode( ' ', $errors->get_error_messages() ) ];
		}
		$order = wc_get_order( $checkout->create_order( $data ) );
		self::assertInstanceOf( \WC_Order::class, $order );
		return [ $order, '' ];
	}

	/**
	 * As a browser sends it: an unticked box not at all, and nothing of what it hides.
	 *
	 * @param array<string, mixed> $typed
	 * @return array<string, string>
	 */
	private static function posted( array $typed ): array {
		$box = ( $typed['box'] ?? false ) === true;
		return ( $box ? [ 'orderinvoicer_is_company' => '1' ] : [ 'orderinvoicer_is_company' => '' ] ) + [
			'billing_company'            => $typed['company'] ?? '',
			'orderinvoicer_siret'        => $typed['siret'] ?? '',
			'orderinvoicer_vat_number'   => $typed['vat'] ?? '',
			'orderinvoicer_order_number' => $typed['order'] ?? '',
			'billing_country'            => 'FR',
			'billing_email'              => 'client@example.com',
			'payment_method'             => 'cod',
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
		$native = Package::container()->get( CheckoutFieldsAdmin::class );
		$fields = $native->admin_contact_fields( [ 'state' => [] ], $order, 'edit' );
		$ours   = new BillingNumbers( new NumberCheck(), $this->numbers );
		return $ours->handle_woocommerce_admin_billing_fields( $fields, $order );
	}
}
