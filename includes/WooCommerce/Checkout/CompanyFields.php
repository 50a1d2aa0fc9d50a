<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Checkout;

defined( 'ABSPATH' ) || exit;

use Automattic\WooCommerce\Blocks\Domain\Services\CheckoutFields;
use Automattic\WooCommerce\Blocks\Utils\CartCheckoutUtils;

/** The box and what belongs to it, as WooCommerce's block checkout wants them described. */
final class CompanyFields {

	private const RULES = [ 'hidden', 'required' ];

	public function __construct( private readonly CheckoutNumbers $numbers ) {}

	/** WooCommerce's own setting; where nobody has chosen, its checkout page decides. */
	public static function company_is_hidden(): bool {
		return CartCheckoutUtils::get_company_field_visibility() === 'hidden';
	}

	/**
	 * Where WooCommerce knows no rules, there is no box: the fields are there for everybody, and none is needed.
	 *
	 * @return list<array<string, mixed>> in their sequence.
	 */
	public function fields(): array {
		// Documented since WooCommerce 9.9.
		$has_rules = in_array( 'is_conditional_field', get_class_methods( CheckoutFields::class ), true );
		$texts     = [ ...( self::company_is_hidden() ? [ $this->company() ] : [] ), ...$this->texts() ];
		foreach ( $texts as $at => $text ) {
			$text        += [
				'type'     => 'text',
				'hidden'   => self::when_box_is( false ),
				'location' => 'contact',
			];
			$texts[ $at ] = $has_rules ? $text : array_diff_key( $text, array_flip( self::RULES ) );
		}
		return $has_rules ? [ $this->box(), ...$texts ] : $texts;
	}

	/** @return array<string, mixed> */
	private function box(): array {
		// The shop's own field for the name is in the address, and says that it may stay empty.
		$label = self::company_is_hidden()
			? __( 'I buy for a company', 'orderinvoicer' )
			: __( 'I buy for a company (enter its name in the address)', 'orderinvoicer' );
		return [
			'id'                         => CheckoutNumbers::IS_COMPANY,
			'label'                      => $label,
			// Nobody takes a box for an obligation.
			'optionalLabel'              => $label,
			'type'                       => 'checkbox',
			'location'                   => 'contact',
			'show_in_order_confirmation' => false,
		];
	}

	/** @return array<string, mixed> */
	private function company(): array {
		return [
			'id'                => CheckoutNumbers::COMPANY,
			'label'             => __( 'Company name', 'orderinvoicer' ),
			'required'          => self::when_box_is( true ),
			'sanitize_callback' => CheckoutNumbers::clean_name( ... ),
			'attributes'        => [
				'maxLength'    => (string) CheckoutNumbers::LONGEST_NAME,
				'autocomplete' => 'organization',
			],
		];
	}

	/** @return list<array<string, mixed>> */
	private function texts(): array {
		// An account has none of its own.
		$order = is_wc_endpoint_url( 'edit-account' )
			? []
			: [ CheckoutNumbers::ORDER_NUMBER => CheckoutNumbers::order_number_label() ];
		return $this->texts_of( $this->labels() + $order );
	}

	/**
	 * The numbers alone, where there is no box.
	 *
	 * @return list<array<string, mixed>>
	 */
	public function numbers(): array {
		$numbers = [];
		foreach ( $this->texts_of( $this->labels() ) as $text ) {
			$numbers[] = $text + [
				'location' => 'contact',
				'type'     => 'text',
			];
		}
		return $numbers;
	}

	/** @return array<string, string> of the numbers that no other plugin asks for, by field id. */
	private function labels(): array {
		$others = new OtherFields();
		return array_filter(
			$this->numbers->labels(),
			static fn ( string $id ): bool => ! $others->ask_in_blocks( $id ),
			ARRAY_FILTER_USE_KEY
		);
	}

	/**
	 * @param array<string, string> $labels by field id.
	 * @return list<array<string, mixed>>
	 */
	private function texts_of( array $labels ): array {
		$texts = [];
		foreach ( $labels as $id => $label ) {
			$texts[] = [
				'id'                => $id,
				'label'             => $label,
				'sanitize_callback' => CheckoutNumbers::clean( ... ),
				'validate_callback' => $this->numbers->check_of( $id ),
				'attributes'        => [ 'maxLength' => (string) CheckoutNumbers::LONGEST ],
			];
		}
		return $texts;
	}

	/**
	 * On the account's page there is no checkout and so no box in what the rule reads: nothing is hidden there.
	 *
	 * @return array<string, mixed>
	 */
	private static function when_box_is( bool $ticked ): array {
		return [
			'customer' => [
				'properties' => [
					'additional_fields' => [
						'properties' => [ CheckoutNumbers::IS_COMPANY => [ 'const' => $ticked ] ],
						'required'   => [ CheckoutNumbers::IS_COMPANY ],
					],
				],
			],
		];
	}
}
