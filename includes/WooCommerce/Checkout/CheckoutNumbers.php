<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Checkout;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\Siren;
use OrderInvoicer\Domain\Buyers\Siret;
use OrderInvoicer\Domain\Buyers\VatNumber;
use OrderInvoicer\Domain\Text\PlainText;
use OrderInvoicer\WordPress\Options\SettingSwitch;

/**
 * What companies are asked for at checkout, where the owner wants it: SIREN or SIRET and VAT number, open to everybody,
 * or what stands behind the box "I buy for a company" (CompanyBox). Neither is needed to buy; a wrong one is reported.
 * At the block checkout these are additional fields of WooCommerce's own, which it stores with order and customer,
 * shows in e-mails, accounts and on the order screen.
 */
final class CheckoutNumbers {

	public const IS_COMPANY   = 'orderinvoicer/is-company';
	public const COMPANY      = 'orderinvoicer/company';
	public const SIRET        = 'orderinvoicer/siret';
	public const VAT_NUMBER   = 'orderinvoicer/vat-number';
	public const ORDER_NUMBER = 'orderinvoicer/order-number';

	/** Of what is typed, right or wrong: WooCommerce's e-mails show it, and let links and pictures through. */
	public const LONGEST      = 50;
	public const LONGEST_NAME = 100;

	/**
	 * Where WooCommerce keeps fields of the location `contact`, on orders and customers
	 * (`CheckoutFields::OTHER_FIELDS_PREFIX`).
	 */
	public const META = '_wc_other/';


	public function are_asked_for(): bool {
		return SettingSwitch::is_on( 'checkout_numbers' );
	}

	/** Only those who tick it are asked. */
	public function has_box(): bool {
		return SettingSwitch::is_on( 'checkout_numbers' ) && SettingSwitch::is_on( 'checkout_company_box' );
	}

	/** @return list<string> of all fields that there may be. */
	public function ids(): array {
		return $this->has_box()
			? [ self::IS_COMPANY, self::COMPANY, self::SIRET, self::VAT_NUMBER, self::ORDER_NUMBER ]
			: [ self::SIRET, self::VAT_NUMBER ];
	}

	/** @return array<string, string> of the numbers, by field id. */
	public function labels(): array {
		return $this->has_box()
			? [
				self::SIRET      => __( 'SIREN or SIRET', 'orderinvoicer' ),
				self::VAT_NUMBER => __( 'VAT number', 'orderinvoicer' ),
			]
			: [
				self::SIRET      => __( 'SIREN or SIRET (companies)', 'orderinvoicer' ),
				self::VAT_NUMBER => __( 'VAT number (companies)', 'orderinvoicer' ),
			];
	}

	/** One line, not too long, without what an e-mail would take for a link. */
	public static function clean( mixed $typed ): string {
		return is_string( $typed ) ? ( new PlainText() )->line( $typed, self::LONGEST ) : '';
	}

	public static function clean_name( mixed $typed ): string {
		return is_string( $typed ) ? ( new PlainText() )->line( $typed, self::LONGEST_NAME ) : '';
	}

	/** The buyer's own, of their purchase; it stands on the invoice. */
	public static function order_number_label(): string {
		return __( 'Your order number', 'orderinvoicer' );
	}

	/** What to tell the shopper; empty when there is nothing to say. */
	public function complaint( string $id, string $typed, string $country ): string {
		$fault = $this->fault( $id, $typed, $country );
		return $fault === ''
			? ''
			: $fault . ' ' . __( 'Please correct it, or leave the field empty.', 'orderinvoicer' );
	}

	/**
	 * For the block checkout, which says it beside the fields and takes it away once that field is mended. The address
	 * that was sent with it is not read yet: a number without its country's letters passes.
	 *
	 * @return \Closure(mixed): (\WP_Error|null)
	 */
	public function check_of( string $id ): \Closure {
		return function ( mixed $typed ) use ( $id ): ?\WP_Error {
			$complaint = $this->complaint( $id, is_string( $typed ) ? $typed : '', '' );
			// A code of its own: of two errors with one code the checkout shows the last.
			return $complaint === '' ? null : new \WP_Error( str_replace( [ '/', '-' ], '_', $id ), $complaint );
		};
	}

	/** What is wrong with a number; empty when nothing is. Numbers of countries that we do not know pass. */
	public function fault( string $id, string $typed, string $country ): string {
		$typed = trim( $typed );
		return match ( true ) {
			$typed === ''             => '',
			$id === self::SIRET       => Siret::read( $typed ) . Siren::read( $typed ) === ''
				? self::siret_fault( $typed )
				: '',
			$id === self::VAT_NUMBER  => VatNumber::read( $typed, $country ) === ''
				&& ! VatNumber::is_foreign( $typed, $country )
				? self::vat_fault( $typed, $country )
				: '',
			default                   => '',
		};
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
}
