<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Checkout;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\Siren;
use OrderInvoicer\Domain\Buyers\Siret;
use OrderInvoicer\Domain\Buyers\VatNumber;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\Text\PlainText;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;

/**
 * SIRET and VAT number at the block checkout, where the owner wants them asked for: additional fields of WooCommerce's
 * own, which it stores with order and customer, shows in e-mails, accounts and on the order screen. Neither is needed
 * to buy; a wrong one is reported.
 */
final class CheckoutNumbers {

	public const SIRET      = 'orderinvoicer/siret';
	public const VAT_NUMBER = 'orderinvoicer/vat-number';

	/** Of what is typed, right or wrong: WooCommerce's e-mails show it, and let links and pictures through. */
	public const LONGEST = 50;

	/**
	 * Where WooCommerce keeps fields of the location `contact`, on orders and customers
	 * (`CheckoutFields::OTHER_FIELDS_PREFIX`).
	 */
	public const META = '_wc_other/';

	public function __construct( private readonly SettingsStore $settings ) {}

	public function register(): void {
		add_action( 'woocommerce_init', [ $this, 'handle_woocommerce_init' ] );
	}

	/** @internal */
	public function handle_woocommerce_init(): void {
		if ( ! $this->are_asked_for() ) {
			return;
		}
		foreach ( self::labels() as $id => $label ) {
			woocommerce_register_additional_checkout_field(
				[
					'id'                => $id,
					'label'             => $label,
					'location'          => 'contact',
					'type'              => 'text',
					'sanitize_callback' => static fn ( mixed $typed ): string =>
						is_string( $typed ) ? ( new PlainText() )->line( $typed, self::LONGEST ) : '',
					'validate_callback' => fn ( mixed $typed ): ?\WP_Error =>
						$this->error( $id, is_string( $typed ) ? $typed : '' ),
				]
			);
		}
	}

	/** A database that does not answer is no reason to stop a shopper. */
	public function are_asked_for(): bool {
		try {
			return $this->settings->get()->checkout_numbers;
		} catch ( DatabaseRefused ) {
			return false;
		}
	}

	/** @return array<string, string> by field id. */
	public static function labels(): array {
		return [
			self::SIRET      => __( 'SIREN or SIRET (companies)', 'orderinvoicer' ),
			self::VAT_NUMBER => __( 'VAT number (companies)', 'orderinvoicer' ),
		];
	}

	/** What to tell the shopper; empty when there is nothing to say. Numbers of countries that we do not know pass. */
	public function complaint( string $id, string $typed, string $country ): string {
		$typed = trim( $typed );
		if ( $typed === '' ) {
			return '';
		}
		if ( $id === self::SIRET ) {
			$fault = Siret::read( $typed ) . Siren::read( $typed ) === '' ? self::siret_fault( $typed ) : '';
		} else {
			$fault = VatNumber::read( $typed, $country ) === '' && ! VatNumber::is_foreign( $typed, $country )
				? self::vat_fault( $typed, $country )
				: '';
		}
		return $fault === ''
			? ''
			: $fault . ' ' . __( 'Please correct it, or leave the field empty.', 'orderinvoicer' );
	}

	/** What is wrong with what was typed for a SIREN or SIRET. */
	public static function siret_fault( string $typed ): string {
		$digits = strlen( (string) preg_replace( '/\D/', '', $typed ) );
		return in_array( $digits, [ 9, 14 ], true )
			? __( 'This SIREN or SIRET cannot be right: at least one of its digits is mistyped.', 'orderinvoicer' )
			: sprintf(
				/* translators: %d: number of digits that were typed. */
				__(
					'This SIREN or SIRET cannot be right: a SIREN has 9 digits and a SIRET has 14, not %d.',
					'orderinvoicer'
				),
				$digits
			);
	}

	/** What is wrong with a VAT number of a country that we know. */
	public static function vat_fault( string $typed, string $country ): string {
		$expected = VatNumber::expected( $typed, $country );
		if ( $expected === null ) {
			return __(
				'This VAT number cannot be right: it begins with two letters for the country, such as FR.',
				'orderinvoicer'
			);
		}
		$length = $expected['fewest'] === $expected['most']
			? (string) $expected['most']
			: "{$expected['fewest']}–{$expected['most']}";
		return match ( true ) {
			$expected['given'] < $expected['fewest'] => sprintf(
				/*
				 * translators: 1: letters of a country, such as FR, 2: number of characters, such as 11 or 9–10, 3:
				 * number of characters
				 */
				__( 'This VAT number is too short: after %1$s it has %2$s characters, not %3$d.', 'orderinvoicer' ),
				$expected['prefix'],
				$length,
				$expected['given']
			),
			$expected['given'] > $expected['most']   => sprintf(
				/*
				 * translators: 1: letters of a country, such as FR, 2: number of characters, such as 11 or 9–10, 3:
				 * number of characters
				 */
				__( 'This VAT number is too long: after %1$s it has %2$s characters, not %3$d.', 'orderinvoicer' ),
				$expected['prefix'],
				$length,
				$expected['given']
			),
			default => __( 'This VAT number cannot be right: some of its characters are mistyped.', 'orderinvoicer' ),
		};
	}

	/** The address that was sent with it is not read yet: a number without its country's letters passes. */
	private function error( string $id, string $typed ): ?\WP_Error {
		$complaint = $this->complaint( $id, $typed, '' );
		// A code of its own: of two errors with one code the checkout shows the last.
		return $complaint === '' ? null : new \WP_Error( str_replace( [ '/', '-' ], '_', $id ), $complaint );
	}
}
