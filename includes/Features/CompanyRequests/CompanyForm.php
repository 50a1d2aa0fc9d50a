<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\CompanyRequests;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Features\CompanyRequests\Rules\CompanyData;
use OrderInvoicer\WooCommerce\Checkout\CheckoutNumbers;
use OrderInvoicer\WooCommerce\Checkout\FaultAtField;
use OrderInvoicer\WooCommerce\Order\BuyerNumbers;

/** The same fields as behind the checkout's box "I buy for a company", as a form of the order's page sends them. */
final class CompanyForm {

	/** The order's id; that it was sent says that this form was. */
	public const ORDER = 'orderinvoicer-company';

	/** Of the address: the request was taken, in the request before. */
	public const SENT = 'orderinvoicer-company-sent';

	/** Where the section stands on the page. */
	public const ANCHOR = 'orderinvoicer-company';

	public const NONCE = 'orderinvoicer-company-nonce';

	private const COMPANY      = 'orderinvoicer_company';
	private const SIRET        = 'orderinvoicer_siret';
	private const VAT_NUMBER   = 'orderinvoicer_vat_number';
	private const ORDER_NUMBER = 'orderinvoicer_order_number';

	public function __construct(
		private readonly CheckoutNumbers $numbers,
		private readonly BuyerNumbers $buyer_numbers,
	) {}

	public static function nonce_action( int $order_id ): string {
		return "orderinvoicer-company-$order_id";
	}

	// phpcs:disable WordPress.Security.NonceVerification.Missing -- CompanyPost compares the nonce.

	/** 0 where this form was not sent. */
	public static function order_sent(): int {
		$sent = self::posted( self::ORDER );
		return preg_match( '/^[1-9][0-9]{0,17}$/D', $sent ) === 1 ? (int) $sent : 0;
	}

	public static function has_nonce( int $order_id ): bool {
		return wp_verify_nonce( self::posted( self::NONCE ), self::nonce_action( $order_id ) ) !== false;
	}

	public function sent(): CompanyData {
		return new CompanyData(
			company: CheckoutNumbers::clean_name( self::posted( self::COMPANY ) ),
			siret: CheckoutNumbers::clean( self::posted( self::SIRET ) ),
			vat_number: CheckoutNumbers::clean( self::posted( self::VAT_NUMBER ) ),
			order_number: CheckoutNumbers::clean( self::posted( self::ORDER_NUMBER ) )
		);
	}

	private static function posted( string $name ): string {
		return isset( $_POST[ $name ] ) && is_string( $_POST[ $name ] )
			? sanitize_text_field( wp_unslash( $_POST[ $name ] ) )
			: '';
	}

	// phpcs:enable WordPress.Security.NonceVerification.Missing

	/** What the order says by now. */
	public function known( \WC_Order $order ): CompanyData {
		[ $numbers ] = $this->buyer_numbers->numbers( $order );
		return new CompanyData(
			company: $order->get_billing_company( 'edit' ),
			siret: $numbers->siret !== '' ? $numbers->siret : $numbers->siren,
			vat_number: $numbers->vat_number,
			order_number: $this->buyer_numbers->order_number( $order )
		);
	}

	/** @return array<string, string> what is wrong, by name of the field; empty where nothing is. */
	public function faults( CompanyData $data, string $country ): array {
		return array_filter(
			[
				self::COMPANY    =>
					$data->company === '' ? __( 'Please enter the name of your company.', 'orderinvoicer' ) : '',
				self::SIRET      => $this->numbers->fault( CheckoutNumbers::SIRET, $data->siret, $country ),
				self::VAT_NUMBER => $this->numbers->fault( CheckoutNumbers::VAT_NUMBER, $data->vat_number, $country ),
			],
			static fn ( string $fault ): bool => $fault !== ''
		);
	}

	/**
	 * Prints the fields as the theme draws those of WooCommerce; what is wrong with one stands below it, for those who
	 * do not see it too.
	 *
	 * @param array<string, string> $faults by name of the field.
	 */
	public function print_fields( CompanyData $data, array $faults = [] ): void {
		$fields = [
			self::COMPANY      => [ $data->company, __( 'Company name', 'orderinvoicer' ) ],
			self::SIRET        => [ $data->siret, __( 'SIREN or SIRET', 'orderinvoicer' ) ],
			self::VAT_NUMBER   => [ $data->vat_number, __( 'VAT number', 'orderinvoicer' ) ],
			self::ORDER_NUMBER => [ $data->order_number, CheckoutNumbers::order_number_label() ],
		];
		foreach ( $fields as $name => [ $value, $label ] ) {
			$is_name = $name === self::COMPANY;
			$field   = (string) woocommerce_form_field(
				$name,
				[
					'type'         => 'text',
					'label'        => $label,
					'required'     => $is_name,
					'class'        => [ 'form-row-wide' ],
					'maxlength'    => $is_name ? CheckoutNumbers::LONGEST_NAME : CheckoutNumbers::LONGEST,
					'autocomplete' => $is_name ? 'organization' : 'off',
					'return'       => true,
				],
				$value
			);
			// phpcs:ignore WordPress.Security.EscapeOutput -- escaped where each part is made.
			echo FaultAtField::marked( $field, $name, $faults[ $name ] ?? '' );
		}
	}
}
