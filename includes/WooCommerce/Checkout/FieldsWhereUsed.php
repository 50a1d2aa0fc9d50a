<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Checkout;

defined( 'ABSPATH' ) || exit;

use Automattic\WooCommerce\Utilities\OrderUtil;
use OrderInvoicer\WordPress\Options\SettingSwitch;

/**
 * WooCommerce checks each rule of a field while it is registered, and reads a hundred files for that. So the fields
 * are registered once a request is about to use them: checkout, cart and account, an order's screen, REST and the Store
 * API, the editor of blocks, e-mails of whatever request, the privacy tools. Other pages of the shop have none.
 */
final class FieldsWhereUsed {

	/** Before WooCommerce itself, or whoever asks it there. */
	private const EARLY = 1;

	/** What is about to use them wherever it happens. */
	private const SIGNS = [
		'woocommerce_email_classes',
		'woocommerce_order_details_before_order_table',
		'woocommerce_my_account_after_my_address',
		'woocommerce_save_account_details',
		'woocommerce_customer_save_address',
		'woocommerce_blocks_checkout_enqueue_data',
		'woocommerce_blocks_cart_enqueue_data',
		'enqueue_block_editor_assets',
		'wp_privacy_personal_data_exporters',
		'wp_privacy_personal_data_erasers',
	];

	private const BLOCKS = '#^woocommerce/(cart$|checkout$|order-confirmation)#';

	private const FIELDS_BLOCK = 'render_block_woocommerce/order-confirmation-additional-fields-wrapper';

	private bool $is_done = false;

	public function register(): void {
		add_action( 'woocommerce_init', [ $this, 'handle_woocommerce_init' ] );
	}

	/** @internal */
	public function handle_woocommerce_init(): void {
		if ( ! SettingSwitch::is_on( 'checkout_numbers' ) ) {
			return;
		}
		foreach ( self::SIGNS as $hook ) {
			add_filter( $hook, fn ( mixed $value = null ): mixed => $this->now( true, $value ), self::EARLY );
		}
		add_action( 'wp', fn () => $this->now( is_cart() || is_checkout() || is_account_page() ), self::EARLY );
		add_action( 'rest_api_init', fn () => $this->now( wp_is_serving_rest_request() ), self::EARLY );
		add_action( 'current_screen', fn () => $this->now( OrderUtil::is_order_edit_screen() ), self::EARLY );
		add_filter( self::FIELDS_BLOCK, [ $this, 'handle_fields_block' ] );
		add_filter( 'pre_render_block', [ $this, 'handle_pre_render_block' ], self::EARLY, 2 );
		add_filter( 'woocommerce_customer_allowed_session_meta_keys', [ $this, 'handle_session_keys' ] );
		// phpcs:ignore WordPress.Security -- only whose request it is.
		$this->now( wp_doing_ajax() && is_admin() && self::is_woocommerces( $_REQUEST['action'] ?? '' ) );
	}

	/** @internal */
	public function handle_pre_render_block( mixed $value, mixed $block = [] ): mixed {
		$name = is_array( $block ) ? $block['blockName'] ?? '' : '';
		return $this->now( is_string( $name ) && preg_match( self::BLOCKS, $name ) === 1, $value );
	}

	/**
	 * WooCommerce prints its heading for a box without a tick, too, which the page of the order does not show. What an
	 * owner put there stays.
	 *
	 * @internal
	 */
	public function handle_fields_block( mixed $html ): mixed {
		$below = is_string( $html ) ? (string) preg_replace( '#<h[1-6].*?</h[1-6]>#s', '', $html ) : '-';
		return trim( wp_kses( $below, [ 'img' => [] ] ) ) === '' ? '' : $html;
	}

	/**
	 * What a guest typed stays with their session while they look at other pages, too.
	 *
	 * @internal
	 */
	public function handle_session_keys( mixed $keys ): mixed {
		$ours = array_map(
			static fn ( string $id ): string => CheckoutNumbers::META . $id,
			( new CheckoutNumbers() )->ids()
		);
		return is_array( $keys ) ? array_merge( $keys, $ours ) : $keys;
	}

	/** What WooCommerce asks behind an order's screen. */
	private static function is_woocommerces( mixed $action ): bool {
		return is_string( $action ) && str_starts_with( $action, 'woocommerce_' );
	}

	/** To the block checkout. */
	public function add_fields(): void {
		$numbers = new CheckoutNumbers();
		( new FaultAtField( $numbers ) )->register();
		if ( $numbers->has_box() ) {
			( new CompanyBox( $numbers ) )->register();
			return;
		}
		$fields = $numbers->are_asked_for() ? ( new CompanyFields( $numbers ) )->numbers() : [];
		array_walk( $fields, woocommerce_register_additional_checkout_field( ... ) );
	}

	private function now( bool $is_used, mixed $value = null ): mixed {
		if ( $is_used && ! $this->is_done ) {
			$this->is_done = true;
			$this->add_fields();
		}
		return $value;
	}
}
