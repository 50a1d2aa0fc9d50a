<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

use Automattic\WooCommerce\Blocks\Domain\Services\CheckoutFields;
use Automattic\WooCommerce\Blocks\Package;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\WooCommerce\Checkout\CheckoutNumbers;
use OrderInvoicer\WooCommerce\Checkout\OtherFields;
use OrderInvoicer\WooCommerce\Checkout\FieldsWhereUsed;
use OrderInvoicer\WooCommerce\Order\BuyerNumbers;
use OrderInvoicer\WordPress\Options\OptionSettings;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/** What another plugin, or WooCommerce itself, asks for at a checkout is not asked for twice. */
#[Group( 'real-woocommerce' )]
final class OtherFieldsTest extends IntegrationTestCase {

	private const BOTH = [ CheckoutNumbers::SIRET, CheckoutNumbers::VAT_NUMBER ];
	private const OURS = [
		CheckoutNumbers::IS_COMPANY,
		CheckoutNumbers::COMPANY,
		...self::BOTH,
		CheckoutNumbers::ORDER_NUMBER,
	];

	private const CLASSIC = [
		CheckoutNumbers::SIRET      => 'orderinvoicer_siret',
		CheckoutNumbers::VAT_NUMBER => 'orderinvoicer_vat_number',
	];

	/** @var array<string, \WP_Hook> */
	private array $hooks = [];

	/** @var list<string> fields of others. */
	private array $others = [];

	protected function setUp(): void {
		parent::setUp();
		$this->hooks = array_map( static fn ( \WP_Hook $hook ): \WP_Hook => clone $hook, $GLOBALS['wp_filter'] );
	}

	protected function tearDown(): void {
		foreach ( [ ...self::OURS, ...$this->others ] as $id ) {
			__internal_woocommerce_blocks_deregister_checkout_field( $id );
		}
		$GLOBALS['wp_filter'] = $this->hooks; // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- as they were.
		parent::tearDown();
	}

	/** @return iterable<string, array{string, list<string>}> name of their field, what we still ask for. */
	public static function fields(): iterable {
		foreach (
			[
				'billing_vat_number'    => 'WooCommerce EU VAT Number',
				'vat_number'            => 'EU VAT Assistant',
				'billing_eu_vat_number' => 'EU/UK VAT Validation Manager',
				'billing_vat_id'        => 'Germanized',
				'billing_vat'           => 'YITH',
				'yweu_billing_vat'      => 'YITH EU VAT',
				'billing_btw_nummer'    => 'a Dutch one',
			] as $name => $plugin
		) {
			yield $plugin => [ $name, [ CheckoutNumbers::SIRET ] ];
		}
		yield 'a SIRET'      => [ 'billing_siret', [ CheckoutNumbers::VAT_NUMBER ] ];
		yield 'a SIREN'      => [ 'billing_siren', [ CheckoutNumbers::VAT_NUMBER ] ];
		yield 'another word' => [ 'billing_private', self::BOTH ];
	}

	/** @param list<string> $ours */
	#[DataProvider( 'fields' )]
	public function test_a_field_of_another_plugin_at_the_classic_checkout( string $name, array $ours ): void {
		foreach ( [ false, true ] as $box ) {
			$this->open( $box );
			foreach ( [ 1, PHP_INT_MAX ] as $priority ) {
				$add = static function ( mixed $fields ) use ( $name ): mixed {
					$fields['billing'][ $name ] = [ 'label' => 'Theirs' ];
					return $fields;
				};
				add_filter( 'woocommerce_checkout_fields', $add, $priority );
				$fields = apply_filters( 'woocommerce_checkout_fields', [ 'billing' => [] ] )['billing'];
				remove_filter( 'woocommerce_checkout_fields', $add, $priority );

				self::assertArrayHasKey( $name, $fields );
				self::assertSame( $ours, array_keys( array_intersect( self::CLASSIC, array_keys( $fields ) ) ) );
			}
		}
	}

	/** @return iterable<string, array{string, string, list<string>}> location, its id, what we still ask for. */
	public static function block_fields(): iterable {
		yield 'a VAT number in the address' => [ 'address', 'some-plugin/vat-number', [ CheckoutNumbers::SIRET ] ];
		yield 'a number of TVA'             => [ 'contact', 'ma-boutique/numero-tva', [ CheckoutNumbers::SIRET ] ];
		yield 'of the EU'                   => [ 'order', 'some-plugin/eu_vat', [ CheckoutNumbers::SIRET ] ];
		yield 'EU/UK VAT of WPFactory'      => [
			'contact',
			'alg_eu_vat/billing_eu_vat_number',
			[ CheckoutNumbers::SIRET ],
		];
		yield 'a SIREN'                     => [ 'contact', 'ma-boutique/siren', [ CheckoutNumbers::VAT_NUMBER ] ];
		yield 'another word'                => [ 'contact', 'some-plugin/private-note', self::BOTH ];
		yield 'a plugin of that name'       => [ 'contact', 'eu-vat/colour', self::BOTH ];
	}

	/** @param list<string> $ours */
	#[DataProvider( 'block_fields' )]
	public function test_a_field_of_another_plugin_at_the_block_checkout(
		string $location,
		string $id,
		array $ours,
	): void {
		$this->register( $location, $id );
		foreach ( [ false, true ] as $box ) {
			$this->open( $box );

			self::assertSame( $ours, array_values( array_intersect( self::BOTH, $this->registered() ) ) );
			foreach ( self::OURS as $field ) {
				__internal_woocommerce_blocks_deregister_checkout_field( $field );
			}
		}
		if ( ! in_array( CheckoutNumbers::VAT_NUMBER, $ours, true ) ) {
			$order = new \WC_Order();
			$order->set_billing_country( 'FR' );
			$order->update_meta_data( $location === 'address' ? "_wc_billing/$id" : "_wc_other/$id", 'FR44732829320' );
			self::assertSame( 'FR44732829320', ( new BuyerNumbers() )->vat_number( $order ), 'Read from theirs.' );
		}
	}

	public function test_a_plugin_that_prints_its_own_field_is_known_by_its_class(): void {
		$others = new OtherFields( always_asks: self::class );

		self::assertTrue( $others->ask_in_blocks( CheckoutNumbers::VAT_NUMBER ) );
		self::assertTrue( $others->ask_classically( CheckoutNumbers::VAT_NUMBER, [] ) );
		self::assertFalse( $others->ask_classically( CheckoutNumbers::SIRET, [] ) );
	}

	public function test_code_of_the_shop_that_fails_stops_no_checkout(): void {
		add_filter( 'orderinvoicer_buyer_number_keys', static fn (): string => 'nonsense' );
		$this->register( 'contact', 'some-plugin/vat-number' );

		$this->open( true );

		self::assertSame( self::BOTH, array_values( array_intersect( self::BOTH, $this->registered() ) ) );
	}

	/** @return iterable<string, array{string|null}> WooCommerce's option; null: nobody has chosen. */
	public static function company_fields(): iterable {
		yield 'hidden'   => [ 'hidden' ];
		yield 'shown'    => [ 'optional' ];
		yield 'required' => [ 'required' ];
		yield 'a block checkout, and nobody has chosen' => [ null ];
	}

	#[DataProvider( 'company_fields' )]
	public function test_ours_is_there_where_woocommerces_own_company_field_is_not( ?string $option ): void {
		$option === null
			? delete_option( 'woocommerce_checkout_company_field' )
			: update_option( 'woocommerce_checkout_company_field', $option );

		$this->open( true );

		$address = WC()->countries->get_address_fields( 'FR', 'billing_' );
		self::assertSame(
			! isset( $address['billing_company'] ),
			in_array( CheckoutNumbers::COMPANY, $this->registered(), true )
		);
	}

	private function open( bool $box ): void {
		$store = new OptionSettings( new SettingsArray() );
		$asked = [
			'checkout_numbers'     => true,
			'checkout_company_box' => $box,
		];
		$store->save( ( new SettingsArray() )->merged( $store->get(), $asked ) );
		( new FieldsWhereUsed() )->add_fields();
	}

	private function register( string $location, string $id ): void {
		woocommerce_register_additional_checkout_field(
			[
				'id'       => $id,
				'label'    => 'Theirs',
				'location' => $location,
				'type'     => 'text',
			]
		);
		$this->others[] = $id;
	}

	/** @return list<string> */
	private function registered(): array {
		return array_keys( Package::container()->get( CheckoutFields::class )->get_fields_for_location( 'contact' ) );
	}
}
