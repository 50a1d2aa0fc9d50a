<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

use Automattic\WooCommerce\Blocks\Domain\Services\CheckoutFields;
use Automattic\WooCommerce\Blocks\Package;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\WooCommerce\Checkout\CheckoutNumbers;
use OrderInvoicer\WooCommerce\Checkout\FieldsWhereUsed;
use OrderInvoicer\WordPress\Options\OptionSettings;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/** What companies are asked for costs nothing where nobody is asked. */
#[Group( 'real-woocommerce' )]
final class FieldsWhereUsedTest extends IntegrationTestCase {

	private const IDS = [
		CheckoutNumbers::IS_COMPANY,
		CheckoutNumbers::COMPANY,
		CheckoutNumbers::SIRET,
		CheckoutNumbers::VAT_NUMBER,
		CheckoutNumbers::ORDER_NUMBER,
	];

	/** @var array<string, \WP_Hook> */
	private array $hooks = [];

	protected function setUp(): void {
		parent::setUp();
		$this->hooks = array_map( static fn ( \WP_Hook $hook ): \WP_Hook => clone $hook, $GLOBALS['wp_filter'] );
	}

	protected function tearDown(): void {
		foreach ( self::IDS as $id ) {
			__internal_woocommerce_blocks_deregister_checkout_field( $id );
		}
		$GLOBALS['wp_filter'] = $this->hooks; // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- as they were.
		parent::tearDown();
	}

	/** @return iterable<string, array{\Closure(): mixed, bool}> what happens in a request, whether they are there. */
	public static function requests(): iterable {
		yield 'a block of a page' => [
			static fn () => apply_filters( 'pre_render_block', null, [ 'blockName' => 'woocommerce/cart-link' ] ),
			false,
		];
		yield 'a checkout in whatever page' => [
			static fn () => apply_filters( 'pre_render_block', null, [ 'blockName' => 'woocommerce/checkout' ] ),
			true,
		];
		yield 'a cart asked for by a page of the shop' => [ static fn () => do_action( 'rest_api_init' ), false ];
		yield 'an e-mail of a scheduled task' => [
			static fn () => apply_filters( 'woocommerce_email_classes', [] ),
			true,
		];
		yield 'the details of an order' => [
			static fn () => do_action( 'woocommerce_order_details_before_order_table' ),
			true,
		];
		yield 'the privacy tools' => [
			static fn () => apply_filters( 'wp_privacy_personal_data_exporters', [] ),
			true,
		];
		yield 'the editor of blocks' => [ static fn () => do_action( 'enqueue_block_editor_assets' ), true ];
	}

	/** @param \Closure(): mixed $request */
	#[DataProvider( 'requests' )]
	public function test_they_are_there_where_they_are_used( \Closure $request, bool $are_there ): void {
		$this->clear( 'rest_api_init', 'woocommerce_email_classes', 'enqueue_block_editor_assets' );
		$this->open();
		$request();
		self::assertSame( $are_there, $this->is_registered() );
	}

	public function test_the_page_after_a_purchase_has_no_heading_for_a_box_that_is_not_shown(): void {
		$this->open();
		$block = 'render_block_woocommerce/order-confirmation-additional-fields-wrapper';
		$head  = '<h2>Additional information</h2>';
		$shown = "$head<dl><dt>Number</dt><dd>12</dd></dl>";
		self::assertSame(
			[ '', $shown ],
			[ apply_filters( $block, "$head<dl></dl>" ), apply_filters( $block, $shown ) ]
		);
		$own = "$head<p>Sold by us.</p><dl></dl>";
		self::assertSame( $own, apply_filters( $block, $own ), 'What the owner put there stays.' );
	}

	public function test_what_a_guest_typed_stays_in_their_session_on_other_pages(): void {
		$this->open();
		$keys = apply_filters( 'woocommerce_customer_allowed_session_meta_keys', [ 'another' ] );
		self::assertContains( 'another', $keys );
		self::assertContains( CheckoutNumbers::META . CheckoutNumbers::SIRET, $keys );
		self::assertContains( CheckoutNumbers::META . CheckoutNumbers::IS_COMPANY, $keys );
		self::assertFalse( $this->is_registered() );
	}

	/** What others do there is not looked at. */
	private function clear( string ...$hooks ): void {
		foreach ( $hooks as $hook ) {
			remove_all_filters( $hook );
		}
	}

	private function open(): void {
		$store = new OptionSettings( new SettingsArray() );
		$store->save(
			( new SettingsArray() )->merged(
				$store->get(),
				[
					'checkout_numbers'     => true,
					'checkout_company_box' => true,
				]
			)
		);
		( new FieldsWhereUsed() )->handle_woocommerce_init();
	}

	private function is_registered(): bool {
		$fields = Package::container()->get( CheckoutFields::class )->get_additional_fields();
		return isset( $fields[ CheckoutNumbers::SIRET ] );
	}
}
