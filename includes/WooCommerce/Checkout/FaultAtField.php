<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Checkout;

defined( 'ABSPATH' ) || exit;

/**
 * What is wrong with a number stands at its field too, for those who do not see it as well. WooCommerce says it above
 * the fields alone: at the block checkout, and in the account, where it also forgets what was typed.
 */
final class FaultAtField {

	/** Until what the server refused is changed. */
	private const BLOCKS = <<<'JS'
		( function ( data, place ) {
			const refused = {};
			const notices = () => data.select( 'core/notices' )?.getNotices( place ) || [];
			data.subscribe( () => %s.forEach( function ( field ) {
				const key = 'contact_' + field;
				const input = document.getElementById( 'contact-' + field.replace( '/', '-' ) );
				const notice = notices().find( ( { id } ) => id.endsWith( field.replace( /[^a-z]/g, '_' ) ) );
				const said = data.select( 'wc/store/validation' ).getValidationError( key );
				refused[ key ] = notice && ( refused[ key ] ?? input?.value );
				if ( notice && input?.value !== refused[ key ] ) {
					data.dispatch( 'core/notices' ).removeNotice( notice.id, place );
				} else if ( notice && input && ( said?.message !== notice.content || said.hidden ) ) {
					const error = { [ key ]: { message: notice.content, hidden: false } };
					data.dispatch( 'wc/store/validation' ).setValidationErrors( error );
				}
			} ) );
		} )( wp.data, 'wc/checkout/contact-information' );
		JS;

	/** WooCommerce says it at the field a moment later, and leaves its frame green. */
	private const CLASSIC = <<<'JS'
		addEventListener( 'load', () => jQuery( document.body ).on( 'checkout_error', () => setTimeout( () =>
			jQuery( '[name^=orderinvoicer_][aria-invalid=true]' ).closest( '.form-row' )
				.removeClass( 'woocommerce-validated' ).addClass( 'woocommerce-invalid' )
		) ) );
		JS;

	private const NUMBERS = [ CheckoutNumbers::SIRET, CheckoutNumbers::VAT_NUMBER ];

	public function __construct( private readonly CheckoutNumbers $numbers ) {}

	public function register(): void {
		add_action( 'woocommerce_blocks_checkout_enqueue_data', [ $this, 'handle_checkout_enqueue_data' ] );
		add_action( 'woocommerce_edit_account_form_fields', [ $this, 'handle_edit_account_form_fields' ], 1 );
		add_filter( 'woocommerce_form_field_text', [ $this, 'handle_form_field_text' ], 10, 2 );
	}

	/** @internal */
	public function handle_checkout_enqueue_data(): void {
		wp_add_inline_script( 'wc-blocks-data-store', sprintf( self::BLOCKS, wp_json_encode( self::NUMBERS ) ) );
	}

	public static function mark_classic(): void {
		wp_print_inline_script_tag( self::CLASSIC );
	}

	// phpcs:disable WordPress.Security.NonceVerification.Missing -- only what is shown once more.

	/**
	 * WooCommerce looks for what was sent under the field's id, and its form sends it under another name.
	 *
	 * @internal
	 */
	public function handle_edit_account_form_fields(): void {
		foreach ( $this->numbers->ids() as $id ) {
			if ( isset( $_POST[ CheckoutNumbers::META . $id ] ) ) {
				// phpcs:ignore WordPress.Security.ValidatedSanitizedInput -- WooCommerce cleans it.
				$_POST[ $id ] = $_POST[ CheckoutNumbers::META . $id ];
			}
		}
	}

	/** @internal */
	public function handle_form_field_text( mixed $html, mixed $name ): mixed {
		if ( ! is_string( $html ) || ! is_string( $name ) || ! isset( $_POST[ $name ] ) ) {
			return $html;
		}
		$typed = is_string( $_POST[ $name ] ) ? sanitize_text_field( wp_unslash( $_POST[ $name ] ) ) : '';
		$id    = substr( $name, strlen( CheckoutNumbers::META ) );
		return str_starts_with( $name, CheckoutNumbers::META )
			? self::marked( $html, $name, $this->numbers->complaint( $id, $typed, '' ) )
			: $html;
	}

	// phpcs:enable WordPress.Security.NonceVerification.Missing

	/** @param string $html a field of woocommerce_form_field(). */
	public static function marked( string $html, string $name, string $fault ): string {
		if ( $fault === '' ) {
			return $html;
		}
		$id = esc_attr( "$name-fault" );
		return strtr(
			$html,
			[
				'class="form-row' => 'class="form-row woocommerce-invalid',
				'<input '         => "<input aria-invalid=\"true\" aria-describedby=\"$id\" ",
			]
		) . "<p id=\"$id\" class=\"orderinvoicer-fault\">" . esc_html( $fault ) . '</p>';
	}
}
