<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Checkout;

defined( 'ABSPATH' ) || exit;

use Automattic\WooCommerce\Blocks\Domain\Services\CheckoutFields;
use Automattic\WooCommerce\Blocks\Utils\CartCheckoutUtils;

/** The box and what belongs to it, as WooCommerce's block checkout wants them described. */
final class CompanyFields {

	/**
	 * Digits with what people write between them, a no-break space among it. For the browser, which says it at the
	 * field; a schema under `validation` would have the server say it a second time, beside what it knows better.
	 */
	private const GAP      = "[ \u{A0}\u{202F}.\\-]*";
	private const PATTERNS = [
		CheckoutNumbers::SIRET      => self::GAP . '([0-9]' . self::GAP . '){9}(([0-9]' . self::GAP . '){5})?',
		CheckoutNumbers::VAT_NUMBER => "[A-Za-z0-9 \u{A0}\u{202F}.+*\\-]{4,30}",
	];

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

	/**
	 * What the browser checks of a number, and says at its field.
	 *
	 * @return array{pattern?: string, title?: string}
	 */
	public static function form_of( string $id ): array {
		$title = match ( $id ) {
			CheckoutNumbers::SIRET      => __(
				'A SIREN has 9 digits and a SIRET has 14, nothing else.',
				'orderinvoicer'
			),
			CheckoutNumbers::VAT_NUMBER => __(
				'A VAT number has letters and digits and begins with its country, such as FR.',
				'orderinvoicer'
			),
			default                     => '',
		};
		return isset( self::PATTERNS[ $id ] )
			? [
				'pattern' => self::PATTERNS[ $id ],
				'title'   => $title,
			]
			: [];
	}

	/** @return list<array<string, mixed>> */
	private function texts(): array {
		$order = [ CheckoutNumbers::ORDER_NUMBER => CheckoutNumbers::order_number_label() ];
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
				'attributes'        => [ 'maxLength' => (string) CheckoutNumbers::LONGEST ] + self::form_of( $id ),
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
